"""A page is light enough for a slow line and an old phone."""

from pathlib import Path

from tests.browser.opened import every_page

_PAGE = 300_000
_SUMMARY = 1_600_000
_LIBRARY = "plotly.js"


def test_a_page_weighs_at_most_300_kilobytes_and_the_summary_to_send_at_most_1600(site: Path) -> None:
    def limit(path: Path) -> int:
        """The one page that carries its own charts' library is the summary to send by e-mail."""
        return _SUMMARY if _LIBRARY in path.read_text(encoding="utf-8") else _PAGE

    weights = {str(path.relative_to(site)): (path.stat().st_size, limit(path)) for path in every_page(site)}
    assert {path: weight for path, (weight, most) in weights.items() if weight > most} == {}
