"""Scanned plans: what a machine made of a picture is marked until a person confirms it."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from sources.documents import ocr
from sources.documents.blocks import DocumentError
from sources.documents.files import read_document
from sources.plans.jobs import Job
from sources.plans.reader import read, read_one
from sources.plans.rows import PlanFindingRow
from tests.sources.documents.printing import PRINTED
from tests.sources.received import receive

needs_ocr = pytest.mark.skipif(not ocr.is_at_hand(), reason="tesseract with Vietnamese data is not installed")


def scan(folder: Path, ending: str, *, of: str = "invented_by_office.pdf") -> Path:
    """The pages of a printed plan as pictures."""
    path = folder / f"scan{ending}"
    with pypdfium2.PdfDocument(PRINTED / of) as pdf:
        pages = [page.render(scale=300 / 72, grayscale=True).to_pil() for page in pdf]
    further = {"append_images": pages[1:], "save_all": True} if ending in {".pdf", ".tif"} else {}
    pages[0].save(path, resolution=300, **further)
    return path


def rows_of(path: Path) -> dict[str, Sequence[Any]]:
    return dict(read([receive(path, f"plans/{path.name}")]))


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sequence[Any]]:
    return rows_of(scan(tmp_path_factory.mktemp("scans"), ".pdf"))


@pytest.mark.parametrize("ending", [".pdf", ".png", ".tif"])
def test_without_tesseract_a_scan_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setattr(ocr, "is_at_hand", lambda: False)
    with pytest.raises(DocumentError, match="OCR") as caught:
        read_document(scan(tmp_path, ending))
    assert caught.value.kind == "scan_not_read"
    assert "tesseract-ocr-vie" in caught.value.remedy


def test_tesseract_without_vietnamese_or_without_its_program_is_not_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert not ocr.is_at_hand()


@needs_ocr
def test_every_row_of_a_scan_waits_for_a_person_and_one_finding_says_so(scanned: dict[str, Sequence[Any]]) -> None:
    rows_read = [row for rows in scanned.values() for row in rows if hasattr(row, "is_unconfirmed")]
    assert {row.table for row in rows_read} >= {"plans_plans", "plans_targets", "plans_tasks", "plans_measures"}
    assert all(row.is_unconfirmed for row in rows_read)
    said = [row for row in scanned["plans_findings"] if row.kind == "scan_unconfirmed"]
    assert [(row.severity, row.value) for row in said] == [("warning", "1, 2")]


@needs_ocr
def test_a_scan_gives_its_heading_block_and_the_tasks_of_its_ruled_table(
    scanned: dict[str, Sequence[Any]],
) -> None:
    assert [task.deadline_kind for task in scanned["plans_tasks"]] == ["in_quarter", "ongoing", "before_date"]
    plan = scanned["plans_plans"][0]
    assert (plan.number, plan.issued_date, plan.signer) == ("45/KH-SYT", "2025-01-08", "Đặng Thu Mai")


@needs_ocr
def test_the_same_scan_is_read_the_same_way_twice(tmp_path: Path, scanned: dict[str, Sequence[Any]]) -> None:
    again = rows_of(scan(tmp_path, ".pdf"))
    assert [row.statement for row in again["plans_targets"]] == [row.statement for row in scanned["plans_targets"]]
    assert [row.description for row in again["plans_tasks"]] == [row.description for row in scanned["plans_tasks"]]


def test_rows_of_a_text_layer_wait_for_nobody() -> None:
    tables = rows_of(PRINTED / "invented_by_office.pdf")
    assert not any(getattr(row, "is_unconfirmed", False) for rows in tables.values() for row in rows)
    assert not {"scan_unconfirmed", "scan_page_unread"} & {row.kind for row in tables["plans_findings"]}


def test_only_the_pages_that_are_pictures_are_marked_or_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_at_hand", lambda: False)
    path = tmp_path / "mixed.pdf"
    with (
        pypdfium2.PdfDocument(PRINTED / "invented_by_office.pdf") as text,
        pypdfium2.PdfDocument(scan(tmp_path, ".pdf")) as pictures,
    ):
        text.import_pages(pictures, [0])
        text.save(path)
    document = read_document(path)
    assert len(document.unread_pages) == 1
    assert not any(block.is_unconfirmed for block in document.blocks)
    rows = read_one(Job(receive(path, "plans/mixed.pdf"))).rows
    found = [row for row in rows if isinstance(row, PlanFindingRow) and row.kind == "scan_page_unread"]
    assert [(row.severity, row.value) for row in found] == [("error", str(document.unread_pages[0]))]


def test_a_picture_that_is_damaged_or_too_large_is_refused(tmp_path: Path) -> None:
    picture = scan(tmp_path, ".png")
    picture.write_bytes(picture.read_bytes()[:500])
    huge = tmp_path / "huge.png"
    huge.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + b"\0\x01\x86\xa0" * 2 + b"\x01\0\0\0\0" + b"\0" * 40)
    kinds = set()
    for path in (picture, huge):
        with pytest.raises(DocumentError) as caught:
            read_document(path)
        kinds.add(caught.value.kind)
    assert kinds <= {"broken_file", "too_large"}
