"""A page is light enough for a slow line and an old phone."""

from pathlib import Path

from tests.browser.opened import every_page

_PAGE = 300_000


def test_a_page_weighs_at_most_300_kilobytes_the_summary_to_send_by_mail_too(site: Path) -> None:
    weights = {str(path.relative_to(site)): path.stat().st_size for path in every_page(site)}
    assert {path: weight for path, weight in weights.items() if weight > _PAGE} == {}
