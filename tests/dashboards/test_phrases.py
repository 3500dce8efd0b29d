from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from dashboards.theme.phrases import Phrases
from dashboards.theme.words import words

SAY = Phrases(words())


def row(**values: Any) -> dict[str, Any]:
    base = {"value": Decimal(96), "value_max": None, "comparator": "ge", "unit": "percent", "is_floor_assumed": False}
    return base | {"actual": None, "numerator": None, "denominator": None, "gap": None} | values


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({}, "tối thiểu 96 %"),
        ({"comparator": "eq", "is_floor_assumed": True}, "96 % (hiểu là tối thiểu)"),
        ({"comparator": "between", "value": Decimal(70), "value_max": Decimal(80)}, "từ 70 % đến 80 %"),
        ({"comparator": "decrease_ge", "value": Decimal(10)}, "giảm tối thiểu 10 %"),
        ({"value": Decimal(1), "unit": "times_per_quarter"}, "tối thiểu 1 lần/quý"),
        ({"value": None}, "—"),
        ({"value": Decimal(100)}, "100 %"),
    ],
)
def test_a_target_is_said_with_its_comparator_in_words(values: dict[str, Any], text: str) -> None:
    assert plain(SAY.target(row(**values))) == text


def test_a_percentage_stands_with_its_counts_where_they_exist() -> None:
    counted = row(actual=Decimal("92.3077"), numerator=Decimal(24), denominator=Decimal(26))
    assert plain(SAY.actual(counted)) == "92,31 % (24/26)"
    assert plain(SAY.actual(row(actual=Decimal("92.3077")))) == "92,31 %"
    assert SAY.actual(row()) == "—"


def test_a_gap_between_shares_is_said_in_percentage_points() -> None:
    assert plain(SAY.gap(row(gap=Decimal("-3.6923")))) == "−3,69 điểm %"
    assert SAY.gap(row(gap=Decimal(2), unit="count")) == "+2"
    assert SAY.gap(row()) == "—"


def test_a_gap_is_what_the_two_printed_figures_tell() -> None:
    close = row(actual=Decimal("92.3350"), value=Decimal("89.2049"), gap=Decimal("3.1301"))
    assert plain(SAY.gap(close)) == "+3,14 điểm %"
    assert plain(SAY.gap(close | {"gap": Decimal("-3.1301")})) == "−3,14 điểm %"
    alike = row(actual=Decimal("95.9982"), value=Decimal(96), gap=Decimal("-0.0018"))
    assert plain(SAY.gap(alike)) == "−0,0018 điểm %"


def test_a_distant_goal_names_its_year_and_a_judgement_its_reason() -> None:
    assert SAY.mark("target_status", "in_progress", "later_year", 2030).text == "Đang thực hiện (đích năm 2030)"
    reasoned = SAY.mark("target_status", "not_assessable", "missing_base").text
    assert reasoned == "Chưa đánh giá được (thiếu số gốc để so sánh)"


def test_a_rank_is_said_with_of_how_many_and_how_it_came_about() -> None:
    ranked = {"rank": 12, "rank_of": 63, "is_rank_computed": True}
    assert plain(SAY.rank(ranked)) == "thứ 12/63 (tính hoặc suy ra)"
    assert plain(SAY.rank(ranked, is_starred=True)) == "thứ 12/63 *"
    assert plain(SAY.rank(ranked | {"rank_of": None, "is_rank_computed": False})) == "thứ 12"
    assert SAY.rank({"rank": None}) == ""


def test_a_framework_is_said_by_its_year_and_never_by_its_code() -> None:
    said = {code: SAY.framework(code) for code in ("PAR_2022", "PAR_2022/announced_2024", "SIPAS_2012/pilot_2015")}
    assert list(said.values()) == ["Khung 2022", "Khung 2024 (theo thông báo)", "Khung 2015 (thí điểm)"]
    assert SAY.framework("PAR_2022/later_2027") == "Khung 2027"
    assert [SAY.framework(code) for code in (None, "PAR")] == ["—", "—"]


def test_a_last_year_that_lies_ahead_is_left_open() -> None:
    planned = {"year_from": 2024, "year_to": 2030}
    assert SAY.framework_years(planned, 2026) == "từ 2024"
    assert SAY.framework_years(planned | {"year_to": 2025}, 2026) == "2024–2025"
    assert SAY.framework_years(planned | {"year_to": None}, 2026) == "từ 2024"


def test_a_reason_that_is_not_in_vietnamese_gives_way_to_the_page_s_own() -> None:
    assert SAY.gap_reason({"state_reason": "PAPI không công bố điểm"}) == "PAPI không công bố điểm"
    for reason in ("no survey in this province", None):
        assert SAY.gap_reason({"state_reason": reason}) == "nơi công bố không có số của tỉnh trong năm này"


def test_nobody_reporting_is_zero_of_those_who_owe_and_nobody_owing_is_a_dash() -> None:
    assert plain(SAY.units_reported({"units_reported": None, "units_concerned": 5})) == "0/5 đơn vị"
    for nobody in (None, 0):
        assert SAY.units_reported({"units_reported": None, "units_concerned": nobody}) == "—"


def test_changes_are_told_against_a_night_or_said_to_have_none_to_be_told_against() -> None:
    assert SAY.since({"previous_night_at": None}) == "Chưa có đêm công bố nào trước đó để so sánh."
    told = {"previous_night_at": datetime(2026, 9, 28, 18, 30, tzinfo=UTC)}
    assert SAY.since(told) == "So với bản công bố lúc 01:30 29/09/2026."


def test_a_report_says_what_waits_for_its_clerk() -> None:
    report = {"values_quarantined": 4, "findings_error": 1, "findings_warning": 0}
    assert SAY.to_mend(report) == "4 ô chờ xác minh · 1 lỗi"
    assert SAY.to_mend(dict.fromkeys(report, 0)) == "Không có"


def test_a_period_is_one_sentence_and_names_drafts_only_where_there_are_some() -> None:
    period = {"period_name": "Quý I năm 2026", "expected": 5, "received": 4, "on_time": 3, "late": 1, "missing": 1}
    period |= {"unreadable": 0}
    sentence = "Quý I năm 2026: phải gửi 5, đã nhận 4, đúng hạn 3, chậm 1, chưa gửi 1."
    assert SAY.report_period(period | {"drafts": 0}) == sentence
    assert SAY.report_period(period | {"drafts": 2}) == f"{sentence} 2 báo cáo đã nhận còn là dự thảo."


def test_what_was_never_sent_is_past_due_and_not_late() -> None:
    assert SAY.delay({"status": "late", "days_late": 3}) == "chậm 3 ngày"
    assert SAY.delay({"status": "not_reported", "days_late": 30}) == "quá hạn 30 ngày"
    assert SAY.delay({"status": "on_time", "days_late": None}) == ""


def test_a_result_says_what_speaks_against_it() -> None:
    assert SAY.reservations({"figures_in_question": 2, "units_carried": 1, "units_held_back": 3}) == [
        "3 đơn vị có số liệu chờ xác minh",
        "2 số liệu cần kiểm tra",
        "1 đơn vị lấy số của kỳ trước",
    ]
    assert SAY.reservations({"figures_in_question": 0, "units_carried": None, "units_held_back": 0}) == []
