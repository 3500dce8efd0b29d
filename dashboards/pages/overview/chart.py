"""The one chart of an overview: the targets of each reform area by state, in the order of the plan; where several plans
were judged, each plan has its areas, as on the page that the bars lead to."""

import posixpath
from collections.abc import Sequence

from dashboards.blocks.layout import Block, Chart, Fold, Sheet
from dashboards.blocks.table import Cell, Column, plain
from dashboards.figures.statuses import stacked
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.standing import AgencyStanding
from dashboards.pages.tallies import statuses, tally, total
from dashboards.pages.targets import listing as target_list
from dashboards.queries.marts import grouped
from dashboards.theme import formats
from dashboards.theme.states import TARGET_BEHIND

_TABLE = "chi-tieu-linh-vuc"


def by_area(book: Book, standing: AgencyStanding) -> Sequence[Block]:
    """Chart and table of the plans that were judged last; nothing where one area or none has targets.

    On paper the two sheets belong to what has to be done.
    """
    plans = {row["plan_key"] for row in standing.judged}
    rows = [
        row
        for row in book.rows_of("plan_targets", "agency_key")[standing.agency["agency_key"]]
        if row["plan_key"] in plans and row["is_current"] and not row["is_repeat"] and row["status"] is not None
    ]
    page = book.agency_path(standing.agency["agency_key"], "targets")
    # As on the page that the bars lead to: what is in force first.
    ordered = sorted(rows, key=lambda row: book.has_ended(book.plan[row["plan_key"]]))
    bars = [
        (
            target_list.area_title(book, book.plan[key], area, len(plans)),
            statuses(own),
            f"{page}#{target_list.area_anchor(own[0])}",
        )
        for key, of_plan in grouped(ordered, "plan_key").items()
        for area, own in target_list.by_area(book, of_plan).items()
    ]
    if len(bars) <= 1:
        return []
    words = book.words.overview
    worst = max(bars, key=lambda bar: (total(bar[1], TARGET_BEHIND), -sum(bar[1].values())))
    bad = total(worst[1], TARGET_BEHIND)
    caption = words.areas_calm
    if bad:
        counts = {"n": formats.number(bad), "of": formats.number(sum(worst[1].values()))}
        caption = words.areas_worst.format(area=worst[0], **counts)
    # The page of targets stands in the same folder.
    beside = [(name, counts, posixpath.basename(href)) for name, counts, href in bars]
    figure = stacked(
        "areas", words.areas_chart, book.labels.under_chart(caption, rows), beside, "target_status", book.words
    )
    columns = [Column(book.words.column.area, "name"), Column(book.words.column.targets, "number")]
    columns += [Column(book.words.column.state, "text")]
    lines = [
        [Cell(name, href=href), cells.count(sum(counts.values())), cells.states(book, "target_status", counts)]
        for name, counts, href in bars
    ]
    told = tally("target_status", statuses(rows), book.phrases)
    table = plain(_TABLE, words.areas_chart, columns, lines)
    return [Chart(figure, _TABLE, is_on_paper=False), Fold(words.areas, [Sheet(table)], tally=told, is_reference=True)]
