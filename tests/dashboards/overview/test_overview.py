"""The overview of an agency says what its marts hold, here counted again."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from dashboards.blocks.layout import Chart, Text, Tiles, walk
from dashboards.pages.book import Book
from dashboards.pages.overview import page as overview
from dashboards.pages.page import Page
from dashboards.pages.targets import board as targets
from dashboards.pages.targets.order import worst_first
from dashboards.theme.formats import DASH, day, instant, lower
from dashboards.theme.states import REPORT_LACKING, TARGET_BEHIND, TARGET_JUDGED
from dashboards.theme.words import words
from tests.dashboards.invented.indices import FORMER, MERGED, MERGER
from tests.dashboards.invented.yardsticks import AGENCY_OF
from tests.dashboards.reading import table, tiles

AGENCY, SILENT = "so-y-te-an-hoa", "so-y-te-dong-lam"


def lead(page: Page) -> str:
    block = page.sections[0].blocks[0]
    assert isinstance(block, Text)
    return block.text


def test_targets_in_danger_are_those_of_the_mart_worst_first(book: Book, page: Page) -> None:
    rows = book.rows_of("plan_targets", "agency_key")[AGENCY]
    judged = [row for row in rows if row["status"] in TARGET_JUDGED and row["window_to"] and not row["is_repeat"]]
    danger = [row for row in judged if row["status"] in TARGET_BEHIND]
    shown = table(page, "chi-tieu-can-quan-tam").lines
    assert [line.cells[0].text for line in shown] == [row["statement"] for row in sorted(danger, key=worst_first)]
    assert tiles(page)[0] == str(len(danger))
    assert f"{len(danger)}/{len(judged)} chỉ tiêu" in lead(page)


def test_owner_day_and_bar_of_a_target_are_told_as_on_the_page_of_all_targets(
    book: Book, every: dict[str, Page]
) -> None:
    listed = {
        (board.agency_key, line.cells[0].href): line.cells
        for board in targets.pages(book)
        for sheet in board.tables
        for line in sheet.lines
    }
    compared = 0
    for page in every.values():
        for sheet in (one for one in page.tables if one.table_id in ("chi-tieu-can-quan-tam", "viec-nang-nhat")):
            for line in (one for one in sheet.lines if one.cells[2].value is not None):
                key = next(
                    key for key, folder in book.agency_folder.items() if line.cells[0].href.startswith(f"{folder}/")
                )
                told = listed[key, line.cells[0].href]
                owner = next(cell for cell in line.cells if cell.parts and cell.parts[0][0] == words().column.due)
                assert replace(owner, parts=()) == replace(told[6], parts=())
                assert line.cells[2].text == told[1].text
                assert line.cells[2].bar == told[1].bar
                compared += 1
    assert compared > 2


def test_reports_that_are_not_there_are_named_with_their_state_the_latest_period_first(book: Book, page: Page) -> None:
    board = [row for row in book.rows_of("report_board", "agency_key")[AGENCY] if row["status"] in REPORT_LACKING]
    begun = [row for row in book.rows_of("report_periods", "agency_key")[AGENCY] if row["received"] or row["missing"]]
    last = max((row for row in begun if row["window_to"]), key=lambda row: row["window_to"])
    lines = [line.cells for line in table(page, "chua-gui-bao-cao").lines]
    shown = [(cells[0].text, cells[1].text, cells[2].mark and cells[2].mark.text) for cells in lines]
    states = words().report_status
    assert sorted(shown) == sorted((row["unit_name"], row["period_name"], states[row["status"]]) for row in board)
    assert {row["status"] for row in board} == set(REPORT_LACKING)
    assert shown[0][1] == last["period_name"]
    assert tiles(page)[1] == str(last["missing"])


def test_the_coming_month_holds_what_is_due_within_thirty_days(book: Book, page: Page) -> None:
    near = [row for row in book.rows_of("upcoming", "agency_key")[AGENCY] if row["days_left"] <= 30]
    assert [line.cells[4].value for line in table(page, "sap-den-han").lines] == sorted(
        row["days_left"] for row in near
    )


def test_a_merger_is_told_too_where_the_province_keeps_its_name(every: dict[str, Page]) -> None:
    notes = [
        block.text for block in every[f"{AGENCY_OF[MERGED]}/index.html"].sections[0].blocks if isinstance(block, Text)
    ]
    assert words().index.merged_from.format(day=day(MERGER), others=FORMER, territory=MERGED) in notes


def test_every_tile_with_a_count_leads_to_a_place_on_a_page(book: Book, page: Page) -> None:
    anchors = {section.anchor for section in page.sections if section.blocks}
    for tile in next(block for block in page.sections[0].blocks if isinstance(block, Tiles)).tiles:
        path, _, anchor = (tile.cell.href or "").partition("#")
        assert path == page.path
        assert anchor in anchors


def test_freshness_counts_the_files_of_the_agency_alone(book: Book, every: dict[str, Page]) -> None:
    night = book.site["previous_night_at"]
    for key in book.agency_names:
        files = book.rows_of("quality_files", "agency_key")[key]
        count = sum(row["received_at"] is not None and row["received_at"] > night for row in files)
        notes = [
            block.text
            for block in every[f"{key}/index.html"].sections[0].blocks
            if isinstance(block, Text) and block.tone == "note"
        ]
        assert (f"có {count} tệp mới" if count else "không có tệp mới") in notes[-1]


def test_what_is_not_used_makes_no_figure_fresher(book: Book, page: Page) -> None:
    files = book.rows_of("quality_files", "agency_key")[AGENCY]
    newest = max(row["received_at"] for row in files if row["status"] == "read" and row["received_at"])
    later = {**files[0], "received_at": newest + timedelta(days=1)}
    assert overview.newest_used([*files, {**later, "status": "ignored"}, {**later, "status": "unreadable"}]) == newest
    assert overview.newest_used([*files, {**later, "status": "read"}]) == later["received_at"]
    assert overview.newest_used([]) is None
    said = " ".join(block.text for block in page.sections[0].blocks if isinstance(block, Text))
    assert words().overview.last_received.format(at=instant(newest)) in said


def test_the_period_of_every_result_is_said_below_the_table_or_in_its_row(book: Book, every: dict[str, Page]) -> None:
    rows = {book.target_page(row["plan_key"], row["target_no"]): row for row in book.marts.rows("plan_targets")}
    for path in ("index.html", f"{AGENCY}/index.html", f"{AGENCY}/tom-tat.html"):
        shown = next(one for one in every[path].tables if one.table_id in ("chi-tieu-can-quan-tam", "viec-nang-nhat"))
        results = [(rows[line.cells[0].href], line.cells[2]) for line in shown.lines if line.cells[2].value is not None]
        assert results
        for row, cell in results:
            assert row["period_name"] in cell.lines or shown.note.startswith(f"Kết quả {lower(row['period_name'])} (")


def test_an_agency_shows_no_row_of_another(book: Book, every: dict[str, Page]) -> None:
    for key, name in book.agency_names.items():
        others = set(book.agency_names.values()) - {name}
        for page in (every[f"{key}/index.html"], every[f"{key}/tom-tat.html"]):
            cells = [cell for table in page.tables for line in table.lines for cell in line.cells]
            assert not others & {text for cell in cells for text in (cell.text, *cell.lines)}


def test_what_nobody_is_asked_for_is_a_dash_with_its_reason(every: dict[str, Page]) -> None:
    shown = tiles(every[f"{SILENT}/index.html"])
    assert shown[1] == DASH
    assert shown[3] == DASH


def test_a_bar_of_the_chart_and_its_row_lead_to_the_targets_that_they_count(book: Book, page: Page, site: Path) -> None:
    chart = next(block for section in page.sections for block in walk(section.blocks) if isinstance(block, Chart))
    lines = table(page, chart.table_id).lines
    board = next(board for board in targets.pages(book) if board.agency_key == AGENCY)
    groups = {group.anchor: group for sheet in board.tables for group in sheet.groups}
    bars = {trace["name"].partition(" ")[2]: trace["x"] for trace in chart.figure.data}
    areas = []
    for trace in chart.figure.data:
        assert [led for _, _, led in trace["customdata"]] == [str(line.cells[0].href).split("/")[1] for line in lines]
    for number, line in enumerate(lines):
        path, _, anchor = str(line.cells[0].href).partition("#")
        areas.append(line.cells[0].text.rpartition(" · ")[2])
        assert path == board.path
        assert groups[anchor].title.endswith(areas[-1])
        assert f'id="{anchor}"' in (site / path).read_text(encoding="utf-8")
        closed = words().targets.closed.partition("{")[0]
        once = [
            told
            for told in groups[anchor].lines
            if not any(flag == words().targets.repeat or flag.startswith(closed) for flag in told.cells[0].flags)
        ]
        held = Counter(told.facets[1][0] for told in once)
        assert held == {mark.text: count for mark, count in line.cells[2].tally}
        assert held == {state: counts[number] for state, counts in bars.items() if counts[number]}
        assert line.cells[1].value == held.total()
    assert 1 < len(set(areas)) < len(lines), "no area stands in two plans"
