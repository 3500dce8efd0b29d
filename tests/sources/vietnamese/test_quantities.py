"""Figures in sentences, read as they are said and never guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.vietnamese.masks import mask_non_figures
from sources.vietnamese.quantities import find_quantities


def said(text: str) -> list[tuple[str, str, str | None, str]]:
    found, _ = find_quantities(text)
    return [
        (item.comparator, str(item.value), None if item.value_max is None else str(item.value_max), item.unit)
        for item in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỷ lệ nộp sớm đạt 70%", [("eq", "70", None, "percent")]),
        ("Tỷ lệ nộp sớm đạt tối thiểu 70,5 %", [("ge", "70.5", None, "percent")]),
        ("ít nhất 70% hồ sơ nộp sớm", [("ge", "70", None, "percent")]),
        ("đạt từ 70% trở lên", [("ge", "70", None, "percent")]),
        ("giải ngân từ 95% kế hoạch năm trở lên", [("ge", "95", None, "percent")]),
        ("đạt mức trên 70%", [("gt", "70", None, "percent")]),
        ("không quá 5% hồ sơ trễ", [("le", "5", None, "percent")]),
        ("hồ sơ trễ dưới 5%", [("lt", "5", None, "percent")]),
        ("khoảng 40% người dân", [("approx", "40", None, "percent")]),
        ("từ 20% đến 35% thời gian", [("between", "20", "35", "percent")]),
        ("cắt giảm từ 20 - 35% thời gian", [("between", "20", "35", "percent")]),
        ("giảm 12% chi phí in ấn", [("decrease_eq", "12", None, "percent")]),
        ("giảm tối thiểu 12% chi phí in ấn", [("decrease_ge", "12", None, "percent")]),
        ("giảm bình quân 12% chi phí", [("decrease_eq", "12", None, "percent")]),
        ("tăng thêm 6% số lượt khám", [("increase_eq", "6", None, "percent")]),
        ("Giảm tỷ lệ sai sót ít nhất 6% so với năm trước", [("decrease_ge", "6", None, "percent")]),
        ("Giảm tỷ lệ sai sót xuống dưới 6%", [("lt", "6", None, "percent")]),
        ("nâng tỷ lệ từ 60% lên 75%", [("eq", "75", None, "percent")]),
        ("đạt 75% (năm 2020 đạt 60%)", [("eq", "75", None, "percent")]),
        ("mở thêm 03 điểm tiếp nhận cho 12 xã", [("eq", "12", None, "count")]),
        ("mỗi quý gặp dân ít nhất một lần", [("ge", "1", None, "times_per_quarter")]),
        ("tiếp dân hai buổi trong tháng", [("eq", "2", None, "sessions_per_month")]),
        ("tổ chức 04 hội nghị/năm", [("eq", "4", None, "count_per_year")]),
        ("Thời gian chờ khám không quá 25 phút", [("le", "25", None, "minutes")]),
        ("Điểm đánh giá từ 4,2 điểm trở lên", [("ge", "4.2", None, "points")]),
        ("bố trí 1,5 tỷ đồng", [("eq", "1500000000.0", None, "vnd")]),
        ("mức sinh đạt 2,1 con/phụ nữ", [("eq", "2.1", None, "children_per_woman")]),
        ("dưới 110 bé trai/100 bé gái", [("lt", "110", None, "boys_per_100_girls")]),
        ("Không quá 7 phút cho một lượt lấy số", [("le", "7", None, "minutes")]),
        ("Không vượt 5% hồ sơ trễ", [("le", "5", None, "percent")]),
        ("Không để quá 2% hồ sơ trễ", [("le", "2", None, "percent")]),
        ("Không để tỷ lệ hồ sơ trễ vượt quá 2%", [("le", "2", None, "percent")]),
        ("Tỷ lệ nộp sớm vượt quá 70%", [("gt", "70", None, "percent")]),
        ("đạt và vượt 100% kế hoạch", [("ge", "100", None, "percent")]),
        ("tối thiểu đạt 90%", [("ge", "90", None, "percent")]),
        ("Từ 98,5% hồ sơ thủ tục hành chính trở lên trả sớm", [("ge", "98.5", None, "percent")]),
        ("95% số người bệnh trở lên vừa ý", [("ge", "95", None, "percent")]),
        ("~ 95%", [("approx", "95", None, "percent")]),
        ("rút ngắn việc cấp phép từ 20 ngày xuống còn 12 ngày", [("eq", "12", None, "days")]),
        ("nâng điểm trục nội dung từ 6,9 điểm lên 7,2 điểm", [("eq", "7.2", None, "points")]),
        ("đạt 4,1/5 điểm chất lượng", [("eq", "4.1", None, "points")]),
        ("tăng 4 điểm phần trăm", [("increase_eq", "4", None, "percent")]),
        ("có ít nhất hai mô hình mới", [("ge", "2", None, "count")]),
        ("ban hành 07 quy chế nội bộ", [("eq", "7", None, "count")]),
        ("tối thiểu 06 clip hướng dẫn", [("ge", "6", None, "count")]),
        ("gặp dân định kỳ 02 ngày/tháng", [("eq", "2", None, "days_per_month")]),
        ("phản ánh trả lời trong 24 giờ đạt 100%", [("eq", "100", None, "percent")]),
    ],
)
def test_a_figure_is_read_with_its_words(text: str, expected: list[tuple[str, str, str | None, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018",
        "ngày 05 tháng 7 năm 2021",
        "giai đoạn 2021 - 2025",
        "dịch vụ công trực tuyến mức độ 3,4",
        "tiêu chuẩn ISO 9001:2015",
        "trong tháng 6 và quý 3 năm 2024",
        "sau 6 tháng",
        "hồ sơ có thời hạn từ 15 ngày trở lên",
        "hồ sơ quá hạn trên 10 ngày",
        "Tổng đài 1022",
        "một số đơn vị, một cửa liên thông",
        "ký kết với 03 bệnh viện",
        "03 điểm tiếp nhận đặt tại tầng một",
        "Không còn 01 hồ sơ quá hạn nào",
        "Gấp 2 lần so với năm trước",
        "tiêm cho trẻ em dưới 1 tuổi",
        "Trên địa bàn 12 xã",
        "trả kết quả trong vòng 03 ngày làm việc",
    ],
)
def test_digits_that_measure_nothing_are_no_quantity(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("text", ["đạt 96.5%", "giảm không quá 5%", "đạt 1.234 điểm trở lên", "từ 30% đến 20%"])
def test_what_can_be_read_in_two_ways_is_left_over(text: str) -> None:
    found, left = find_quantities(text)
    assert found == []
    assert left


@given(st.integers(0, 100), st.integers(0, 99))
def test_every_vietnamese_percentage_is_read_back(whole: int, hundredths: int) -> None:
    text = f"tỷ lệ đạt tối thiểu {whole},{hundredths:02d}%"
    (quantity,), left = find_quantities(text)
    assert quantity.value == Decimal(f"{whole}.{hundredths:02d}")
    assert left == []


@given(st.text(max_size=300))
def test_any_text_is_survived_and_a_mask_keeps_its_length(text: str) -> None:
    found, left = find_quantities(text)
    assert len(mask_non_figures(text)) == len(text)
    assert all(0 <= item.start <= item.end <= len(text) for item in (*found, *left))
