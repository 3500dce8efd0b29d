"""A clerk's desk: a plan's rows, its review workbook written out, filled in with openpyxl, saved and read back."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sources.contract import RawRow, SourceFile, provenance
from sources.plans.reviews.application import Applied, apply
from sources.plans.reviews.entries import entries_of
from sources.plans.reviews.kinds import KINDS
from sources.plans.reviews.reading import read_review
from sources.plans.reviews.statements import Review
from sources.plans.reviews.workbook import Subject, write
from sources.plans.rows import (
    CitationRow,
    DutyRow,
    GoalRow,
    MeasureRow,
    ParentRow,
    PlanRow,
    TargetRow,
    TaskRow,
    TaskUnitRow,
)

PLAN_FILE = SourceFile(Path("xa_lang.docx"), "plans/xa_lang.docx", "0" * 64, datetime(2026, 1, 5, tzinfo=UTC))
KEY = "xa_lang"
SHEET = {kind.name: kind.sheet for kind in KINDS}


def target(number: int, statement: str, value: str, **more: Any) -> TargetRow:
    return TargetRow.model_validate(
        {
            "plan_key": KEY,
            "target_no": f"T{number:03d}",
            "section": "II.1",
            "source": "body",
            "kind": "goal",
            "reform_area": "procedures",
            "papi_dimension": None,
            "period_start": 2026,
            "period_end": 2026,
            "statement": statement,
            "subject": None,
            "comparator": "ge",
            "comparator_printed": "tối thiểu",
            "value": Decimal(value),
            "value_max": None,
            "unit": "percent",
            "indicator_code": None,
            **_at(f"mục II.1, dòng {number}"),
        }
        | more
    )


def plan_rows() -> list[RawRow]:
    """Rows of a small plan, one or two of each kind."""
    named = {"plan_key": KEY}
    return [
        PlanRow.model_validate(
            {
                **named,
                "number": None,
                "number_as_printed": "Số:      /KH-TTYT",
                "issued_date": "2026-01",
                "issued_place": "Xa Lắng",
                "agency": "Trung tâm Y tế Xa Lắng",
                "agency_key": "trung-tam-y-te-xa-lang",
                "province": None,
                "title": "Kế hoạch cải cách hành chính năm 2026",
                "plan_kind": "annual",
                "period_start": 2026,
                "period_end": 2026,
                "is_open_ended": False,
                "signer": "Lò Thị Thử",
                "signer_title": None,
                "signed_for": None,
                "is_digest": False,
                "is_simulated": True,
                **_at("phần đầu văn bản"),
            }
        ),
        target(1, "Tối thiểu 95% hồ sơ trả đúng hẹn", "95"),
        target(2, "Tối thiểu 80% hồ sơ nộp trực tuyến", "80"),
        target(3, "Tối thiểu 95% hồ sơ trả đúng hẹn", "95", section="annex II.1", source="annex"),
        GoalRow.model_validate(
            {
                **named,
                "goal_no": "Q001",
                "section": "I",
                "source": "body",
                "reform_area": None,
                "period_start": 2026,
                "period_end": 2026,
                "statement": "=1+1 là hai, người dân hài lòng hơn",
                **_at("mục I, dòng 9"),
            }
        ),
        TaskRow.model_validate(
            {
                **named,
                "task_no": "A001",
                "area_code": "I.1",
                "group_title": "Thủ tục",
                "reform_area": "procedures",
                "goal": None,
                "description": "Niêm yết thủ tục ở bộ phận một cửa",
                "product": "Bảng niêm yết",
                "deadline_text": "Quý II",
                "deadline_kind": "in_quarter",
                "due_from": date(2026, 4, 1),
                "due_to": date(2026, 6, 30),
                "is_strict": False,
                **_at("phụ lục, mục I.1, bảng 1, hàng 3"),
            }
        ),
        *(
            TaskUnitRow.model_validate(
                {
                    **named,
                    "task_no": "A001",
                    "role": role,
                    "position": position,
                    "unit_name": unit,
                    "unit_match_key": unit.casefold(),
                    "is_collective": False,
                    **_at("phụ lục, mục I.1, bảng 1, hàng 3"),
                }
            )
            for role, position, unit in (
                ("lead", 1, "Phòng Hành chính"),
                ("coordinating", 1, "Khoa Khám bệnh"),
                ("coordinating", 2, "Phòng Điều dưỡng"),
            )
        ),
        *(
            MeasureRow.model_validate(
                {
                    **named,
                    "measure_no": f"B{number:03d}",
                    "section": "II.2",
                    "section_title": "Giải pháp",
                    "reform_area": None,
                    "papi_dimension": None,
                    "parent_no": "B001" if number == 2 else None,
                    "description": words,
                    **_at(f"mục II.2, dòng {30 + number}"),
                }
            )
            for number, words in ((1, "Rút gọn giấy tờ"), (2, "Bỏ bản sao có chứng thực"))
        ),
        DutyRow.model_validate(
            {
                **named,
                "duty_no": "P001",
                "section": "IV",
                "unit": "Phòng Hành chính",
                "unit_match_key": "phòng hành chính",
                "duty": "báo cáo kết quả trước ngày 15/12/2026",
                "deadline_text": "trước ngày 15/12/2026",
                "deadline_kind": "before_date",
                "due_date": date(2026, 12, 15),
                **_at("mục IV, dòng 60"),
            }
        ),
        *(
            CitationRow.model_validate(
                {
                    **named,
                    "citation_no": number,
                    "number": "76/NQ-CP",
                    "document_date": "2021-07-15",
                    "document_type": "Nghị quyết",
                    "issuer": "Chính phủ",
                    "section": "preamble",
                    "role": "implements" if number == 1 else "reference",
                    **_at("phần mở đầu, dòng 5"),
                }
            )
            for number in (1, 2)
        ),
        ParentRow.model_validate(
            {
                **named,
                "parent_no": 1,
                "number": "76/NQ-CP",
                "document_date": "2021-07-15",
                "issuer": "Chính phủ",
                **_at("phần mở đầu, dòng 5"),
            }
        ),
    ]


def _at(place: str) -> dict[str, Any]:
    return provenance(PLAN_FILE, place, "plans/1")


def issue(path: Path, applied: Applied | None = None) -> Path:
    """The review workbook of the small plan, or of what earlier reviews made of it."""
    entries = applied.entries if applied else entries_of(plan_rows())
    write(Subject(KEY, "xa_lang.docx", "Trung tâm Y tế Xa Lắng", "Kế hoạch", None), entries, path)
    return path


class Clerk:
    """Opens a review workbook, types into it and saves it."""

    def __init__(self, path: Path, name: str | None = "Trần Thị B", day: Any = date(2026, 2, 1)) -> None:
        self.path = path
        self.book: Workbook = load_workbook(path)
        info = self.book["Thông tin"]
        for row in range(1, 30):
            if info.cell(row, 1).value == "Người rà soát":
                info.cell(row, 2).value = name
            elif info.cell(row, 1).value == "Ngày rà soát":
                info.cell(row, 2).value = day

    def sheet(self, kind: str) -> Worksheet:
        return self.book["Kế hoạch" if kind == "plan" else SHEET[kind]]

    def columns(self, kind: str) -> dict[str, int]:
        return {str(cell.value): cell.column for cell in self.sheet(kind)[4]}

    def row(self, kind: str, code: str) -> int:
        """The row with that code; of the plan, with that field."""
        column = 1 if kind == "plan" else 2
        return next(
            row for row in range(5, self.sheet(kind).max_row + 1) if self.sheet(kind).cell(row, column).value == code
        )

    def type(self, kind: str, code: str, **cells: Any) -> "Clerk":
        """Type into cells of one row by their headings, "_" for a blank in the heading."""
        self.type_at(kind, self.row(kind, code), **cells)
        return self

    def type_at(self, kind: str, row: int, **cells: Any) -> "Clerk":
        columns = self.columns(kind)
        for heading, value in cells.items():
            self.sheet(kind).cell(row, columns[heading.replace("_", " ")]).value = value
        return self

    def see(self, kind: str) -> "Clerk":
        """Mark a whole sheet as seen."""
        info = self.book["Thông tin"]
        for row in range(1, 30):
            if info.cell(row, 1).value == SHEET[kind]:
                info.cell(row, 3).value = "Có"
        return self

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path


def back(path: Path, name: str = "plans/xa_lang.review.xlsx", received: datetime | None = None) -> Review:
    """The workbook as it comes back into the collection."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return read_review(SourceFile(path, name, digest, received or datetime(2026, 3, 1, tzinfo=UTC)))


def reviewed(*paths: Path, rows: Sequence[RawRow] | None = None) -> Applied:
    """The small plan, or other rows, with these workbooks applied."""
    return apply(plan_rows() if rows is None else rows, [back(path, f"plans/{path.name}") for path in paths])


def found(applied: Applied, number: str) -> Any:
    """The row with a number, None where it is gone."""
    columns = ("target_no", "goal_no", "measure_no", "duty_no", "task_no", "citation_no")
    return next(
        (
            row
            for row in applied.rows
            if not isinstance(row, TaskUnitRow) and any(str(getattr(row, name, None)) == number for name in columns)
        ),
        None,
    )


def kinds(applied: Applied) -> list[str]:
    return [remark.kind for _, remark in applied.remarks]
