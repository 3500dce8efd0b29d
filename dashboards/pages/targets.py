"""All targets of an agency: those of the plans in force together, by reform area, and the plans that are over."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from dashboards.blocks.layout import Block, Bullets, Chart, Fold, Section, Sheet, Text
from dashboards.blocks.table import Cell, Column, Group, Line, Origin, Table
from dashboards.figures.comparison import against_target
from dashboards.figures.levels import level
from dashboards.figures.spec import Figure
from dashboards.origins import Origins
from dashboards.pages import target_cells
from dashboards.pages import target_sentences as sentences
from dashboards.pages.book import Book, Page
from dashboards.pages.tallies import statuses, tally
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.states import TARGET

# A chart of more rows is a table: it shows the worst of them.
_CHART_ROWS = 10
_SHORT = 130


def pages(book: Book) -> Iterator[Page]:
    """A page for each agency."""
    targets = book.rows_of("plan_targets", "agency_key")
    for agency in book.agencies:
        key, words = agency["agency_key"], book.words.targets
        plans = [row for row in book.plans if row["agency_key"] == key]
        in_force, past = (
            [row for row in plans if not _is_over(book, row)],
            [row for row in plans if _is_over(book, row)],
        )
        origins = book.origins()
        yield Page(
            path=book.agency_path(key, "targets"),
            agency_key=key,
            title=words.title,
            crumbs=[(agency["agency_name"], book.agency_pages[key])],
            banners=book.agency_banners(key, targets[key]),
            origins=origins,
            sections=[
                Section(
                    "dau-trang", "", _now(book, in_force, origins) if targets[key] else [Text(words.none, "empty")]
                ),
                Section(
                    "da-het-thoi-ky",
                    words.past,
                    _past(book, past, origins, is_alone=not any(_rows(book, row) for row in in_force)),
                ),
                Section("khong-con-so", "", _without(book, plans)),
            ],
        )


def _is_over(book: Book, plan: Row) -> bool:
    """Whether the last year of a plan is past; one that leaves its end open is not over."""
    return plan["period_end"] is not None and plan["period_end"] < book.site["as_of_date"].year


def _rows(book: Book, plan: Row) -> list[Row]:
    return book.rows_of("plan_targets", "plan_key")[plan["plan_key"]]


def _now(book: Book, plans: Sequence[Row], origins: Origins) -> list[Block]:
    """Conclusion, the worst shares, and one table of all targets in force that can be filtered."""
    carrying = [plan for plan in plans if _rows(book, plan)]
    rows = [row for plan in carrying for row in _rows(book, plan)]
    if not rows:
        return [Text(book.words.targets.none_in_force, "empty")]
    lead = Text(sentences.overview(rows, len(carrying), book.phrases), "lead")
    table = _table(book, "chi-tieu", carrying, origins, is_filtered=True)
    return [lead, *_chart(book, "so-voi-muc-de-ra", rows, table, origins), Sheet(table)]


def _past(book: Book, plans: Sequence[Row], origins: Origins, *, is_alone: bool) -> list[Block]:
    """A fold for each plan that is over, the latest first; open where no other plan names a figure."""
    folds: list[Block] = []
    ordered = sorted(
        (plan for plan in plans if _rows(book, plan)), key=lambda plan: (-plan["period_end"], plan["plan_key"])
    )
    for number, plan in enumerate(ordered, start=1):
        rows = _rows(book, plan)
        table = _table(book, f"chi-tieu-{number}", [plan], origins, is_filtered=False)
        said = Text(sentences.of_plan(rows, book.phrases))
        blocks = [said, *_chart(book, f"so-voi-muc-de-ra-{number}", rows, table, origins), Sheet(table)]
        marks = tally("target_status", statuses(rows), book.phrases)
        is_open = is_alone and number == 1
        folds.append(Fold(_named(book, plan), blocks, f"ke-hoach-{number}", marks, is_open, is_reference=True))
    return [Text(book.words.targets.past_lead), *folds] if folds else []


def _without(book: Book, plans: Sequence[Row]) -> list[Block]:
    """Plans that name no figure say so."""
    silent = [plan for plan in plans if not _rows(book, plan)]
    pattern = book.words.targets.without
    said = [pattern.format(plan=book.plan_title(plan), years=book.phrases.period(plan)) for plan in silent]
    pairs = zip(said, silent, strict=True)
    return [Bullets([Cell(text, href=book.plan_pages.get(plan["plan_key"])) for text, plan in pairs])] if silent else []


def _named(book: Book, plan: Row) -> str:
    said: str = book.words.targets.plan_years.format(plan=book.plan_title(plan), years=book.phrases.period(plan))
    return said


def _chart(book: Book, figure_id: str, rows: Sequence[Row], table: Table, origins: Origins) -> list[Block]:
    """Shares that have a result against their level, the worst first."""
    shown = [
        row
        for row in rows
        if not row["is_repeat"] and row["unit"] == "percent" and row["actual"] is not None and level(row) is not None
    ]
    if not shown:
        return []
    words, below = book.words, sum(row["status"] in sentences.BEHIND for row in shown)
    pattern = words.plan.chart_gap_caption if below else words.plan.chart_gap_caption_none_below
    caption = book.says_simulated(pattern.format(n=len(shown), below=below), shown)
    worst = sorted(shown, key=sentences.severity)[:_CHART_ROWS]
    if len(worst) < len(shown):
        caption = words.targets.chart_rest.format(caption=caption, n=len(worst))
    figure: Figure = against_target(
        figure_id, caption, worst, book.phrases, [_result(book, row, origins) for row in worst]
    )
    return [Chart(figure, table.table_id)]


def _result(book: Book, row: Row, origins: Origins) -> Origin | None:
    """Where the latest result comes from; the page of the target shows all its cells."""
    plan_key, number = row["plan_key"], book.counted_as(row["plan_key"], row["target_no"])
    return origins.of("fct_target_status", plan_key, number, href=book.target_page(plan_key, number))


def _table(book: Book, table_id: str, plans: Sequence[Row], origins: Origins, *, is_filtered: bool) -> Table:
    """Targets of some plans under their reform areas, in the order of each plan."""
    words, column = book.words.targets, book.words.column
    columns = [
        Column(column.statement_target, "name"),
        Column(column.actual, "number"),
        Column(column.target, "number"),
        Column(column.gap, "number"),
        Column(column.state, "status"),
        Column(column.units_reported, "number"),
        Column(words.owner_due, "name"),
    ]
    common = _common_period([row for plan in plans for row in _rows(book, plan)])
    groups = [
        Group(
            [Line(_cells(book, row, common, origins), facets=_facets(book, plan, area, row)) for row in rows],
            words.plan_area.format(plan=book.plan_title(plan), area=area) if len(plans) > 1 else area,
            tally=tally("target_status", statuses(rows), book.phrases),
        )
        for plan in plans
        for area, rows in _by_area(book, _rows(book, plan)).items()
    ]
    filters = _filters(book, groups) if is_filtered else ()
    note = words.as_of_period.format(period=common[:1].lower() + common[1:]) if common else ""
    return Table(table_id, _caption(book, plans), columns, groups, filters=filters, note=note)


def _common_period(rows: Sequence[Row]) -> str:
    """The period that most results are of: it is said once, below the table."""
    counts = Counter(row["period_name"] for row in rows if row["actual"] is not None and row["period_name"])
    return max(counts, key=lambda name: (counts[name], name), default="")


def _caption(book: Book, plans: Sequence[Row]) -> str:
    words = book.words.targets
    said: str = words.rows_of.format(plan=book.plan_title(plans[0])) if len(plans) == 1 else words.rows
    return said


def _by_area(book: Book, rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Rows under reform area, in a PAPI plan under dimension, in the order of the query."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        area = row["reform_area_name"] or row["papi_dimension_name"] or book.words.common.without_area
        found.setdefault(area, []).append(row)
    return found


def _facets(book: Book, plan: Row, area: str, row: Row) -> list[list[str]]:
    """What a row can be filtered by: area, state, and its plan where there are several."""
    state = book.words.target_status.get(row["status"], row["status"] or formats.DASH)
    return [[area], [state], [book.plan_title(plan)]]


def _filters(book: Book, groups: Sequence[Group]) -> list[tuple[str, Sequence[str]]]:
    """Areas and plans as they stand, states in the order of their family; one plan alone is no choice."""
    column = book.words.column
    lines = [line for group in groups for line in group.lines]
    areas, states, plans = (list(dict.fromkeys(line.facets[at][0] for line in lines)) for at in range(3))
    known = [book.words.target_status.get(code, code) for code in TARGET]
    states.sort(key=lambda state: known.index(state) if state in known else len(known))
    return [(column.area, areas), (column.state, states), *([(column.plan, plans)] if len(plans) > 1 else [])]


def _cells(book: Book, row: Row, common: str, origins: Origins) -> Sequence[Cell]:
    """One target: what is asked, what was reached, who answers."""
    key = (row["plan_key"], row["target_no"])
    clause, result = origins.of("fct_target", *key), _result(book, row, origins)
    period = [row["period_name"]] if row["period_name"] not in (None, common) else []
    return [
        Cell(
            textwrap.shorten(row["statement"], _SHORT, placeholder="…"),
            lines=[row["target_no"]],
            href=book.target_page(*key),
            flags=target_cells.marks_of(book, row),
        ),
        target_cells.actual(book, row, result, period, has_bar=True),
        target_cells.asked(book, row, clause),
        target_cells.gap(book, row),
        target_cells.state(book, row, result),
        target_cells.reported(book, row),
        target_cells.owner_due(book, row),
    ]
