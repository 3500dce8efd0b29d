"""All targets of an agency: those of the plans in force together, by reform area, and the plans that are over."""

from collections.abc import Iterator, Sequence

from dashboards.blocks.layout import Block, Bullets, Chart, Fold, Section, Sheet, Text
from dashboards.blocks.table import Cell, Table
from dashboards.figures.comparison import against_target
from dashboards.figures.levels import level
from dashboards.figures.spec import Figure
from dashboards.origins import Origins
from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.pages.results import judged
from dashboards.pages.tallies import standing, statuses, tally
from dashboards.pages.targets import listing as target_list
from dashboards.pages.targets import sentences
from dashboards.pages.targets.order import worst_first
from dashboards.row import Row
from dashboards.theme.states import TARGET_BEHIND

# A chart of more rows is a table: it shows the worst of them.
_CHART_ROWS = 10


def pages(book: Book) -> Iterator[Page]:
    """A page for each agency."""
    targets = book.rows_of("plan_targets", "agency_key")
    for agency in book.agencies:
        key, words = agency["agency_key"], book.words.targets
        plans = [row for row in book.plans if row["agency_key"] == key]
        in_force, past = (
            [row for row in plans if row["is_in_force"] and not book.has_ended(row)],
            [row for row in plans if not row["is_in_force"] or book.has_ended(row)],
        )
        origins = book.origins()
        yield Page(
            path=book.agency_path(key, "targets"),
            agency_key=key,
            title=words.title,
            crumbs=[(agency["agency_name"], book.agency_pages[key])],
            banners=book.labels.of_agency(key, targets[key]),
            origins=origins,
            sections=[
                Section("dau-trang", "", _lead(book, in_force) if targets[key] else [Text(words.none, "empty")]),
                Section("con-thoi-ky", words.in_force, _now(book, in_force, origins)),
                Section(
                    "da-het-thoi-ky",
                    words.past,
                    _past(book, past, origins, is_alone=not any(target_list.of_plan(book, row) for row in in_force)),
                ),
                Section("khong-con-so", "", _without(book, plans)),
            ],
        )


def _carrying(book: Book, plans: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Plans that name figures, and their targets."""
    carrying = [plan for plan in plans if target_list.of_plan(book, plan)]
    return carrying, [row for plan in carrying for row in target_list.of_plan(book, plan)]


def _lead(book: Book, plans: Sequence[Row]) -> list[Block]:
    """How the targets in force stand, in words."""
    carrying, rows = _carrying(
        book, [plan for plan in plans if any(row["is_current"] for row in target_list.of_plan(book, plan))]
    )
    if not rows:
        return [Text(book.words.targets.none_in_force, "empty")]
    return [Text(book.labels.under_chart(sentences.overview(rows, len(carrying), book.phrases), rows), "lead")]


def _now(book: Book, plans: Sequence[Row], origins: Origins) -> list[Block]:
    """The worst shares, and one table of all targets in force that can be filtered."""
    carrying, rows = _carrying(book, plans)
    if not rows:
        return []
    table = target_list.table(book, "chi-tieu", carrying, origins, is_filtered=True)
    current = [row for row in rows if row["is_current"]]
    return [*_chart(book, "so-voi-muc-de-ra", current, table, origins), Sheet(table)]


def _past(book: Book, plans: Sequence[Row], origins: Origins, *, is_alone: bool) -> list[Block]:
    """A fold for each plan that is over, the latest first; open where no other plan names a figure."""
    folds: list[Block] = []
    ordered = sorted(
        (plan for plan in plans if target_list.of_plan(book, plan)),
        key=lambda plan: (-(plan["period_end"] or plan["period_start"] or 0), plan["plan_key"]),
    )
    for number, plan in enumerate(ordered, start=1):
        rows = target_list.of_plan(book, plan)
        table = target_list.table(book, f"chi-tieu-{number}", [plan], origins, is_filtered=False)
        said = Text(sentences.of_plan(rows, book.phrases))
        blocks = [said, *_chart(book, f"so-voi-muc-de-ra-{number}", rows, table, origins), Sheet(table)]
        marks = tally("target_status", statuses(standing(rows)), book.phrases)
        is_open = is_alone and number == 1
        folds.append(Fold(_named(book, plan), blocks, f"ke-hoach-{number}", marks, is_open, is_reference=True))
    return [Text(book.words.targets.past_lead), *folds] if folds else []


def _without(book: Book, plans: Sequence[Row]) -> list[Block]:
    """Plans that name no figure say so."""
    silent = [plan for plan in plans if not target_list.of_plan(book, plan)]
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
        for row in standing(rows)
        if not row["is_repeat"] and row["unit"] == "percent" and row["actual"] is not None and level(row) is not None
    ]
    if not shown:
        return []
    words, below = book.words, sum(row["status"] in TARGET_BEHIND for row in shown)
    pattern = words.plan.chart_gap_caption if below else words.plan.chart_gap_caption_none_below
    caption = book.labels.under_chart(pattern.format(n=len(shown), below=below), shown)
    # Those at their level stand in the table: they would only fill the chart up.
    drawn = [row for row in shown if row["status"] in TARGET_BEHIND] if below else shown
    worst = sorted(drawn, key=worst_first)[:_CHART_ROWS]
    if len(worst) < len(shown):
        caption = words.targets.chart_rest.format(caption=caption, n=len(worst))
    figure: Figure = against_target(
        figure_id,
        caption,
        worst,
        book.phrases,
        [judged(book, row["plan_key"], row["target_no"], origins) for row in worst],
    )
    return [Chart(figure, table.table_id)]
