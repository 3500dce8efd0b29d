"""Cells held back and findings of every kind, folded; what a page leaves out stands in the files beside it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from dashboards.blocks.layout import Attached, Block, Fold, Sheet, Text
from dashboards.blocks.table import Cell, Column, Group, Line, Table, plain
from dashboards.pages import cells, findings
from dashboards.pages.book import Book
from dashboards.pages.findings import SHOWN_PER_KIND
from dashboards.pages.tallies import statuses, tally
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.collation import collation_key

# Reasons beyond these have few cells each.
_REASONS = 10


def held_back(book: Book, rows: Sequence[Row], found: Sequence[Row]) -> list[Block]:
    """Why cells wait and what to do, counted by reason; below it every cell, folded."""
    words = book.words.quality
    if not rows:
        return [Text(words.quarantined_none, "empty")]
    by_rule = _most_first(grouped(rows, "rule"))
    remedies = {row["kind"]: row["remedy"] for row in found}
    column = book.words.column
    columns = [Column(column.rule, "name"), Column(words.cells, "number"), Column(column.remedy, "wide")]
    lines = [
        [Cell(part[0]["rule_name"]), cells.count(len(part)), Cell(remedies.get(rule) or words.remedy_beside)]
        for rule, part in by_rule.items()
    ]
    table = plain("ly-do-giu-lai", words.by_rule, columns, lines[:_REASONS])
    others = plain("ly-do-khac", words.other_rules, columns, lines[_REASONS:])
    every, shown = (_cells(book, by_rule, limit) for limit in (None, SHOWN_PER_KIND))
    title = words.cells_count.format(n=formats.number(len(rows)))
    blocks: list[Block] = [Text(words.quarantined_lead), Sheet(table)]
    if others.lines:
        rest = words.other_rules_count.format(n=formats.number(len(others.lines)))
        blocks.append(Fold(rest, [Sheet(others)], is_reference=True))
    blocks.append(Fold(title, [Sheet(shown)], is_reference=True))
    return [*blocks, Attached(every)] if len(shown.lines) < len(rows) else blocks


def _cells(book: Book, by_rule: Mapping[str, Sequence[Row]], limit: int | None) -> Table:
    """Each cell with its file, sheet and place; limit: of rows of one reason."""
    words, column = book.words.quality, book.words.column
    columns = [Column(column.value, "name"), Column(column.unit), Column(column.indicator, "wide")]
    columns += [Column(column.place), Column(column.file)]
    groups = [
        Group([Line(_cell(book, row)) for row in rows[:limit]], _shown_of(book, rows[0]["rule_name"], rows, limit))
        for rows in by_rule.values()
    ]
    return Table("o-cho-xac-minh" if limit else "moi-o-cho-xac-minh", words.quarantined, columns, groups)


def _cell(book: Book, row: Row) -> Sequence[Cell]:
    is_whole = row["agency_key"] in book.labels.simulated_agencies
    flags = [] if is_whole else book.labels.of_agency_row(row["agency_key"])
    indicator = row["indicator_name"] or row["indicator_code"] or formats.DASH
    return [
        Cell(row["value"]),
        Cell(
            row["unit_name"] or row["unit_key"] or formats.DASH,
            lines=[row["period_name"]] if row["period_name"] else [],
            href=book.unit_pages.get(row["unit_key"]),
            flags=flags,
        ),
        Cell(indicator, lines=[row["column_name"]]),
        Cell(row["source_place"]),
        cells.file(row["source_path"]),
    ]


def blocks(book: Book, rows: Sequence[Row]) -> list[Block]:
    """Severest first, in each the most frequent kind first; each kind up to a limit, the rest said and in the files."""
    words = book.words.quality
    if not rows:
        return [Text(words.findings_none, "empty")]
    counts = tally("severity", statuses(rows, "severity"), book.phrases)
    found: list[Block] = [Text(words.findings_lead.format(n=formats.number(len(rows))))]
    for (severity, name), (mark, count) in zip(_severities(book, rows), counts, strict=True):
        kinds = _most_first(grouped([row for row in rows if row["severity"] == severity], "kind"))
        shown = [row for part in kinds.values() for row in part[:SHOWN_PER_KIND]]
        table = findings.notes(book, f"noi-dung-{severity}", name, shown)
        more = [
            Text(words.more.format(n=formats.number(len(part) - SHOWN_PER_KIND), kind=part[0]["kind_name"]), "note")
            for part in kinds.values()
            if len(part) > SHOWN_PER_KIND
        ]
        title = words.kinds_count.format(name=name, n=formats.number(len(kinds)))
        found.append(Fold(title, [Sheet(table), *more], tally=[(mark, count)], is_reference=True))
        if more:
            every = [row for part in kinds.values() for row in part]
            found.append(Attached(findings.notes(book, f"moi-noi-dung-{severity}", name, every)))
    return found


def _severities(book: Book, rows: Sequence[Row]) -> list[tuple[str, str]]:
    """(code, word) of those that occur, the severest first."""
    codes = sorted({(row["severity_order"], row["severity"]) for row in rows})
    return [(code, book.words.severity.get(code, code)) for _, code in codes]


def _most_first(groups: Mapping[str, Sequence[Row]]) -> Mapping[str, Sequence[Row]]:
    """The most frequent first, then by name."""
    counts = Counter({name: len(rows) for name, rows in groups.items()})
    return {name: groups[name] for name in sorted(groups, key=lambda name: (-counts[name], collation_key(name)))}


def _shown_of(book: Book, name: str, rows: Sequence[Row], limit: int | None) -> str:
    if limit is None or len(rows) <= limit:
        return book.words.common.group_count.format(name=name, n=formats.number(len(rows)))
    return book.words.quality.first_of.format(name=name, n=limit, whole=formats.number(len(rows)))
