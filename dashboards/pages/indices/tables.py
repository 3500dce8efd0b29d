"""Tables of a page of an index: year by year, component by component."""

from collections.abc import Sequence
from dataclasses import replace

from dashboards.blocks.table import Cell, Column, Group, Line, Table, plain
from dashboards.figures.spread import middle_name
from dashboards.pages import cells
from dashboards.pages.indices.provinces import TOTAL
from dashboards.pages.indices.subject import Subject, changed
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.phrases import is_computed

# Years of the newest framework that stand side by side; the files beside the page hold them all.
_YEARS_SHOWN = 4


def years(subject: Subject) -> Table:
    """The whole score, latest year first; a dotted line where two years must not be compared."""
    rows = sorted(subject.of(TOTAL), key=lambda row: -row["year"])
    middle = middle_name(subject.spread(TOTAL, None))
    lines = [
        Line(_year(subject, row, middle), is_break=_is_break(subject, row, older))
        for row, older in zip(rows, [*rows[1:], None], strict=True)
    ]
    words = subject.book.words
    caption = words.index.years_caption.format(territory=subject.territory)
    table = Table("cac-nam", caption, _columns(subject, words.column.year, middle), [Group(lines)])
    return cells.with_rank_note(subject.book, table)


def _is_break(subject: Subject, row: Row, older: Row | None) -> bool:
    """Whether two years must not be compared; a framework much as the one before is none."""
    if older is None or row["series_key"] == older["series_key"]:
        return False
    changed = any(older["year"] < mark.year <= row["year"] for mark in subject.breaks)
    return changed or row["framework_version"] == older["framework_version"] or not subject.is_comparable(row)


def _columns(subject: Subject, first: str, middle: str) -> Sequence[Column]:
    words = subject.book.words
    titles = [words.index.score, words.column.rank, words.column.change]
    titles += [words.index.statistic[middle], words.index.statistic["max"]]
    kinds = [Column(title, "number") for title in titles]
    return [Column(first, "name"), *kinds, Column(words.column.source)]


def _year(subject: Subject, row: Row, middle: str) -> Sequence[Cell]:
    words = subject.book.words.index
    lines = [subject.book.phrases.framework(row["framework_version"])]
    if row["unit"] == "points" and row["max_points"] is not None:
        lines.append(words.of_max.format(points=formats.number(row["max_points"])))
    return [Cell(str(row["year"]), row["year"], [", ".join(lines)]), *_figures(subject, row, middle)]


def _figures(subject: Subject, row: Row, middle: str) -> Sequence[Cell]:
    """Score, rank, change, the middle and the best of the provinces, source."""
    words, origin = subject.book.words, subject.origin(row)
    spread = [subject.statistic(row, name) for name in (middle, "max")]
    number = subject.source_no(row)
    source = words.index.source_no.format(n=number) if number else formats.DASH
    return [
        score(subject, row),
        cells.rank(subject.book, row, origin),
        change(subject, row),
        *(statistic(subject, part) for part in spread),
        Cell(source, href=f"{subject.path}#nguon-{number}" if number else None),
    ]


def statistic(subject: Subject, row: Row | None) -> Cell:
    """A figure of all provinces, leading to who published it or the scores it was computed from."""
    if row is None:
        return Cell(subject.book.words.index.none_known)
    number = subject.source_no(row)
    said = cells.quantity(subject.book, row["value"], row["unit"])
    if is_computed(row):
        said = starred(subject, said)
    return replace(said, href=f"{subject.path}#nguon-{number}") if number else said


def change(subject: Subject, row: Row) -> Cell:
    """Against the year before, or why it must not be told."""
    by, why = changed(row), subject.book.words.index.comparability.get(row["comparability"], "")
    if by is None:
        return Cell(formats.DASH, lines=[why] if why else [])
    return Cell(formats.signed(by), row["change_from_previous"], origin=subject.origin(row))


def score(subject: Subject, row: Row) -> Cell:
    """A figure with its origin; what was not published is a state, a year with a rank alone says so."""
    words, phrases = subject.book.words.index, subject.book.phrases
    origin = subject.origin(row)
    if row["state"] == "not_published":
        mark = phrases.mark("figure_state", row["state"])
        return Cell(mark=mark, lines=[phrases.gap_reason(row)], origin=origin)
    if row["value"] is None:
        return Cell(formats.DASH, lines=[words.no_score])
    said = cells.quantity(subject.book, row["value"], row["unit"], origin)
    return starred(subject, said) if is_computed(row) else said


def starred(subject: Subject, cell: Cell) -> Cell:
    """A figure that nobody published as such, with its star; in exports the word for how it came about."""
    words = subject.book.words
    text = words.index.rank_starred.format(rank=cell.text)
    parts = [(words.export.score_basis, words.export.rank_computed), *cell.parts]
    return replace(cell, text=text, parts=parts, is_starred=True)


def components(subject: Subject, rows: Sequence[Row]) -> Table:
    """The newest framework's components, its last years side by side; rows: those of components."""
    words = subject.book.words
    framework = max(rows, key=lambda row: row["year"])["framework_version"]
    held = [row for row in rows if row["framework_version"] == framework]
    shown = sorted({row["year"] for row in held})[-_YEARS_SHOWN:]
    newest = shown[-1]
    middle = middle_name(subject.statistics)
    columns = [Column(words.column.component, "name"), *(Column(str(year), "number") for year in shown)]
    columns += [
        Column(words.index.statistic_in.format(name=words.index.statistic[name], year=newest), "number")
        for name in (middle, "max")
    ]
    lines = [
        Line(_component(subject, [row for row in held if row["component_code"] == code], shown, middle))
        for code in dict.fromkeys(row["component_code"] for row in held)
    ]
    caption = words.index.components_caption.format(framework=subject.book.phrases.framework(framework))
    table = Table("thanh-phan", caption, columns, [Group(lines)], is_caption_shown=True)
    return cells.with_rank_note(subject.book, table)


def _component(subject: Subject, rows: Sequence[Row], years_shown: Sequence[int], middle: str) -> Sequence[Cell]:
    by_year = {row["year"]: row for row in rows}
    newest = by_year.get(years_shown[-1])
    none = Cell(formats.DASH, lines=[subject.book.words.index.no_row])
    found = [subject.statistic(newest, name) if newest else None for name in (middle, "max")]
    spread = [statistic(subject, part) for part in found]
    scores = [score(subject, by_year[year]) if year in by_year else none for year in years_shown]
    top = rows[-1]["max_points"] if rows[-1]["unit"] == "points" else None
    lines = [subject.book.words.index.of_max.format(points=formats.number(top))] if top is not None else []
    return [Cell(name(rows[-1]), lines=lines), *scores, *spread]


def name(row: Row) -> str:
    """A component by its name; its code where it has none."""
    return str(row["component_name"] or row["component_code"])


def every_component(subject: Subject, rows: Sequence[Row]) -> Table:
    """Every component and year, for the files beside the page."""
    middle = middle_name(subject.statistics)
    words = subject.book.words
    columns = [Column(words.column.component, "name"), *_columns(subject, words.column.year, middle)]
    listed = [[Cell(name(row)), *_year(subject, row, middle)] for row in rows]
    table = plain("thanh-phan-cac-nam", words.index.every_component, columns, listed)
    return cells.with_rank_note(subject.book, table)
