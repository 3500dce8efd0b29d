"""Which indicator a clause speaks of: wordings of many offices, and near neighbours that must stay without a code.

The wordings stand in indicator_phrasings.csv; an empty code says that no indicator of the catalogue is meant.
"""

import csv
import time
from pathlib import Path

import pytest

from sources.plans.concepts import find_concepts
from sources.plans.indicators import indicator_of
from sources.plans.vocabulary import table

with (Path(__file__).with_name("indicator_phrasings.csv")).open(encoding="utf-8", newline="") as lines:
    PHRASINGS = list(csv.DictReader(lines))
CODES = sorted({row["indicator_code"] for row in PHRASINGS})


def concepts_of_rules(column: str) -> set[str]:
    cells = " ".join(row[column] for row in table("indicators"))
    return {name.removeprefix("not_") for name in cells.replace("|", " ").split()}


@pytest.mark.parametrize("code", CODES)
def test_every_wording_of_an_indicator_leads_to_it_and_to_no_other(code: str) -> None:
    rows = [row for row in PHRASINGS if row["indicator_code"] == code]
    found = {row["statement"]: indicator_of(row["statement"], row["unit"]) or "" for row in rows}
    assert found == dict.fromkeys(found, code)


def test_every_indicator_has_a_rule_and_a_wording() -> None:
    codes = {row["indicator_code"] for row in table("indicator_kinds")}
    assert {row["indicator_code"] for row in table("indicators")} == codes
    assert codes <= set(CODES)


def test_rules_ask_for_known_concepts_only_and_every_concept_serves_a_rule() -> None:
    known = {row["concept"] for row in table("concepts")}
    asked = concepts_of_rules("all_of") | concepts_of_rules("none_of") | concepts_of_rules("counted")
    assert asked == known - {"masked"}


def test_no_phrase_stands_twice_for_one_concept() -> None:
    pairs = [(row["concept"], row["phrase"]) for row in table("concepts")]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("Mức độ hài lòng về giải quyết TTHC đạt 90%", "tthc_satisfaction_rate"),
        ("Mức độ hài lòng về xử lý phản ánh, kiến nghị đạt 90%", "pakn_satisfaction_rate"),
        ("Mức độ hài lòng về dịch vụ y tế công đạt 90%", "public_health_satisfaction_rate"),
        ("Mức độ hài lòng đối với sự phục vụ của cơ quan đạt 90%", "agency_service_satisfaction_rate"),
        ("Chỉ số SIPAS đạt 90%", "sipas_score"),
    ],
)
def test_five_satisfactions_stay_five(statement: str, code: str) -> None:
    assert indicator_of(statement, "percent") == code


def test_what_the_figure_counts_decides_between_units_and_persons() -> None:
    assert indicator_of("100% đơn vị bố trí viên chức theo vị trí việc làm", "percent") == "units_staffed_by_vtvl_rate"
    assert indicator_of("100% viên chức của đơn vị bố trí đúng vị trí việc làm", "percent") == "staff_in_vtvl_rate"


def test_order_of_words_letter_case_and_spelling_do_not_matter() -> None:
    wordings = (
        "HỒ SƠ TTHC GIẢI QUYẾT ĐÚNG HẠN: 98 %",
        "giải quyết đúng hạn 98% hồ sơ",
        "Tỉ lệ xử lí đúng hạn hồ sơ: 98%",
    )
    assert {indicator_of(wording, "percent") for wording in wordings} == {"dossier_on_time_rate"}


def test_an_indicator_is_named_only_where_the_unit_is_its_own() -> None:
    wording = "Thời gian chờ khám bệnh trung bình"
    assert indicator_of(wording, "minutes") == "exam_waiting_time_minutes"
    assert [indicator_of(wording, unit) for unit in ("percent", "days", "count")] == [None, None, None]
    assert indicator_of("Thu phiếu khảo sát hài lòng", "count") == "satisfaction_survey_form_count"
    assert indicator_of("Thu phiếu khảo sát hài lòng", "times") is None


def test_a_score_of_a_hundred_may_be_printed_in_percent_or_in_points() -> None:
    wording = "Chỉ số CCHC của Sở Y tế trong năm"
    assert {indicator_of(wording, unit) for unit in ("percent", "points")} == {"dept_par_index_score"}
    assert indicator_of(wording, "rank") is None


def test_the_growth_of_a_number_is_no_share_and_a_level_reached_is_one() -> None:
    assert indicator_of("Số hồ sơ nộp trực tuyến tăng 15% so với năm 2025", "percent") is None
    assert indicator_of("Số hồ sơ nộp trực tuyến tăng lên 85%", "percent") == "online_dossier_rate"
    assert indicator_of("Số hồ sơ giải quyết đúng hạn đạt 98%", "percent") == "dossier_on_time_rate"


def test_two_indicators_equally_near_leave_the_clause_without_one() -> None:
    assert indicator_of("Đúng hạn và quá hạn: hồ sơ 5%", "percent") is None
    both = "100% thủ tục hành chính cung cấp trực tuyến toàn trình, một phần"
    assert indicator_of(both, "percent") is None


def test_a_phrase_inside_a_whole_term_does_not_count() -> None:
    (term,) = [hit for hit in find_concepts("hồ sơ công việc") if "work_record" in hit.concepts]
    assert (term.start, term.end) == (0, 4)
    assert not any("dossier" in hit.concepts for hit in find_concepts("hồ sơ công việc"))


def test_a_few_hundred_clauses_take_no_time_and_a_hostile_one_grows_no_faster_than_its_length() -> None:
    indicator_of("hồ sơ", "percent")
    begin = time.process_time()
    for row in PHRASINGS:
        indicator_of(row["statement"], row["unit"])
    assert (time.process_time() - begin) / len(PHRASINGS) < 0.001
    begin = time.process_time()
    indicator_of("hồ sơ thủ tục hành chính " * 20_000, "percent")
    indicator_of("số lượng hồ sơ tăng 5% " * 20_000, "percent")
    indicator_of("số " * 50_000 + "tăng %" * 20_000, "percent")
    assert time.process_time() - begin < 5
