"""Why a target is behind is said from its counts alone, and the conclusion counts what the tables hold."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from dashboards.pages.book import Book, Checks
from dashboards.pages.overview import tables
from dashboards.pages.overview.reasons import why
from dashboards.pages.overview.sentences import (
    conclusion,
    conclusion_of_all,
    freshness,
    nothing_due,
    sentence_of,
    several_leads,
    task_rates,
)
from dashboards.pages.overview.tiles import of_agency
from dashboards.pages.standing import AgencyStanding
from dashboards.theme import formats

TARGET: dict[str, Any] = {
    "remaining": None,
    "is_final": False,
    "period_key": "2026-q3",
    "period_name": "9 tháng đầu năm 2026",
    "numerator": Decimal(50),
    "denominator": Decimal(83),
    "units_concerned": 40,
    "units_reported": 40,
    "units_carried": 0,
    "unit": "percent",
    "units_held_back": 0,
}


def unit(name: str, gap: int, denominator: int, status: str = "off_track", basis: str = "ratio") -> dict[str, Any]:
    counts = {"gap": Decimal(gap), "numerator": Decimal(1), "denominator": Decimal(denominator)}
    return {"unit_key": name, "unit_name": name, "status": status, "figure_basis": basis} | counts


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"remaining": Decimal(33)}, "Để đạt mức đề ra, trong 83 hiện có phải đạt thêm ít nhất 33 trong quý IV."),
        (
            {"remaining": Decimal(33), "period_key": "2026-h1"},
            "Để đạt mức đề ra, trong 83 hiện có phải đạt thêm ít nhất 33 trong sáu tháng cuối năm.",
        ),
        (
            {"remaining": Decimal(33), "unit": "persons", "denominator": None},
            "Để đạt mức đề ra còn cần thêm 33\u00a0người trong quý IV.",
        ),
        ({"remaining": Decimal(33), "is_final": True}, "Hết kỳ còn thiếu ít nhất 33 trong 83."),
        ({"remaining": Decimal(33), "denominator": None}, "Để đạt mức đề ra còn cần thêm 33 trong quý IV."),
        ({"units_reported": 34}, "34/40 đơn vị đã có số."),
        ({"units_reported": None, "units_concerned": 3}, "Chưa đơn vị nào trong 3 đơn vị có số."),
        ({"units_reported": 33, "units_carried": 22}, "33/40 đơn vị đã có số, 22 là số kỳ trước."),
        ({"units_carried": 22}, "40/40 đơn vị đã có số, 22 là số kỳ trước."),
        (
            {"units_reported": 33, "units_held_back": 2},
            "33/40 đơn vị đã có số, 2 đơn vị có số liệu chờ xác minh.",
        ),
        ({"is_final": True}, ""),
        ({}, "Mọi đơn vị liên quan đều đã báo cáo."),
        ({"units_concerned": 0, "units_reported": 0}, ""),
    ],
)
def test_the_reason_of_a_target_follows_from_its_counts(book: Book, values: dict[str, Any], sentence: str) -> None:
    assert why(book, TARGET | values, []) == sentence


def test_who_makes_up_most_of_what_is_short_is_named(book: Book) -> None:
    heavy = [unit("Lớn", -10, 100), unit("Nhỏ", -10, 10), unit("Đạt", 4, 100, "on_track")]
    assert why(book, TARGET, heavy) == "Làm giảm kết quả nhiều nhất: Lớn (1/100)."
    two = [*heavy, unit("Vừa", -10, 90), unit("Bé", -10, 20)]
    assert why(book, TARGET, two) == "Làm giảm kết quả nhiều nhất: Lớn (1/100); Vừa (1/90)."


def test_where_nobody_stands_out_those_below_are_counted_and_no_tie_is_cut(book: Book) -> None:
    even = [unit(f"Đơn vị {number}", -10, 50) for number in range(5)]
    assert why(book, TARGET, [*even, unit("Đạt", 4, 100, "met")]) == "5/6 đơn vị chưa đạt mức."
    assert why(book, TARGET, [*even, unit("Kém", -10, 60)]) == (
        "6/6 đơn vị chưa đạt mức, làm giảm kết quả nhiều nhất: Kém (1/60)."
    )
    assert why(book, TARGET, even[:2]) == (
        "2/2 đơn vị chưa đạt mức, làm giảm kết quả nhiều nhất: Đơn vị 0 (1/50); Đơn vị 1 (1/50)."
    )


def test_units_that_typed_a_share_without_counts_are_not_weighed(book: Book) -> None:
    typed = [unit("A", -10, 0, basis="as_typed"), unit("B", -50, 0, basis="as_typed")]
    assert why(book, TARGET, typed) == "Mọi đơn vị liên quan đều đã báo cáo."


def test_of_how_many_units_it_is_counted_is_said_before_what_is_counted(book: Book) -> None:
    row = TARGET | {"remaining": Decimal(3), "units_reported": 39, "units_carried": 22, "units_held_back": 1}
    said = why(book, row, [unit("Lớn", -10, 100), unit("Nhỏ", -10, 10)])
    coverage = "39/40 đơn vị đã có số, 22 là số kỳ trước, 1 đơn vị có số liệu chờ xác minh"
    rest = "để đạt mức đề ra, trong 83 hiện có phải đạt thêm ít nhất 3 trong quý IV"
    assert said == f"{coverage}; {rest}; làm giảm kết quả nhiều nhất: Lớn (1/100)."


def standing(agency: dict[str, Any], **values: Any) -> AgencyStanding:
    empty: dict[str, Any] = {"is_reporting": True, "is_past": False, "is_year_past": False, "are_tasks_told": True}
    empty |= {"year": 2026, "judged": [], "in_danger": []}
    empty |= {"unheard": 0, "earlier": {}, "period": None, "silent": [], "overdue": [], "dossiers": None}
    base = {"targets": 4, "tasks": 9, "tasks_past_due_open": 0, "tasks_overdue_unconfirmed": 0}
    return AgencyStanding(base | agency, **(empty | {"upcoming": [], "changes": []} | values))


def test_the_conclusion_says_targets_reports_and_tasks(book: Book) -> None:
    period = {"period_name": "Quý III/2026", "expected": 14, "missing": 2}
    bad = {"tasks_past_due_open": 9, "tasks_overdue_unconfirmed": 6}
    said = conclusion(book, standing(bad, judged=[{}] * 17, in_danger=[{}] * 7, period=period))
    assert said == (
        "7/17 chỉ tiêu đã đánh giá của năm 2026 không đạt hoặc có nguy cơ không đạt; "
        "2/14 đơn vị chưa có báo cáo Quý III/2026; 9 nhiệm vụ quá hạn, trong đó 6 chưa xác nhận."
    )
    calm = conclusion(book, standing({}, judged=[{}] * 3, period=period | {"missing": 0}))
    assert calm == (
        "Cả 3 chỉ tiêu đã đánh giá của năm 2026 đều đạt hoặc đúng tiến độ; "
        "đủ 14 đơn vị đã gửi báo cáo Quý III/2026; không có nhiệm vụ quá hạn."
    )


@pytest.mark.parametrize(
    ("tasks", "said"),
    [
        ({"tasks_past_due_open": 3, "tasks_overdue_unconfirmed": 0}, "3 nhiệm vụ quá hạn."),
        ({"tasks_past_due_open": 3, "tasks_overdue_unconfirmed": 3}, "3 nhiệm vụ quá hạn mà chưa đơn vị nào xác nhận."),
        ({"tasks": 0}, "Chưa chỉ tiêu nào có đủ số liệu để đánh giá."),
    ],
)
def test_tasks_that_nobody_confirmed_are_told_apart(book: Book, tasks: dict[str, Any], said: str) -> None:
    assert conclusion(book, standing(tasks)).endswith(said)


def test_what_nobody_was_asked_for_is_said_and_not_counted(book: Book) -> None:
    said = conclusion(book, standing({"targets": 0, "tasks": 0}, is_reporting=False, year=None))
    assert said == "Kế hoạch đã thu thập không có chỉ tiêu bằng con số; chưa giao chế độ báo cáo cho đơn vị nào."


def test_a_plan_of_years_ago_is_told_as_what_it_is(book: Book) -> None:
    past = standing({"tasks": 0}, is_past=True, is_year_past=True, year=2020, judged=[{}], in_danger=[{}])
    assert conclusion(book, past).startswith("Không còn kế hoạch phải thực hiện; số liệu của năm 2020. 1/1 chỉ tiêu")
    open_ended = standing({"tasks": 0}, is_year_past=True, year=2019, judged=[{}], in_danger=[{}])
    assert conclusion(book, open_ended).startswith("Số liệu chỉ tiêu mới nhất là của năm 2019. 1/1 chỉ tiêu")
    without_targets = standing({"targets": 0, "tasks": 0}, is_past=True, year=None)
    assert conclusion(book, without_targets).startswith(
        "Không còn kế hoạch phải thực hiện. Kế hoạch đã thu thập không có chỉ tiêu"
    )


def test_what_is_over_warns_of_nothing_and_is_dated(book: Book) -> None:
    key = {"agency_key": "so-y-te-an-hoa", "tasks_past_due_open": 3}
    dossiers = next(row for row in book.marts.rows("dossiers") if row["scope"] == "agency")
    now = of_agency(book, standing(key, judged=[{}], in_danger=[{}], dossiers=dossiers)).tiles
    assert {tile.tone for tile in now} >= {"bad"}
    assert now[3].label == f"Hồ sơ TTHC quá hạn đến {formats.day(dossiers['window_to'])}"
    over = {"judged": [{}], "in_danger": [{}], "is_past": True}
    past = of_agency(book, standing(key, dossiers=dossiers, **over)).tiles
    assert {tile.tone for tile in past} == {""}
    assert [tile.cell.text for tile in past] == [tile.cell.text for tile in now]
    assert past[2].label == "Nhiệm vụ quá hạn khi kết thúc kế hoạch"


def test_nobody_counts_the_days_of_what_is_over(book: Book) -> None:
    lacking = [row for row in book.marts.rows("report_board") if row["status"] == "not_reported"]
    now = tables.silent(book, lacking, book.origins(), None, is_past=False)
    past = tables.silent(book, lacking, book.origins(), None, is_past=True)
    assert [column.title for column in now.columns][:-1] == [column.title for column in past.columns]
    assert all(len(line.cells) == len(past.columns) for line in past.lines)


def test_where_nobody_ever_reported_on_a_task_no_rate_is_told(book: Book) -> None:
    late = {"tasks_past_due_open": 5, "tasks_overdue_unconfirmed": 5, "tasks_done_or_past_due": 5}
    untold = standing(late | {"tasks_on_time_percent": Decimal(0)}, are_tasks_told=False)
    said = "chưa có báo cáo đọc được về nhiệm vụ, chưa biết đã xong hay chưa"
    assert task_rates(book, untold).lower() == f"{said}."
    assert said in conclusion(book, untold)
    line = of_agency(book, replace(untold, agency=untold.agency | {"agency_key": "so-y-te-an-hoa"})).tiles[2].line
    assert line == f"trong 9 nhiệm vụ; {said}"


def test_where_tasks_have_several_leads_the_table_says_why_it_adds_up_to_more(book: Book) -> None:
    units = [{"overdue": 2, "overdue_unconfirmed": 1}, {"overdue": 0, "overdue_unconfirmed": 2}]
    said = several_leads(book, standing({"tasks_past_due_open": 4}, overdue=units))
    assert said.endswith("nên bảng cộng lại là 5, nhiều hơn 4 nhiệm vụ quá hạn.")
    assert several_leads(book, standing({"tasks_past_due_open": 5}, overdue=units)) == ""


def test_the_conclusion_of_all_says_how_many_agencies_it_counts(book: Book) -> None:
    counted, past = standing({"agency_name": "A"}, judged=[{}] * 3, in_danger=[{}]), standing({}, is_past=True)
    assert conclusion_of_all(book, [past, counted]).startswith(
        "1/2 cơ quan có kế hoạch đang thực hiện hoặc mới hết hạn: 1/3 chỉ tiêu"
    )
    old = standing({"agency_name": "B"}, judged=[{}] * 5, in_danger=[{}], is_year_past=True)
    year = book.site["as_of_date"].year - 1
    assert conclusion_of_all(book, [past, counted, old]).startswith(
        "2/3 cơ quan có kế hoạch đang thực hiện hoặc mới hết hạn: "
        f"1/3 chỉ tiêu đã đánh giá của 1 cơ quan có số liệu từ năm {year} không đạt"
    )
    assert "cơ quan có số liệu" not in conclusion_of_all(book, [old])
    assert conclusion_of_all(book, [past]).startswith("Không cơ quan nào trong 1 cơ quan")


def test_freshness_names_the_tests_of_the_night_only_where_they_were_run(book: Book) -> None:
    received = datetime(2026, 9, 29, 18, 30, tzinfo=UTC)
    assert freshness(book, received, 30, 2) == (
        "Số liệu đến ngày 30/09/2026; tệp mới nhất đang dùng nhận lúc 01:30 30/09/2026; "
        "so với bản công bố lúc 01:30 29/09/2026 có 2 tệp mới; 30 giá trị chờ xác minh."
    )
    tested = Book(book.marts, book.words, Checks(3120, 4))
    assert freshness(tested, received, 30, 0).endswith("kho dữ liệu qua 3.120 phép kiểm tra, 4 cảnh báo.")


def test_a_month_that_asks_for_nothing_says_what_comes_next(book: Book) -> None:
    next_one = {"kind": "report", "title": "Năm 2026", "due_date": date(2026, 12, 15), "days_left": 61}
    assert nothing_due(book, next_one).endswith("Việc gần nhất: Báo cáo Năm 2026, hạn 15/12/2026 (còn 61 ngày).")
    assert nothing_due(book, None) == "Không có việc nào đến hạn."


def test_a_sentence_has_a_capital_and_one_full_stop() -> None:
    assert sentence_of(["đủ", "", "hết"]) == "Đủ; hết."
    assert sentence_of([]) == ""
