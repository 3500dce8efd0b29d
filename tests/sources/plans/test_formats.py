"""The same plan says the same in every form that people send."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from sources.plans.extract import extract
from tests.sources.documents.printing import PRINTED
from tests.sources.plans.invented import HEADING_LINES, SIGNATURE, as_text, write_all


def without_places(found: dict[str, Any]) -> dict[str, Any]:
    """Everything but places and findings' places, which name lines, paragraphs or rows."""
    tables = ("targets", "goals", "tasks", "measures", "duties", "citations")
    rows = {
        name: [{key: value for key, value in row.items() if key != "place"} for row in found[name]] for name in tables
    }
    plan = {key: value for key, value in found["plan"].items() if key not in {"place", "implements"}}
    return {"plan": plan, **rows, "kinds": [row["kind"] for row in found["findings"]]}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    paths = write_all(tmp_path_factory.mktemp("plans"))
    for printer in ("office", "browser"):
        path = tmp_path_factory.mktemp(printer) / "lam_dong_2025.pdf"
        shutil.copy(PRINTED / f"invented_by_{printer}.pdf", path)
        paths[f"pdf by {printer}"] = path
    return {ending: extract(path) for ending, path in paths.items()}


@pytest.mark.parametrize("ending", ["md", "html", "docx", "pdf by office", "pdf by browser"])
def test_every_form_gives_the_rows_of_the_plain_text(found: dict[str, dict[str, Any]], ending: str) -> None:
    assert without_places(found[ending]) == without_places(found["txt"])


def test_a_word_file_made_by_libreoffice_gives_the_same_rows(found: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    # The plan as a page with a borderless heading block, opened and saved as .docx by LibreOffice 7.4.
    made = shutil.copy(Path(__file__).parent / "forms" / "libreoffice.docx", tmp_path / "lam_dong_2025.docx")
    assert without_places(extract(Path(made))) == without_places(found["txt"])


def test_a_printed_layout_gives_the_heading_block_and_signature_and_names_its_table(tmp_path: Path) -> None:
    lines = as_text().split("\n")
    right = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "    Độc lập - Tự do - Hạnh phúc", HEADING_LINES[3])
    top = "\n".join(f"{left:<40}{beside}" for left, beside in zip(HEADING_LINES, right, strict=False)) + "\n\n"
    body = "\n".join(lines[lines.index("KẾ HOẠCH") : lines.index("Nơi nhận:")])
    recipients = ("Nơi nhận:", "- Bộ Y tế;", "- Lưu VT.", "")
    beside = (*SIGNATURE[:2], "", SIGNATURE[2])
    end = "\n".join(f"{left:<40}{post}" for left, post in zip(recipients, beside, strict=True)) + "\n\n"
    table = (
        "STT   Mục tiêu      Nhiệm vụ       Thời gian\n"
        "      Chi đúng\n"
        "1                   Rà lại         Quý I\n"
        "      dự toán       dự toán        năm 2025\n"
    )
    path = tmp_path / "lam_dong_2025.txt"
    path.write_text(top + body + end + table, encoding="utf-8")
    found = extract(path)
    plan = found["plan"]
    assert (plan["number"], plan["issued_date"], plan["agency"]) == ("45/KH-SYT", "2025-01-08", "Sở Y tế tỉnh Lâm Đồng")
    assert (plan["signer"], plan["signed_for"]) == ("Đặng Thu Mai", "KT. GIÁM ĐỐC")
    assert found["tasks"] == []
    assert "table_by_spaces" in [finding["kind"] for finding in found["findings"]]


def test_the_heading_block_is_read_whole(found: dict[str, dict[str, Any]]) -> None:
    plan = found["txt"]["plan"]
    assert (plan["number"], plan["issued_date"], plan["issued_place"]) == ("45/KH-SYT", "2025-01-08", "Lâm Đồng")
    assert (plan["agency"], plan["agency_key"]) == ("Sở Y tế tỉnh Lâm Đồng", "so-y-te-lam-dong")
    assert plan["title"] == "Kế hoạch Cải cách hành chính năm 2025 của Sở Y tế tỉnh Lâm Đồng"
    assert (plan["signer"], plan["signer_title"], plan["signed_for"]) == (
        "Đặng Thu Mai",
        "PHÓ GIÁM ĐỐC",
        "KT. GIÁM ĐỐC",
    )
    assert [parent["number"] for parent in plan["implements"]] == ["901/KH-UBND"]


def test_figures_of_body_and_annex_become_targets(found: dict[str, dict[str, Any]]) -> None:
    said = [
        (row["section"], row["comparator"], row["value"], row["indicator_code"]) for row in found["docx"]["targets"]
    ]
    assert said == [
        ("I", "ge", 98, "dossier_on_time_rate"),
        ("I", "ge", 91, "tthc_satisfaction_rate"),
        ("annex I.1", "eq", 100, "qppl_reviewed_rate"),
    ]


def test_tasks_under_a_merged_goal_share_it(found: dict[str, dict[str, Any]]) -> None:
    tasks = found["docx"]["tasks"]
    assert [task["area_code"] for task in tasks] == ["I.1", "I.1", "II.1"]
    assert tasks[0]["goal"] == tasks[1]["goal"]
    assert tasks[0]["coordinating_units"] == ["Các phòng chuyên môn", "Thanh tra Sở"]
    assert [(task["deadline_kind"], task["due_to"]) for task in tasks] == [
        ("in_quarter", "2025-06-30"),
        ("ongoing", None),
        ("before_date", "2025-09-30"),
    ]


def test_every_row_says_where_it_stands(found: dict[str, dict[str, Any]]) -> None:
    for answer in found.values():
        for name in ("targets", "goals", "tasks", "measures", "duties", "citations", "findings", "units"):
            assert all(row["place"] for row in answer[name])
    assert found["docx"]["tasks"][0]["place"] == "phụ lục, mục I.1, bảng 3, hàng 3"
