"""What the lines above a table say: unit, period, day, state of the report. Labels, or a period inside a title."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from sources.results.headings import SIMULATED_NOTICE, YES
from sources.results.known import Known
from sources.results.tables.cells import Cells
from sources.results.tables.head import Head
from sources.results.tables.headings import TITLE_LABELS
from sources.results.tables.periods import period_of_days, speaks_of_others, spoken_period
from sources.vietnamese.normal import match_key, slug

_LABELS: Final = {slug(spelling): field for field, spellings in TITLE_LABELS.items() for spelling in spellings}
# "Đơn vị tính: hồ sơ" stands above many tables and names no unit.
_NO_LABELS: Final = frozenset(slug(words) for words in ("Đơn vị tính", "ĐVT"))


def read_titles(
    cells: Cells, head: Head, known: Known, agency_of: Callable[[Mapping[str, str]], str | None]
) -> dict[str, str]:
    """Field -> what is said, first said first. period: by its label, else by the only title that speaks of one; where
    titles speak of several, one of them as it stands. agency_of: whose calendar of windows counts, by what is said."""
    said: dict[str, str] = {}
    titles: list[str] = []
    for text, beside in _texts(cells, head):
        label, _, value = text.partition(":")
        field = _LABELS.get(slug(label))
        content = value.strip() or beside
        if field and content and slug(label) not in _NO_LABELS:
            said.setdefault(field, content)
        elif match_key(SIMULATED_NOTICE) in match_key(text):
            said["is_simulated"] = YES
        else:
            titles.append(text)
    if "period" not in said and (period := _period(titles, known, agency_of(said))):
        said["period"] = period
    return said


def _period(titles: list[str], known: Known, agency: str | None) -> str | None:
    spoken = {period for text in titles if (period := period_of_days(text, known, agency) or spoken_period(text))}
    # "Kết quả năm 2026" stands above "Quý I năm 2026": the narrower window is the one that is meant.
    narrow = {period for period in spoken if not period.endswith("annual")} or spoken
    if len(narrow) == 1:
        return narrow.pop()
    return " / ".join(sorted(narrow)) or next((text for text in titles if speaks_of_others(text)), None)


def _texts(cells: Cells, head: Head) -> Iterator[tuple[str, str]]:
    """Texts above the head, each with the one to its right."""
    for row in range(1, head.first_row):
        texts = [cell.text for cell in cells.row(row) if cell.error is None]
        yield from zip(texts, [*texts[1:], ""], strict=False)
