"""The pages of targets: what they show is recomputed here from the rows they were made from."""

import json
import re
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from dashboards.blocks.layout import Chart, Fold, Sheet, Text, walk
from dashboards.blocks.table import Cell
from dashboards.origins import Origins
from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.pages.results import judged
from dashboards.pages.targets import board as targets
from dashboards.pages.targets import cells as target_cells
from dashboards.pages.targets import page as target
from dashboards.pages.targets import sentences
from dashboards.pages.targets import tables as target_tables
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.formats import lower
from dashboards.theme.states import TARGET_BEHIND
from dashboards.theme.words import words
from tests.dashboards.books import with_rows
from tests.dashboards.reading import table

PLAN, NUMBER, AGENCY = "an_hoa_2026", "T001", "so-y-te-an-hoa"
LIMIT = 250_000


@pytest.fixture(scope="module")
def page(book: Book) -> Page:
    return next(page for page in target.pages(book) if page.path == book.target_page(PLAN, NUMBER))


@pytest.fixture(scope="module")
def overview(book: Book) -> Page:
    return next(page for page in targets.pages(book) if page.agency_key == AGENCY)


def periods(book: Book, plan: str, number: str) -> list[Row]:
    return [row for row in book.rows_of("plan_target_periods", "plan_key")[plan] if row["target_no"] == number]


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


def test_a_figure_printed_again_leads_to_the_page_of_the_one_that_counts_and_is_counted_once(
    book: Book, overview: Page
) -> None:
    again = next(row for row in book.marts.rows("plan_targets") if row["is_repeat"])
    assert book.target_page(PLAN, again["target_no"]) == book.target_page(PLAN, NUMBER)
    line = next(line for line in table(overview, "chi-tieu").lines if again["target_no"] in line.cells[0].lines)
    assert words().targets.repeat in line.cells[0].flags
    groups = table(overview, "chi-tieu").groups
    rows = [row for plan in (PLAN, "an_hoa_2021_2030") for row in book.rows_of("plan_targets", "plan_key")[plan]]
    counted = sum(count for group in groups for _, count in group.tally)
    assert counted == sum(row["is_current"] and not row["is_repeat"] for row in rows)
    assert sum(len(group.lines) for group in groups) == len(rows)
    said = next(block.text for block in overview.sections[0].blocks if isinstance(block, Text))
    assert said.startswith(f"{counted} ")


def test_the_conclusion_counts_what_stands_behind_and_names_the_worst_result(book: Book, overview: Page) -> None:
    rows = [row for row in book.rows_of("plan_targets", "agency_key")[AGENCY] if row["plan_key"] != "an_hoa_2024"]
    said = next(block.text for block in overview.sections[0].blocks if isinstance(block, Text))
    counts = Counter(row["status"] for row in rows if not row["is_repeat"])
    for code, count in counts.items():
        word = words().target_status[code]
        is_asking = code in (*TARGET_BEHIND, "not_reported")
        assert (f"{count} {word[:1].lower()}{word[1:]}" in said) == is_asking
    behind = [row for row in rows if row["status"] == "missed" and not row["is_repeat"]]
    assert book.phrases.actual(behind[0]) in said


def test_a_target_that_another_plan_has_closed_is_listed_with_its_flag_and_counted_named_and_drawn_nowhere(
    book: Book, overview: Page
) -> None:
    day = date(2026, 6, 30)
    rows = [
        dict(row) | ({"is_current": False, "valid_to": day} if row["status"] in TARGET_BEHIND else {})
        for row in book.marts.rows("plan_targets")
    ]
    page = next(page for page in targets.pages(with_rows(book, plan_targets=rows)) if page.agency_key == AGENCY)
    said = next(block.text for block in page.sections[0].blocks if isinstance(block, Text))
    assert not any(lower(words().target_status[code]) in said for code in TARGET_BEHIND)
    assert words().targets.worst.partition(":")[0] not in said
    now = [row for row in rows if row["agency_key"] == AGENCY and row["plan_key"] != "an_hoa_2024"]
    assert words().targets.closed_uncounted.format(n=sum(not row["is_current"] for row in now)) in said
    flagged = [
        line for line in table(page, "chi-tieu").lines if f"hết hiệu lực từ sau {day:%d/%m/%Y}" in line.cells[0].flags
    ]
    assert len(flagged) == sum(not row["is_current"] for row in now)
    ending = [row["valid_to"] for row in now if row["is_current"] and row["valid_to"] is not None]
    said_of = [flag for line in table(page, "chi-tieu").lines for flag in line.cells[0].flags if "hiệu lực" in flag]
    going_on = [words().targets.closing.format(date=f"{end:%d/%m/%Y}") for end in ending]
    assert going_on
    assert [flag for flag in said_of if not flag.startswith("hết")] == going_on
    assert len(table(page, "chi-tieu").lines) == len(table(overview, "chi-tieu").lines)
    counts: Counter[str] = Counter()
    for group in table(page, "chi-tieu").groups:
        counts.update({mark.text: n for mark, n in group.tally})
    assert counts.total() == sum(row["is_current"] and not row["is_repeat"] for row in now)
    drawn = str(
        [
            block.figure.data
            for section in page.sections[:2]
            for block in walk(section.blocks)
            if isinstance(block, Chart)
        ]
    )
    behind = [row for row in now if row["status"] in TARGET_BEHIND and row["indicator_name"]]
    assert behind
    assert not any(mark in drawn for mark in ("missed", "off_track"))


def test_a_plan_that_was_replaced_stands_with_those_that_are_over_and_tells_how_it_ended(book: Book) -> None:
    plans = [dict(row) | ({"is_in_force": False} if row["plan_key"] == PLAN else {}) for row in book.plans]
    rows = [
        dict(row) | ({"is_current": False} if row["plan_key"] == PLAN else {})
        for row in book.marts.rows("plan_targets")
    ]
    changed = with_rows(book, plans=plans, plan_targets=rows)
    page = next(page for page in targets.pages(changed) if page.agency_key == AGENCY)
    past = next(section for section in page.sections if section.title == words().targets.past)
    folds = [block for block in past.blocks if isinstance(block, Fold)]
    assert [fold.title for fold in folds] == ["12/KH-SYT (2026)", "09/KH-SYT (2024)"]
    own = [row for row in rows if row["plan_key"] == PLAN]
    assert sum(count for _, count in folds[0].tally) == sum(not row["is_repeat"] for row in own)
    assert not any(PLAN in str(line.cells[0].href) for line in table(page, "chi-tieu").lines)


def test_plans_that_are_over_fold_under_their_own_heading(overview: Page) -> None:
    past = next(section for section in overview.sections if section.title == words().targets.past)
    folds = [block for block in past.blocks if isinstance(block, Fold)]
    assert [fold.title for fold in folds] == ["09/KH-SYT (2024)"]
    assert not folds[0].is_open
    tables = [block.table for block in walk(folds) if isinstance(block, Sheet)]
    assert len(tables[0].lines) == 3
    current = table(overview, "chi-tieu")
    assert not any("09/KH-SYT" in group.title for group in current.groups)


def test_where_every_plan_is_over_the_latest_one_is_open(book: Book) -> None:
    plans = [row for row in book.plans if row["plan_key"] == "an_hoa_2024"]
    blocks = targets._past(book, plans, book.origins(), is_alone=True)
    assert [block.is_open for block in blocks if isinstance(block, Fold)] == [True]


def test_a_plan_without_figures_says_so(book: Book) -> None:
    silent = next(page for page in targets.pages(book) if page.agency_key == "so-y-te-dong-lam")
    texts = [block.text for section in silent.sections for block in section.blocks if isinstance(block, Text)]
    assert texts == [words().targets.none]
    assert "07/KH-SYT" in str(silent.sections[-1].blocks)


def test_the_table_of_periods_repeats_the_marts(book: Book, page: Page) -> None:
    rows = periods(book, PLAN, NUMBER)
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
    row = next(row for row in periods(book, PLAN, NUMBER) if row["status"] == "not_reported")
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


def test_the_filters_offer_what_the_rows_hold(overview: Page) -> None:
    found = table(overview, "chi-tieu")
    for position, (_, values) in enumerate(found.filters):
        assert set(values) == {line.facets[position][0] for line in found.lines}
    assert [word for word, _ in found.filters][-1] == words().column.plan


def test_rows_can_be_filtered_in_a_browser(site: Path) -> None:
    text = (site / AGENCY / "chi-tieu.html").read_text(encoding="utf-8")
    facets = re.findall(r"data-facets='([^']*)'", text)
    assert len(facets) > 20
    assert all(len(json.loads(value.replace("&#39;", "'"))) == 3 for value in facets)


def test_no_page_of_targets_is_heavy(site: Path) -> None:
    sizes = {path.name: path.stat().st_size for path in site.glob("*/chi-tieu*.html")}
    assert len(sizes) > 8
    assert max(sizes.values()) < LIMIT


def test_a_missing_result_is_a_dash_and_its_state_a_word(overview: Page) -> None:
    for line in table(overview, "chi-tieu").lines:
        actual: Cell = line.cells[1]
        if actual.value is None:
            assert actual.text == "—"
            assert line.cells[4].mark is not None


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
    conclusion = sentences.conclusion({**row, **asked, **result}, book.phrases)
    assert conclusion.replace(formats.NO_BREAK, " ").endswith(said)


def test_tiles_of_a_made_up_result_of_a_real_agency_say_so(book: Book) -> None:
    row = next(row for row in book.rows_of("plan_targets", "plan_key")[PLAN] if row["target_no"] == NUMBER)
    known = target.target_tables.results(book)
    for is_made_up in (True, False):
        made_up = {**row, "is_simulated": is_made_up}
        tile = target._tiles(book, made_up, None, known, book.origins())[0]
        assert (words().common.simulated in tile.cell.flags) == is_made_up
