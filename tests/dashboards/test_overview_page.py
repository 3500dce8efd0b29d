"""The overview says what its marts hold, here counted again; the file to be sent on needs nothing beside it."""

import re
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from dashboards.blocks.layout import Chart, Fold, Sheet, Text, Tiles, walk
from dashboards.blocks.table import Cell
from dashboards.pages.book import Book
from dashboards.pages.changes import page as changes
from dashboards.pages.overview import all_agencies
from dashboards.pages.overview import page as overview
from dashboards.pages.page import Page
from dashboards.pages.standing import standings
from dashboards.pages.targets import board as targets
from dashboards.theme.formats import DASH, instant, lower
from dashboards.theme.states import REPORT_LACKING, TARGET_BEHIND, TARGET_JUDGED, TASK_LATE
from dashboards.theme.words import words
from tests.dashboards.books import with_rows
from tests.dashboards.reading import table

AGENCY, SILENT, WHOLLY_SIMULATED = "so-y-te-an-hoa", "so-y-te-dong-lam", "minh-hoa"
HEAVIEST = 150_000


@pytest.fixture(scope="module")
def every(book: Book) -> dict[str, Page]:
    return {page.path: page for page in overview.pages(book)}


@pytest.fixture(scope="module")
def page(every: dict[str, Page]) -> Page:
    return every[f"{AGENCY}/index.html"]


def tiles(page: Page) -> list[str]:
    found = [block for section in page.sections for block in walk(section.blocks) if isinstance(block, Tiles)]
    return [tile.cell.text for block in found for tile in block.tiles]


def lead(page: Page) -> str:
    block = page.sections[0].blocks[0]
    assert isinstance(block, Text)
    return block.text


def test_targets_in_danger_are_those_of_the_mart_worst_first(book: Book, page: Page) -> None:
    rows = book.rows_of("plan_targets", "agency_key")[AGENCY]
    judged = [row for row in rows if row["status"] in TARGET_JUDGED and row["window_to"] and not row["is_repeat"]]
    danger = [row for row in judged if row["status"] in TARGET_BEHIND]
    shown = table(page, "chi-tieu-can-quan-tam").lines
    assert sorted(line.cells[0].text for line in shown) == sorted(row["statement"] for row in danger)
    assert tiles(page)[0] == str(len(danger))
    assert f"{len(danger)}/{len(judged)} chỉ tiêu" in lead(page)
    ranked = {row["item_no"]: row["attention_rank"] for row in book.marts.rows("attention") if row["kind"] == "target"}
    first = next(row for row in danger if row["target_no"] in ranked)
    assert shown[0].cells[0].text == first["statement"]


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


def test_what_is_overdue_stands_with_the_unit_that_leads_it_and_not_with_each_member_of_a_group(
    book: Book, page: Page
) -> None:
    units = {row["unit_key"]: row["unit_name"] for row in book.units}
    late = [
        (units[row["unit_key"]], row["status"])
        for row in book.marts.rows("unit_tasks")
        if row["is_own_part"]
        and not row["group_name"]
        and row["status"].startswith("overdue")
        and row["unit_key"] in units
    ]
    # Who is no unit of the register has no page.
    shown = [line for line in table(page, "nhiem-vu-qua-han").lines if line.cells[0].href]
    assert {line.cells[0].text for line in shown} == {name for name, _ in late}
    for column, status in ((1, "overdue"), (2, "overdue_unconfirmed")):
        assert sum(int(str(line.cells[column].value)) for line in shown) == sum(code == status for _, code in late)


def test_units_that_lead_overdue_tasks_are_those_of_tasks_that_their_agency_counts(book: Book) -> None:
    tasks = [dict(row) | {"is_counted": row["task_no"] != "A001"} for row in book.marts.rows("unit_tasks")]
    known, before = (
        {one.agency["agency_key"]: [row for row in one.overdue if row["unit_key"]] for one in standings(given)}
        for given in (with_rows(book, unit_tasks=tasks), book)
    )
    late = [row for row in tasks if row["is_counted"] and row["is_own_part"] and row["status"] in TASK_LATE]
    assert sum(row[code] for row in known[AGENCY] if row["unit_key"] for code in TASK_LATE) == len(late)
    assert sum(row[code] for row in before[AGENCY] if row["unit_key"] for code in TASK_LATE) > len(late)


def test_the_coming_month_holds_what_is_due_within_thirty_days(book: Book, page: Page) -> None:
    near = [row for row in book.rows_of("upcoming", "agency_key")[AGENCY] if row["days_left"] <= 30]
    assert [line.cells[4].value for line in table(page, "sap-den-han").lines] == sorted(
        row["days_left"] for row in near
    )


def test_dossiers_are_told_with_what_is_open_and_late(book: Book, page: Page) -> None:
    row = next(row for row in book.marts.rows("dossiers") if row["scope"] == "agency" and row["is_latest"])
    assert tiles(page)[3] == str(int(row["open_overdue"]))


def test_dossiers_stand_unit_by_unit_under_the_tile_and_add_up_to_it(book: Book, page: Page) -> None:
    rows = [
        row for row in book.rows_of("dossiers", "agency_key")[AGENCY] if row["scope"] == "unit" and row["is_latest"]
    ]
    shown = table(page, "ho-so-don-vi")
    assert [line.cells[0].text for line in shown.lines] == [row["unit_name"] or row["scope_key"] for row in rows]
    assert [line.cells[5].value for line in shown.lines] == [row["open_overdue"] for row in rows]
    line = next(block for block in page.sections[0].blocks if isinstance(block, Tiles)).tiles[3].line
    assert "kể cả 3 hồ sơ quá hạn chưa xong" in line


def test_every_tile_with_a_count_leads_to_a_place_on_a_page(book: Book, page: Page) -> None:
    anchors = {section.anchor for section in page.sections if section.blocks}
    for tile in next(block for block in page.sections[0].blocks if isinstance(block, Tiles)).tiles:
        path, _, anchor = (tile.cell.href or "").partition("#")
        assert path == page.path
        assert anchor in anchors


def test_every_tile_of_all_leads_to_a_list_that_is_there(every: dict[str, Page]) -> None:
    anchors = {
        f"{path}#{section.anchor}" for path, page in every.items() for section in page.sections if section.blocks
    }
    found = next(block for block in every["index.html"].sections[0].blocks if isinstance(block, Tiles)).tiles
    assert [tile.cell.href for tile in found if tile.cell.text != DASH and tile.cell.href not in anchors] == []


def test_freshness_counts_the_files_of_the_agency_alone(book: Book, every: dict[str, Page]) -> None:
    night = book.site["previous_night_at"]
    for key in book.agency_names:
        files = book.rows_of("quality_files", "agency_key")[key]
        count = sum(row["received_at"] is not None and row["received_at"] > night for row in files)
        note = next(
            block.text
            for block in every[f"{key}/index.html"].sections[0].blocks
            if getattr(block, "tone", "") == "note"
        )
        assert (f"có {count} tệp mới" if count else "không có tệp mới") in note


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
            assert row["period_name"] in cell.lines or f" {lower(row['period_name'])}," in shown.note


def test_what_is_over_stands_among_all_agencies_in_plain_words(book: Book) -> None:
    known = standings(book)
    now = all_agencies.agencies(book, known).lines
    past = all_agencies.agencies(book, [replace(one, is_past=True) for one in known]).lines
    assert any(cell.tally for line in now for cell in line.cells)
    assert not any(cell.tally for line in past for cell in line.cells)


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


def test_the_overview_of_all_counts_what_the_agencies_count(book: Book, every: dict[str, Page]) -> None:
    own = [tiles(every[book.agency_pages[key]]) for key in book.agency_names]
    for position, total in enumerate(tiles(every["index.html"])):
        counts = [int(shown[position]) for shown in own if shown[position] != DASH]
        assert total == str(sum(counts))
    ordered = sorted(standings(book), key=lambda one: one.is_past)
    shown = table(every["index.html"], "co-quan").lines
    assert [line.cells[0].text for line in shown] == [one.agency["agency_name"] for one in ordered]
    assert [bool(line.cells[0].lines) for line in shown] == [one.is_past or one.is_year_past for one in ordered]


def test_the_worst_items_of_all_stand_in_the_order_of_attention(book: Book, every: dict[str, Page]) -> None:
    ranked = [row["title"] for row in book.marts.rows("attention") if row["kind"] in ("task", "target")]
    shown = [line.cells[0].text for line in table(every["index.html"], "viec-nang-nhat").lines]
    found = [ranked.index(title) for title in shown if title in ranked]
    assert len(found) >= 2
    assert found == sorted(found)


def test_the_chart_has_its_table_beside_it_and_the_letter_keeps_the_table(every: dict[str, Page]) -> None:
    page, letter = every[f"{AGENCY}/index.html"], every[f"{AGENCY}/tom-tat.html"]
    charts = [block for section in page.sections for block in walk(section.blocks) if isinstance(block, Chart)]
    assert len(charts) == 1
    assert charts[0].table_id in {table.table_id for table in page.tables}
    assert not letter.draws
    assert all(block.is_open for section in letter.sections for block in section.blocks if isinstance(block, Fold))
    assert {table.table_id for table in letter.tables} == {table.table_id for table in page.tables}


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


def test_the_letter_holds_every_row_because_it_leads_nowhere(book: Book, every: dict[str, Page]) -> None:
    rest = words().overview.more.partition("{n}")[2]
    assert any(_shown(page) != _held(page) for page in every.values()), "no overview shows a part of a list"
    for path, letter in every.items():
        if letter.is_letter:
            assert _shown(letter) == _held(letter) == _held(every[path.replace("tom-tat", "index")])
            texts = [block.text for section in letter.sections for block in section.blocks if isinstance(block, Text)]
            assert not [text for text in texts if text.endswith(rest)]
            cells = [cell for table in letter.tables for line in table.lines for cell in line.cells]
            assert not [cell.text for cell in cells if cell.text.endswith("…") and cell.text != cell.value]


def _shown(page: Page) -> dict[str, int]:
    """Rows of each table as a reader sees them."""
    blocks = [block for section in page.sections for block in walk(section.blocks) if isinstance(block, Sheet)]
    return {block.table.table_id: len(block.table.lines) for block in blocks if block.table.lines}


def _held(page: Page) -> dict[str, int]:
    return {table.table_id: len(table.lines) for table in page.tables}


def test_the_letter_needs_no_file_beside_it_and_runs_nothing(site: Path) -> None:
    letters = sorted(site.rglob("tom-tat.html"))
    assert len(letters) > 1
    for letter in letters:
        content = letter.read_text(encoding="utf-8")
        assert "<script" not in content
        assert "<link" not in content
        assert all(address.startswith("#") for address in re.findall(r'href="([^"]*)"', content))
        assert not re.search(r"<[a-z]+\b[^>]*\ssrc=", content)
        assert words().summary.footer in content
        assert "Số liệu đến ngày" in content


def test_overviews_are_light(site: Path) -> None:
    for path in site.rglob("*.html"):
        if path.name in {"index.html", "tom-tat.html", "thay-doi.html"}:
            assert path.stat().st_size < HEAVIEST, path


def test_all_changes_of_an_agency_stand_on_its_page_under_their_kinds(book: Book) -> None:
    page = next(page for page in changes.pages(book) if page.agency_key == AGENCY)
    shown = table(page, "thay-doi")
    rows = book.rows_of("changes", "agency_key")[AGENCY]
    assert len(shown.lines) == len(rows)
    assert [group.title.partition(" (")[0] for group in shown.groups] == [
        words().change_kind[kind] for kind in changes.KINDS if any(row["change_kind"] == kind for row in rows)
    ]


def test_the_page_of_all_counts_the_changes_of_each_agency(book: Book) -> None:
    page = next(page for page in changes.pages(book) if page.agency_key is None)
    for line in table(page, "thay-doi-co-quan").lines:
        key = next(key for key, name in book.agency_names.items() if name == line.cells[0].text)
        assert sum(int(str(cell.value)) for cell in line.cells[1:]) == len(book.rows_of("changes", "agency_key")[key])


def change(book: Book, kind: str, detail: str | None, **values: Any) -> list[Cell]:
    row = next(row for row in book.marts.rows("changes") if row["agency_key"] == AGENCY)
    blank = dict.fromkeys(("indicator_code", "indicator_name", "old_value_text", "new_value_text"))
    shown = changes.table(
        book, "t", "", [{**row, **blank, "change_kind": kind, "detail": detail} | values], book.origins(), 9
    )
    return list(shown.lines[0].cells)


def test_a_change_says_what_its_kind_does_not_and_has_no_figure_before_what_was_never_there(book: Book) -> None:
    assert [cell.text for cell in change(book, "new", "bảng một cửa, 11 số liệu")[2:]] == [
        "Bảng một cửa, 11 số liệu",
        "",
        "",
    ]
    named = change(book, "corrected", None, indicator_code="x", indicator_name="Tỷ lệ", new_value_text="2")
    assert [cell.text for cell in named[2:]] == ["Tỷ lệ", DASH, "2"]
    assert change(book, "withdrawn", None)[2].text == DASH


def test_a_kind_of_change_that_no_page_knows_is_counted_and_listed_too(book: Book) -> None:
    rows = book.marts.rows("changes")
    other = with_rows(book, changes=[*rows, {**rows[0], "agency_key": AGENCY, "change_kind": "moved"}])
    of_all, own = (next(page for page in changes.pages(other) if page.agency_key == key) for key in (None, AGENCY))
    counts = table(of_all, "thay-doi-co-quan")
    assert counts.columns[-1].title == "moved"
    assert [line.cells[-1].value for line in counts.lines if line.cells[0].text == other.agency_names[AGENCY]] == [1]
    assert [len(group.lines) for group in table(own, "thay-doi").groups if group.title.startswith("moved")] == [1]


def test_a_report_taken_back_says_that_another_version_stands(book: Book) -> None:
    sent = next(
        row
        for row in book.rows_of("report_board", "agency_key")[AGENCY]
        if row["standing_received_date"] and not row["is_withdrawn"]
    )
    place = {"unit_key": sent["unit_key"], "period_key": sent["period_key"]}
    said = change(book, "withdrawn", "gửi nhầm", **place)[2]
    assert said.text == "Gửi nhầm"
    assert said.lines[0] == words().changes.still_stands.format(day=book.phrases.standing_day(sent))
    other = change(book, "withdrawn", "gửi nhầm", **(place | {"period_key": "1999"}))[2]
    assert said.lines[0] not in other.lines


def test_what_paper_leaves_out_it_counts_and_a_screen_counts_its_own_rest(every: dict[str, Page]) -> None:
    tried = 0
    for page in every.values():
        for section in page.sections if not page.is_letter else ():
            sheets = [block for block in section.blocks if isinstance(block, Sheet) and block.whole]
            notes = {block.tone: block.text for block in section.blocks if isinstance(block, Text)}
            for sheet in sheets:
                whole, shown = len(sheet.whole.lines if sheet.whole else ()), len(sheet.table.lines)
                printed = sum(line.is_on_paper for line in sheet.table.lines)
                tried += whole > printed
                assert ("paper" in notes) == (whole > printed), section.anchor
                assert whole == printed or str(whole - printed) in notes["paper"]
                assert whole == shown or section.anchor == "dem-qua" or str(whole - shown) in notes["screen"]
    assert tried


def test_a_value_held_back_names_its_file_and_place_where_its_change_is_listed(book: Book) -> None:
    said = change(
        book, "held_back", "số âm", new_value_text="-3", source_path="results/a.xlsx", source_place="Biểu 1!G3"
    )
    assert list(said[2].lines)[-1] == "Biểu 1!G3, tệp results/a.xlsx"
