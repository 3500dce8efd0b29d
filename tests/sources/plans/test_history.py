"""What was reached before a plan and what the plan costs are no targets; what is aimed at is one, whatever it names."""

from pathlib import Path

import pytest

from tests.sources.plans.writing import found_in


def values(folder: Path, sentence: str) -> list[float]:
    return [row["value"] for row in found_in(folder, f"I. MỤC TIÊU\n\n- {sentence}\n")["targets"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm 2024 toàn ngành trả sớm 97% hồ sơ.",
        "Năm 2024, hồ sơ nộp qua mạng là 60%; hồ sơ trả sớm là 70%.",
        "Kinh phí thực hiện 240 triệu đồng.",
        "Bố trí kinh phí 200 triệu đồng cho Văn phòng Sở.",
    ],
)
def test_the_past_and_the_budget_ask_for_nothing(tmp_path: Path, sentence: str) -> None:
    assert values(tmp_path, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Năm 2024 đạt 85%; phấn đấu đạt 95% hồ sơ nộp qua mạng.", [95]),
        ("Phấn đấu Chỉ số PAR INDEX năm 2024 đạt 90 điểm.", [90]),
        ("Chỉ số PAPI năm 2024 đạt từ 45 điểm trở lên.", [45]),
        ("Kinh phí tiết kiệm được đạt 10 tỷ đồng.", [10_000_000_000]),
        ("Tổng kinh phí tiết kiệm tối thiểu 2 tỷ đồng.", [2_000_000_000]),
        ("So với năm 2024, giảm 10% chi phí in ấn.", [10]),
    ],
)
def test_what_is_aimed_at_is_a_target_whatever_year_it_names(
    tmp_path: Path, sentence: str, expected: list[float]
) -> None:
    assert values(tmp_path, sentence) == expected


def test_quarters_of_a_sentence_are_parts_of_one_year(tmp_path: Path) -> None:
    found = found_in(tmp_path, "I. MỤC TIÊU\n\n- Hồ sơ nộp qua mạng: quý I đạt 20%, quý II đạt 40%, quý IV đạt 90%.\n")
    assert [row["value"] for row in found["targets"]] == [20, 40, 90]
    assert "conflict" not in [row["kind"] for row in found["findings"]]


def test_a_word_before_a_colon_is_said_of_all_figures_behind_it(tmp_path: Path) -> None:
    found = found_in(tmp_path, "I. MỤC TIÊU\n\n- Hồ sơ nộp qua mạng đạt tối thiểu: cấp tỉnh 80%, cấp xã 70%.\n")
    assert [(row["comparator"], row["value"]) for row in found["targets"]] == [("ge", 80), ("ge", 70)]
