"""The golden outline. Change it with: THUOCDO_GOLDEN_WRITE=1 pytest tests/dashboards/test_outline.py"""

import os
from pathlib import Path

import pytest

from tests.dashboards.outline import site_outline

_GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("which", ["site", "empty_site"])
def test_pages_have_the_headings_tables_and_captions_of_the_golden_outline(
    which: str, request: pytest.FixtureRequest
) -> None:
    golden = _GOLDEN / f"{which}.txt"
    found = site_outline(request.getfixturevalue(which))
    if os.environ.get("THUOCDO_GOLDEN_WRITE"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")
