"""Document numbers, abbreviations and normal forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.vietnamese.abbreviations import expand, expanded_key
from sources.vietnamese.legal_documents import find_documents
from sources.vietnamese.normal import match_key


def test_a_document_is_read_with_type_date_and_issuer() -> None:
    text = "theo Quyết định số 77/QĐ-BYT ngày 05/3/2021 của Bộ trưởng Bộ Y tế về một việc"
    (found,) = find_documents(text)
    assert (found.number, found.document_type, found.document_date) == ("77/QĐ-BYT", "Quyết định", "2021-03-05")
    assert found.issuer == "Bộ trưởng Bộ Y tế"


@pytest.mark.parametrize(
    "number",
    [
        "61/2018/NĐ-CP",
        "5409/QĐ-UBND",
        "39-NQ/TW",
        "01/2018/TT-VPCP",
        "30c/NQ-CP",
        "177-KH/TU",
        "581/BNV-CCHC",
        "58/2014/QH13",
    ],
)
def test_every_usual_symbol_is_a_document(number: str) -> None:
    assert [found.number for found in find_documents(f"theo văn bản số {number} đã gửi")] == [number]


def test_two_numbers_before_one_date_share_it() -> None:
    text = "Quyết định số 12/QĐ-UBND và Quyết định số 13/QĐ-UBND ngày 9/8/2020 của UBND tỉnh"
    assert [found.document_date for found in find_documents(text)] == ["2020-08-09", "2020-08-09"]


@pytest.mark.parametrize("text", ["tỷ lệ 3/4", "ngày 12/10/2023", "24/7", "A/B", "mức 3/KH"])
def test_fractions_and_dates_are_no_documents(text: str) -> None:
    assert list(find_documents(text)) == []


def test_spellings_of_one_unit_share_a_key() -> None:
    assert expanded_key("Phòng KHTC") == expanded_key("PHÒNG KẾ HOẠCH - TÀI CHÍNH")
    assert expand("hồ sơ TTHC") == "hồ sơ thủ tục hành chính"
    assert expand("MCLT") == "một cửa liên thông"


@given(st.text(max_size=80))
def test_a_match_key_does_not_change_when_taken_again(text: str) -> None:
    assert match_key(match_key(text)) == match_key(text)
