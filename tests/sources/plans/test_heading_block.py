"""The first page and the signature."""

from pathlib import Path

import pytest

from tests.sources.plans.writing import HEAD, found_in, kinds

GOAL = "I. MỤC TIÊU\n\n- Tỷ lệ hồ sơ đúng hạn đạt 95%.\n"


def test_two_columns_on_one_line_are_told_apart(tmp_path: Path) -> None:
    head = (
        "UBND TỈNH CÀ MAU          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSỞ Y TẾ    Độc lập - Tự do - Hạnh phúc\n\n"
        "Số:       /KH-SYT            Cà Mau, ngày      tháng 3 năm 2025\n\n"
    )
    found = found_in(tmp_path, GOAL, head=head)
    plan = found["plan"]
    assert (plan["number"], plan["number_as_printed"]) == (None, "Số: /KH-SYT")
    assert (plan["issued_date"], plan["issued_place"]) == ("2025-03", "Cà Mau")
    assert (plan["agency"], plan["province"]) == ("Sở Y tế tỉnh Cà Mau", "Cà Mau")
    assert {"number_missing", "date_missing"} <= set(kinds(found))


def test_the_issuer_is_the_body_under_the_one_it_belongs_to(tmp_path: Path) -> None:
    head = (
        "SỞ Y TẾ TỈNH CÀ MAU\n\nTRUNG TÂM Y TẾ HUYỆN NĂM CĂN\n\nSố: 7/KH-TTYT\n\nNăm Căn, ngày 02 tháng 01 năm 2025\n\n"
    )
    plan = found_in(tmp_path, "Trung tâm Y tế huyện Năm Căn ban hành kế hoạch như sau:\n\n" + GOAL, head=head)["plan"]
    assert (plan["agency"], plan["province"]) == ("Trung tâm Y tế huyện Năm Căn", "Cà Mau")


def test_a_committee_is_the_issuer_where_nobody_below_it_is_named(tmp_path: Path) -> None:
    head = "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\n\nSố: 7/KH-UBND\n\n"
    plan = found_in(tmp_path, "Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:\n\n" + GOAL, head=head)["plan"]
    assert plan["agency"] == "Ủy ban nhân dân tỉnh Cà Mau"


def test_a_plan_without_an_agency_is_kept_under_the_unknown_one(tmp_path: Path) -> None:
    found = found_in(tmp_path, GOAL, head="")
    assert found["plan"]["agency_key"] == "chua-ro"
    assert "agency_missing" in kinds(found)


@pytest.mark.parametrize(
    ("title", "kind", "start", "end", "open_ended"),
    [
        ("Cải cách hành chính năm 2025", "annual", 2025, 2025, False),
        ("Cải cách hành chính giai đoạn 2021 - 2025", "multi_year", 2021, 2025, False),
        ("Nâng cao Chỉ số PAPI năm 2024 và những năm tiếp theo", "papi_improvement", 2024, None, True),
        ("Cải thiện Chỉ số SIPAS năm 2024", "index_improvement", 2024, 2024, False),
        ("Phát triển y tế đến năm 2030", "multi_year", None, 2030, False),
        ("Phát triển y tế cơ sở", None, None, None, False),
    ],
)
def test_the_title_says_kind_and_years(
    tmp_path: Path, title: str, kind: str | None, start: int | None, end: int | None, *, open_ended: bool
) -> None:
    plan = found_in(tmp_path, GOAL, title=f"KẾ HOẠCH\n\n**{title}**\n\n")["plan"]
    assert (plan["plan_kind"], plan["period_start"], plan["period_end"]) == (kind, start, end)
    assert plan["is_open_ended"] is open_ended


def test_a_title_in_capitals_is_written_as_in_a_sentence(tmp_path: Path) -> None:
    title = "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH CỦA SỞ Y TẾ TỈNH CÀ MAU NĂM 2025\n\n"
    plan = found_in(tmp_path, GOAL, title=title)["plan"]
    assert plan["title"] == "Kế hoạch Cải cách hành chính của Sở Y tế tỉnh Cà Mau năm 2025"


@pytest.mark.parametrize(
    ("lines", "signer", "post", "behalf"),
    [
        ("**GIÁM ĐỐC**\n\nHồ Thị An", "Hồ Thị An", "GIÁM ĐỐC", None),
        ("**KT. GIÁM ĐỐC  \nPHÓ GIÁM ĐỐC**\n\n**Hồ Thị An**", "Hồ Thị An", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC"),
        ("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC\n\n(Đã ký)\n\nBS. Hồ Thị An", "BS. Hồ Thị An", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC"),
        (
            "TM. ỦY BAN NHÂN DÂN\n\nKT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH\n\nHồ Thị An",
            "Hồ Thị An",
            "PHÓ CHỦ TỊCH",
            "KT. CHỦ TỊCH",
        ),
        ("GIÁM ĐỐC\n\n*Hồ Thị An*\n**Hồ Thị An**", "Hồ Thị An", "GIÁM ĐỐC", None),
    ],
)
def test_who_signed_and_for_whom(tmp_path: Path, lines: str, signer: str, post: str, behalf: str | None) -> None:
    plan = found_in(tmp_path, GOAL + "\nNơi nhận:\n- Như trên;\n- Lưu VT.\n\n" + lines + "\n")["plan"]
    assert (plan["signer"], plan["signer_title"], plan["signed_for"]) == (signer, post, behalf)


def test_documents_carried_out_stand_in_the_opening(tmp_path: Path) -> None:
    body = (
        "Căn cứ Nghị quyết số 5/NQ-CP ngày 01/02/2023 của Chính phủ;\n\n"
        "Thực hiện Kế hoạch số 88/KH-UBND ngày 20/12/2024 của UBND tỉnh, Sở Y tế ban hành kế hoạch:\n\n" + GOAL
    )
    found = found_in(tmp_path, body)
    assert [parent["number"] for parent in found["plan"]["implements"]] == ["5/NQ-CP", "88/KH-UBND"]
    assert {citation["role"] for citation in found["citations"]} == {"implements"}


def test_a_digest_says_so_in_its_first_line(tmp_path: Path) -> None:
    assert found_in(tmp_path, GOAL, head="BẢN TÓM LƯỢC\n\n" + HEAD)["plan"]["is_digest"] is True
    assert found_in(tmp_path, GOAL)["plan"]["is_digest"] is False


def test_a_town_is_not_taken_for_a_province(tmp_path: Path) -> None:
    head = "TRUNG TÂM Y TẾ THÀNH PHỐ VINH\n\nSố: 7/KH-TTYT\n\nVinh, ngày 02 tháng 01 năm 2025\n\n"
    plan = found_in(tmp_path, GOAL, head=head)["plan"]
    assert (plan["agency"], plan["province"]) == ("Trung tâm Y tế thành phố Vinh", None)
