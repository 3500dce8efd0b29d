"""Whatever becomes of a workbook: the reader goes on, every entry is accounted for, no figure is made up."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from sources.contract import Rows
from sources.results.known import Known
from sources.results.template.form import EventLine, OwnTaskLine
from sources.results.template.workbook import content
from sources.vietnamese.numbers import AmbiguousNumberError, NotANumberError, read_decimal
from tests.sources.received import assert_balanced, receive
from tests.sources.results.golden.register import known
from tests.sources.results.workbooks.damage import DAMAGES, Damage, damaged
from tests.sources.results.workshop import FORM, read_here

_STEP = Decimal("0.0001")
_FULL = replace(
    FORM,
    report_state="signed",
    own_tasks=(
        OwnTaskLine("Niêm yết thủ tục tại khoa khám bệnh", state="done", done_date=date(2026, 2, 3)),
        OwnTaskLine("Lập bảng theo dõi hồ sơ", "Bảng theo dõi", state="in_progress", due_date=date(2026, 6, 30)),
    ),
    events=(
        EventLine("dialogue", "Đối thoại với người bệnh", date(2026, 1, 9), quantity=Decimal(35)),
        EventLine("inspection", "Kiểm tra kỷ luật hành chính", document_number="7/BB-BVĐK"),
    ),
    narratives={"highlights": "Rút ngắn thời gian chờ khám.", "proposals": "Bổ sung nhân lực."},
)
_FORMS = {
    "of the year so far": content(_FULL),
    "of the quarter alone": content(replace(_FULL, period_key="2026-q3", is_cumulative=False)),
}
# A fifth of a second each: the library that damages the workbook is slower than the reader.
_QUIET = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_a_full_workbook_is_taken_to_the_last_cell(tmp_path: Path) -> None:
    rows = _read(tmp_path, _FORMS["of the year so far"], Known())
    account: Any = rows["results_files"][0]
    # Four of Thông tin, six of Biểu 1, four of Biểu 2, seven of Biểu 3, seven of Biểu 4, two of Biểu 5.
    assert (account.values_read, account.values_loaded) == (30, 30)
    tables = ("figures", "tasks", "own_tasks", "events", "narratives")
    assert {table: len(rows[f"results_{table}"]) for table in tables} == {
        "figures": 5,
        "tasks": 2,
        "own_tasks": 2,
        "events": 2,
        "narratives": 2,
    }


@pytest.mark.slow
@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("is_known", [True, False])
@_QUIET
@given(damages=st.lists(DAMAGES, min_size=1, max_size=8))
def test_after_any_damage_every_entry_is_accounted_for(
    tmp_path: Path, form: str, is_known: bool, damages: list[Damage]
) -> None:
    workbook = damaged(_FORMS[form], damages)
    rows = _read(tmp_path, workbook, known() if is_known else Known())
    assert_balanced(rows, "results")
    findings: Any = rows["results_findings"]
    assert "account_unbalanced" not in {finding.kind for finding in findings}
    _assert_every_held_back_cell_has_its_finding(rows)
    _assert_no_number_is_made_up(rows, workbook)


@pytest.mark.slow
@_QUIET
@given(cut=st.integers(0, 10**6), flips=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=4))
def test_a_file_cut_off_or_garbled_costs_itself_alone(tmp_path: Path, cut: int, flips: list[tuple[int, int]]) -> None:
    spoiled = bytearray(_FORMS["of the year so far"])
    for position, byte in flips:
        spoiled[position % len(spoiled)] = byte
    rows = _read(tmp_path, bytes(spoiled[: max(1, len(spoiled) - cut % (2 * len(spoiled)))]), Known())
    assert_balanced(rows, "results")
    assert len(rows["results_files"]) == 1
    # Read, or refused with the reason.
    assert rows["results_files"][0].model_dump()["status"] == "read" or rows["results_findings"]


def _read(folder: Path, workbook: bytes, known_before: Known) -> Rows:
    path = folder / "bao-cao.xlsx"
    path.write_bytes(workbook)
    return read_here([receive(path, "results/bao-cao.xlsx")], known_before)


def _assert_every_held_back_cell_has_its_finding(rows: Rows) -> None:
    findings: Any = rows["results_findings"]
    lines = {(finding.kind, *_line(finding.source_place)) for finding in findings}
    held: Any = rows["results_quarantine"]
    for cell in held:
        assert (cell.rule, *_line(cell.source_place)) in lines, cell


def _line(place: str) -> tuple[str, str]:
    """Sheet and row of a place."""
    sheet, _, cell = place.rpartition("!")
    return sheet, cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _assert_no_number_is_made_up(rows: Rows, workbook: bytes) -> None:
    written = set(_numbers(workbook))
    figures: Any = rows["results_figures"]
    events: Any = rows["results_events"]
    found = [number for row in figures for number in (row.numerator, row.denominator, row.value)]
    found += [row.quantity for row in events]
    assert {number for number in found if number is not None} <= written


def _numbers(workbook: bytes) -> Iterator[Decimal]:
    """All numbers that stand in the workbook, however they are written; each as a percentage as well."""
    for sheet in load_workbook(BytesIO(workbook)).worksheets:
        for line in sheet.iter_rows():
            for cell in line:
                yield from _of_value(cell.value)


def _of_value(value: object) -> Iterator[Decimal]:
    if isinstance(value, (int, float)) and abs(value) < 10**12:
        number = Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)
        yield number.quantize(_STEP, "ROUND_HALF_UP")
        yield (number * 100).quantize(_STEP, "ROUND_HALF_UP")
    elif isinstance(value, str):
        for whole in (True, False):
            try:
                yield read_decimal(value.strip().removesuffix("%"), whole=whole).quantize(_STEP, "ROUND_HALF_UP")
            except (AmbiguousNumberError, NotANumberError, ArithmeticError):
                continue
