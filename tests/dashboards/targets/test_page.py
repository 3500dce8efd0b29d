"""The page of one target: what it shows is recomputed here from the rows it was made from."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from dashboards.blocks.layout import Fold, Sheet
from dashboards.origins import Origins
from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.pages.results import judged
from dashboards.pages.targets import cells as target_cells
from dashboards.pages.targets import page as target
from dashboards.pages.targets import sentences
from dashboards.pages.targets import tables as target_tables
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.words import words
from tests.dashboards.books import with_rows
from tests.dashboards.reading import table, target_periods

PLAN, NUMBER, AGENCY = "an_hoa_2026", "T001", "so-y-te-an-hoa"


def test_a_target_of_which_a_period_was_judged_has_one_page_and_any_other_stands_on_its_plan(book: Book) -> None:
    rows = book.marts.rows("plan_targets")
    built = [page.path for page in target.pages(book)]
    judged = [row for row in rows if row["period_key"] and not row["is_repeat"]]
    assert len(built) == len(set(built)) == len(judged) > 5
    for row in rows:
        path = book.target_page(row["plan_key"], row["target_no"])
        assert path is not None
        counted = (row["plan_key"], book.counted_as(row["plan_key"], row["target_no"]))
        assert (path in built) == any((one["plan_key"], one["target_no"]) == counted for one in judged)
        if path not in built:
            assert path == f"{book.plan_pages[row['plan_key']]}#{row['target_no']}"


def test_the_table_of_periods_repeats_the_marts(book: Book, page: Page) -> None:
    rows = target_periods(book, PLAN, NUMBER)
    lines = table(page, "cac-ky-bao-cao").lines
    assert [line.cells[0].text for line in lines] == [row["period_name"] for row in rows]
    for line, row in zip(lines, rows, strict=True):
        _, actual, asked, gap, before, reported, _ = line.cells
        assert [actual.value, asked.value, gap.value] == [row["actual"], row["target_value"], row["gap"]]
        assert before.value == row["previous_year_actual"]
        assert (actual.text == "—") == (row["actual"] is None)
        if row["status"] == "not_due":
            assert reported.text == words().targets.not_due_units
        else:
            assert reported.text.startswith("3/5")
    missing = next(unit["unit_name"] for unit in units(book, "2026-q3") if unit["state"] == "not_reported")
    assert any(missing in line for line in lines[2].cells[5].lines)


def test_who_owes_a_figure_of_the_whole_agency_is_named_where_nobody_has_sent_it(book: Book) -> None:
    row = next(row for row in target_periods(book, PLAN, NUMBER) if row["status"] == "not_reported")
    row_id = f"fct_target_progress/{PLAN}/{NUMBER}/{row['period_key']}/agency/{AGENCY}"
    base = book.marts.rows("origins")[0] | {"row_id": row_id}
    said = {"clause": None, "missing": "Văn phòng", "awaited": "Thanh tra", "obligation": "Phòng Tài chính"}
    changed = with_rows(book, target_units=[], origins=[base | {"role": r, "unit_name": n} for r, n in said.items()])
    shown = next(page for page in target.pages(changed) if page.path == changed.target_page(PLAN, NUMBER))
    told = {line.cells[0].text: line.cells[5].lines for line in table(shown, "cac-ky-bao-cao").lines}
    owed = {period: [line for line in lines if line.startswith("Còn thiếu")] for period, lines in told.items()}
    names = words().target_page.missing.format(names="Thanh tra; Văn phòng")
    assert owed == {period: [] for period in told} | {row["period_name"]: [names]}


def units(book: Book, period: str) -> list[Row]:
    return [row for row in book.rows_of("target_units", "plan_key")[PLAN] if row["period_key"] == period]


def test_each_unit_stands_in_the_latest_period_worst_first_and_earlier_ones_fold(book: Book, page: Page) -> None:
    shown = next(section for section in page.sections if section.anchor == "don-vi")
    latest = next(block.table for block in shown.blocks if isinstance(block, Sheet))
    rows = {row["unit_name"]: row for row in units(book, "2026-q3")}
    order = [rows[line.cells[0].text] for line in latest.lines]
    assert len(order) == len(rows)
    assert [row["status"] for row in order[:3]] == ["missed", "off_track", "at_risk"]
    for line, row in zip(latest.lines, order, strict=True):
        assert [line.cells[2].value, line.cells[3].value] == [row["actual"], row["gap"]]
        assert (line.cells[4].value is None) == (row["received_at"] is None)
    assert [block.title for block in shown.blocks if isinstance(block, Fold)] == [
        words().target_page.other_periods.format(period="Quý I năm 2026", n=len(rows))
    ]
    assert latest.note == words().target_page.contribution


def test_what_came_late_in_the_evening_came_on_the_next_day_in_viet_nam(page: Page) -> None:
    days = {line.cells[4].value for line in table(page, "don-vi-2026-q3").lines if line.cells[4].value}
    assert days == {date(2026, 10, 1)}


def test_what_a_unit_carried_or_sent_again_is_said(page: Page) -> None:
    lines = {line.cells[0].text: line.cells for line in table(page, "don-vi-2026-q3").lines}
    assert words().target_page.carried.format(period="Quý I năm 2026") in lines["Trung tâm số 2"][2].lines
    assert words().target_page.corrected in lines["Trung tâm số 3"][2].lines
    assert words().origin.version.format(n=2) in lines["Trung tâm số 3"][4].lines
    assert words().common.simulated in lines["Trung tâm số 4"][0].flags


def test_a_unit_whose_figure_is_that_of_an_earlier_period_is_never_said_to_have_reported(book: Book) -> None:
    rows = book.rows_of("plan_targets", "plan_key")[PLAN]
    row = next(one for one in rows if one["target_no"] == NUMBER)
    row = row | {"period_key": "2026-q3", "units_concerned": 2, "units_reported": 2, "units_held_back": 0}
    sent = {"period_key": "2026-q3", "read_period_key": "2026-q3", "period_name": "9 tháng năm 2026"}
    before = {"period_key": "2026-h1", "read_period_key": "2026-h1", "period_name": "Sáu tháng năm 2026"}
    units = [before | {"is_carried": False}, sent | {"is_carried": False}]
    carried = sent | {"read_period_key": "2026-h1", "is_carried": True}
    alone = row | {"units_carried": 0}
    assert sentences.conclusion(alone, units, book.phrases).endswith(" 2/2 đơn vị liên quan đã báo cáo.")
    mixed = row | {"units_carried": 1}
    known = "2/2 đơn vị liên quan đã có số, trong đó 1 đơn vị lấy số của"
    said = sentences.conclusion(mixed, [*units, carried], book.phrases)
    assert said.endswith(f" {known} sáu tháng năm 2026.")
    older = [*units, carried, carried | {"read_period_key": "2026-q1"}]
    held = mixed | {"units_held_back": 1}
    said = sentences.conclusion(held, older, book.phrases)
    assert said.endswith(f" {known} kỳ trước; 1 đơn vị có số liệu chờ xác minh.")


@pytest.mark.parametrize(("state", "href"), [("reported", "t.html#don-vi-2026-annual"), ("not_due", None)])
def test_a_period_still_to_come_leads_to_no_table_as_it_has_none(state: str, href: str | None) -> None:
    rows = {("P", "T1", "2026-annual"): [{"state": state}]}
    book: Any = SimpleNamespace(target_pages={("P", "T1"): "t.html"}, rows_of=lambda *_: rows)
    origins = Origins({"fct_target_progress/P/T1/2026-annual/agency/A": [{"role": "clause", "unit_name": None}]})
    row = {"plan_key": "P", "target_no": "T1", "period_key": "2026-annual", "agency_key": "A"}
    assert target_tables.origin(book, row, origins) is not None
    assert [entry.href for entry in origins.entries] == [href]


def test_a_list_says_what_a_sum_is_shows_a_few_cells_and_leads_to_the_table_with_all(
    book: Book, overview: Page
) -> None:
    entry = next(entry for entry in overview.entries if entry.origin.row_id == f"fct_target_status/{PLAN}/{NUMBER}")
    assert [line["role"] for line in entry.lines] == ["figure"] * 3
    assert entry.more == 6
    assert entry.href is not None
    assert entry.href.endswith("chi-tieu-an_hoa_2026-t001.html#don-vi")
    row = next(row for row in book.rows_of("plan_targets", "plan_key")[PLAN] if row["target_no"] == NUMBER)
    assert entry.figure == book.phrases.actual(row)
    assert entry.units == 8


@pytest.mark.parametrize(("comparator", "above"), [("ge", 1), ("le", -1)])
def test_the_worst_unit_stands_first_in_the_dialog_and_in_the_table_of_a_floor_and_of_a_ceiling(
    book: Book, comparator: str, above: int
) -> None:
    ordered = [("Kém xa", "missed", -5), ("Kém gần", "missed", -2), ("Nguy cơ", "at_risk", -7)]
    ordered += [("Đạt sát", "met", 1), ("Đạt vừa", "met", 3), ("Đạt xa", "met", 9)]
    unit = units(book, "2026-q3")[0] | {"target_no": NUMBER, "actual": Decimal(50)}
    given = [unit | {"unit_key": name, "unit_name": name, "status": status, "gap": Decimal(above * gap)}
             for name, status, gap in sorted(ordered)]  # fmt: skip
    row_id = f"fct_target_status/{PLAN}/{NUMBER}"
    line = next(line for line in book.rows_of("origins", "row_id")[row_id] if line["unit_name"])
    cells = [line | {"unit_name": row["unit_name"]} for row in given]
    targets_of = [row | {"comparator": comparator} for row in book.marts.rows("plan_targets")]
    changed = with_rows(book, target_units=given, origins=cells, plan_targets=targets_of)
    names = [name for name, _, _ in ordered]
    origins = changed.origins()
    assert judged(changed, PLAN, NUMBER, origins)
    assert [said["unit_name"] for said in origins.entries[0].lines] == names[: len(origins.entries[0].lines)]
    page = next(page for page in target.pages(changed) if page.path == changed.target_pages[PLAN, NUMBER])
    assert [line.cells[0].text for line in table(page, "don-vi-2026-q3").lines] == names


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"remaining": Decimal(4), "unit": "percent"}, "Để đạt mức đề ra, trong 26 hiện có phải đạt thêm ít nhất 4."),
        ({"remaining": Decimal(4), "unit": "documents"}, "Để đạt mức đề ra còn cần thêm 4\u00a0văn bản."),
        ({"remaining": Decimal(0), "unit": "percent"}, ""),
        ({"remaining": None, "unit": "percent"}, ""),
        ({"remaining": Decimal(4), "unit": "percent", "is_final": True}, ""),
    ],
)
def test_what_the_rest_of_the_year_must_bring_is_said_where_it_is_known(
    book: Book, row: dict[str, Any], said: str
) -> None:
    base = {"is_final": False, "denominator": Decimal(26)}
    assert sentences.remaining(base | row, book.phrases) == said


def test_a_year_before_without_a_figure_is_said_to_have_none(book: Book) -> None:
    base = {"actual": Decimal(3), "previous_year_is_comparable": False, "previous_year_reason": "no_result_expected"}
    said = words().target_page
    assert sentences.not_compared(base | {"previous_year_actual": None}, book.phrases) == said.no_figure_before
    other = base | {"previous_year_actual": Decimal(2), "previous_year_reason": "other_units"}
    assert sentences.not_compared(other, book.phrases).startswith("không so sánh: ")


def test_a_count_that_falls_within_a_year_names_how_many_units_dropped_out() -> None:
    first = {"window_to": date(2026, 6, 14), "actual": Decimal(50), "numerator": Decimal(8), "denominator": Decimal(16)}
    then = first | {"window_to": date(2026, 9, 14), "numerator": Decimal(6), "denominator": Decimal(10)}
    spoke = [{"unit_key": key, "actual": Decimal(1), "state": "reported"} for key in "abc"]
    now = [spoke[0], *({**unit, "actual": None, "state": "not_reported"} for unit in spoke[1:])]
    assert sentences.fewer_units(first, then, spoke, now) == 2
    assert sentences.fewer_units(then, first | {"window_to": then["window_to"]}, spoke, now) == 0
    assert sentences.fewer_units(first, then | {"window_to": date(2027, 6, 14)}, spoke, now) == 0


def test_each_level_of_a_target_printed_with_two_counts_and_that_there_are_two_is_said(book: Book) -> None:
    row = {**book.rows_of("plan_targets", "plan_key")[PLAN][0], "status": "missed", "is_repeat": False}
    pair = [{**row, "has_conflict": True, "commitment_key": "one"}] * 2
    said = sentences.overview([*pair, {**row, "has_conflict": False, "commitment_key": "two"}], 1, book.phrases)
    assert said.startswith("3 chỉ tiêu có con số")
    assert words().targets.contradicted.format(n=1) in said


def test_the_tasks_that_serve_a_target_stand_in_the_order_of_the_annex(page: Page) -> None:
    lines = table(page, "nhiem-vu-phuc-vu").lines
    assert [line.cells[0].lines[0].split(" ")[0] for line in lines] == ["A002", "A004"]


def test_the_day_of_the_tasks_that_serve_a_target_is_told_as_theirs_and_as_passed(book: Book) -> None:
    passed = target_cells.due(book, {"due_date": date(2026, 6, 30)})
    assert passed == "hạn của nhiệm vụ phục vụ: 30/06/2026 (đã qua)"
    today = book.site["as_of_date"]
    assert target_cells.due(book, {"due_date": today}) == f"hạn của nhiệm vụ phục vụ: {formats.day(today)}"
    ended = {"due_date": None, "period_start": today.year - 2, "period_end": today.year - 1}
    assert target_cells.due(book, ended) == f"trong năm {today.year - 1} (đã hết)"
    assert target_cells.due(book, ended | {"period_end": today.year}) == f"trong năm {today.year}"


def test_a_count_has_a_bar_that_ends_with_the_larger_of_figure_and_level() -> None:
    row = {"status": "off_track", "unit": "facilities", "comparator": "ge", "gap": None}
    few = target_cells.bar(row | {"actual": Decimal(3), "value": Decimal(12)})
    assert few
    assert (few.value, few.level) == (Decimal(25), Decimal(100))
    many = target_cells.bar(row | {"actual": Decimal(16), "value": Decimal(12)})
    assert many
    assert (many.value, many.level) == (Decimal(100), Decimal(75))
    assert target_cells.bar(row | {"actual": Decimal(-1), "value": Decimal(12)}) is None
    assert target_cells.bar(row | {"actual": Decimal(0), "value": Decimal(0)}) is None
    share = target_cells.bar(row | {"actual": Decimal(60), "value": None, "unit": "percent"})
    assert share
    assert (share.value, share.level) == (Decimal(60), None)


@pytest.mark.parametrize(
    ("actual", "said"),
    [
        ("24", "thấp hơn mức đề ra 1 điểm %."),
        ("27.2", "nằm trong khoảng đề ra, từ 25 % đến 30 %."),
        ("31.5", "cao hơn khoảng đề ra 1,5 điểm %."),
    ],
)
def test_a_result_within_the_range_asked_is_not_above_it(book: Book, actual: str, said: str) -> None:
    row = next(row for row in book.rows_of("plan_targets", "plan_key")[PLAN] if row["target_no"] == NUMBER)
    asked = {"value": Decimal(25), "value_max": Decimal(30), "comparator": "between", "is_floor_assumed": False}
    result = {"actual": Decimal(actual), "gap": Decimal(actual) - 25, "units_concerned": 0, "unit": "percent"}
    conclusion = sentences.conclusion({**row, **asked, **result}, [], book.phrases)
    assert conclusion.replace(formats.NO_BREAK, " ").endswith(said)


def test_tiles_of_a_made_up_result_of_a_real_agency_say_so(book: Book) -> None:
    row = next(row for row in book.rows_of("plan_targets", "plan_key")[PLAN] if row["target_no"] == NUMBER)
    known = target.target_tables.results(book)
    for is_made_up in (True, False):
        made_up = {**row, "is_simulated": is_made_up}
        tile = target._tiles(book, made_up, None, known, book.origins())[0]
        assert (words().common.simulated in tile.cell.flags) == is_made_up
