"""The workbook of all tables: types survive, text never runs, what does not fit is told, the bytes are stable."""

import shutil
import subprocess
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from orchestration.dictionary import Entry
from orchestration.resources import Workspace
from orchestration.workbook import book, sheets
from orchestration.workbook.cells import CUT, LONGEST_TEXT
from orchestration.workbook.front import FRONT, About

NIGHT = About("20261015T010000.000", date(2026, 10, 15), None, "=Bộ 'thử'", True, True, False)
HOSTILE = [
    "=1+1",
    "+84 24",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "http://vi.du/x",
    "{=1}",
    "96%",
    "_x0041_",
    "a\x00b\x0bc",
    "<r></is>",
    "<r><a></r>",
]
LONG = "ắ" * (LONGEST_TEXT + 1)
FIGURES = [Decimal("96.0000"), Decimal("0.2850"), Decimal("-1234567.8900"), Decimal("12345678901234.5678"), None]
DAYS = [date(2026, 3, 14), date(1899, 1, 2), date(1900, 3, 1), None]
MOMENTS = [datetime(2026, 10, 9, 3, 5, tzinfo=UTC).replace(tzinfo=None)]


def _columns(folder: Path, table: str, **columns: pa.Array) -> None:
    longest = max(len(column) for column in columns.values())
    filled = {
        name: pa.array([*column.to_pylist(), *[None] * (longest - len(column))], column.type)
        for name, column in columns.items()
    }
    pq.write_table(pa.table(filled), folder / f"{table}.parquet")


def _written(folder: Path) -> Path:
    folder.mkdir()
    _columns(
        folder,
        "fct_target",
        says=pa.array([*HOSTILE, LONG], pa.string()),
        figure=pa.array(FIGURES, pa.decimal128(18, 4)),
        day=pa.array(DAYS, pa.date32()),
        came_at=pa.array(MOMENTS, pa.timestamp("us")),
        is_met=pa.array([True, False, None], pa.bool_()),
        year=pa.array([2026], pa.int32()),
    )
    _columns(folder, "rpt_nothing", says=pa.array([], pa.string()))
    entry = Entry("core", "fct_target", "figure", "decimal", "Giá trị", "Value", "%", "nghĩa", "meaning", "raw.t")
    book.write_dictionary(folder, [entry])
    grains = {"reporting.rpt_nothing": "Không có gì", "core.fct_target": "=Mỗi dòng một mục tiêu"}
    return book.write(folder, grains, NIGHT, [entry])


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return _written(tmp_path / "exports")


def _sheet(file: Path, name: str) -> Worksheet:
    found = openpyxl.load_workbook(file)[name]
    assert isinstance(found, Worksheet)
    return found


def _under(sheet: Worksheet, heading: str) -> list[object]:
    """What stands under both heads of a column."""
    at = next(cell.column for cell in sheet[1] if cell.value == heading)
    return [sheet.cell(row, at).value for row in range(3, sheet.max_row + 1)]


def test_every_type_comes_back_as_it_was(written: Path) -> None:
    sheet = _sheet(written, "fct_target")
    assert _under(sheet, "figure")[:3] == [96, 0.285, -1234567.89]
    assert _under(sheet, "day")[0] == datetime(2026, 3, 14)  # noqa: DTZ001 -- workbooks know no time zones
    assert _under(sheet, "came_at")[0] == MOMENTS[0]
    assert _under(sheet, "is_met")[:3] == [True, False, None]
    assert _under(sheet, "year")[0] == 2026
    formats = {heading: sheet[3][at].number_format for at, heading in enumerate(("says", "figure", "day", "came_at"))}
    assert formats == {"says": "General", "figure": "#,##0", "day": "dd/mm/yyyy", "came_at": "dd/mm/yyyy hh:mm:ss"}
    assert sheet["B4"].number_format == "#,##0.00##"


def test_a_figure_or_day_that_excel_cannot_hold_stays_text_and_is_told(written: Path) -> None:
    sheet = _sheet(written, "fct_target")
    assert _under(sheet, "figure")[3] == "12345678901234.5678"
    assert _under(sheet, "day")[1:3] == ["1899-01-02", datetime(1900, 3, 1)]  # noqa: DTZ001
    told = [row[1] for row in _sheet(written, FRONT).iter_rows(values_only=True) if row[0] == "Giới hạn của Excel"]
    assert [str(words).split()[0] for words in told] == ["1", "1", "1"]


def test_no_text_becomes_a_formula_or_a_link(written: Path) -> None:
    sheet = _sheet(written, "fct_target")
    cells = [sheet.cell(row, 1) for row in range(3, 3 + len(HOSTILE))]
    assert {cell.data_type for cell in cells} == {"s"} or {cell.data_type for cell in cells} == {"inlineStr"}
    assert [cell.value for cell in cells][:8] == HOSTILE[:8]
    assert [cell.quotePrefix for cell in cells] == [text[0] in "=+-@\t" for text in HOSTILE]
    assert not any(cell.hyperlink for cell in cells)
    everything = openpyxl.load_workbook(written)
    kinds = {cell.data_type for name in everything.sheetnames for row in everything[name] for cell in row}
    assert "f" not in kinds


def test_signs_that_the_format_does_not_know_leave_a_mark_and_long_text_says_that_it_was_cut(written: Path) -> None:
    says = _under(_sheet(written, "fct_target"), "says")
    assert says[9:12] == ["a\ufffdb\ufffdc", " <r></is>", " <r><a></r>"]
    assert len(str(says[12])) == LONGEST_TEXT
    assert str(says[12]).endswith(CUT)


def test_both_heads_stay_in_view_and_the_filter_stands_under_them(written: Path) -> None:
    sheet = _sheet(written, "fct_target")
    assert [sheet["B1"].value, sheet["B2"].value, sheet["A2"].value] == ["figure", "Giá trị", "says"]
    assert sheet.freeze_panes == "B3"
    assert sheet.auto_filter.ref == "A2:F15"


def test_a_printed_sheet_repeats_its_heads_and_is_one_page_wide(written: Path) -> None:
    sheet = _sheet(written, "fct_target")
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$2", "$A:$A")
    assert sheet.page_setup.orientation == "landscape"
    # The format leaves out a width of one page: it is what a reader takes where nothing is said.
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    assert sheet.sheet_properties.pageSetUpPr
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_made_up_agencies_are_to_be_left_out_by_their_key_as_well(written: Path) -> None:
    (told,) = [
        str(row[1])
        for row in _sheet(written, FRONT).iter_rows(values_only=True)
        if row[0] == "Lưu ý" and "mô phỏng" in str(row[1])
    ]
    assert "agency_key" in told
    assert "dim_agency" in told


def test_the_sheets_stand_in_the_order_of_the_dictionary_and_the_first_one_leads_to_them(written: Path) -> None:
    names = openpyxl.load_workbook(written).sheetnames
    assert names == [FRONT, book.DICTIONARY, "fct_target", "rpt_nothing"]
    front = _sheet(written, FRONT)
    said = {row[0].value: row for row in front.iter_rows(max_col=3)}
    assert [said[name][1].value for name in names[1:]] == [1, 13, 0]
    assert said["fct_target"][2].value == "=Mỗi dòng một mục tiêu"
    link = said["fct_target"][0].hyperlink
    assert link is not None
    assert link.location == "'fct_target'!A1"
    assert said["Số liệu đến ngày"][1].value == "15/10/2026"
    assert said["Bộ dữ liệu"][1].value == "=Bộ 'thử'"


def test_equal_contents_give_equal_bytes(written: Path, tmp_path: Path) -> None:
    assert _written(tmp_path / "again").read_bytes() == written.read_bytes()


def test_a_table_with_more_rows_than_a_sheet_says_where_all_of_them_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 14)
    file = _written(tmp_path / "exports")
    sheet = _sheet(file, "fct_target")
    assert sheet.max_row == 3
    assert "13 dòng" in str(sheet["A3"].value)
    assert "fct_target.parquet" in str(sheet["A3"].value)
    contents = {row[0]: row for row in _sheet(file, FRONT).iter_rows(values_only=True)}
    assert contents["fct_target"][1] == 13
    assert "fct_target" not in str(contents["rpt_nothing"][2])
    assert "parquet" in str(contents["fct_target"][2])


def test_names_of_sheets_are_short_and_told_apart_without_regard_to_case() -> None:
    long = "fct_" + "x" * 40
    names: list[str] = []
    for table in (long, long.upper(), "a/b[c]", "a_b_c_"):
        names.append(sheets.sheet_name(table, names))
    assert len({name.casefold() for name in names}) == 4
    assert all(len(name) <= sheets.LONGEST_NAME for name in names)
    assert names[2:] == ["a_b_c_", "a_b_c_~2"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_libreoffice_reads_the_same(written: Path, tmp_path: Path) -> None:
    # Sheet 3 as CSV: separator, quotes, UTF-8, cells as they are shown.
    how = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,3"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", how, "--outdir", str(tmp_path), str(written)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    lines = (tmp_path / "thuocdo-fct_target.csv").read_text(encoding="utf-8").splitlines()
    assert lines[2].startswith("=1+1,96,14/03/2026,09/10/2026 03:05:00,TRUE,2026")
    assert [line.split(",")[0] for line in lines[3:6]] == ["+84 24", "-1", "@SUM(A1)"]
    assert [line for line in lines if line.startswith("_x")] == ["_x0041_,,,,,"]


def test_the_published_workbook_holds_every_exported_table_whole(sample_night: Workspace) -> None:
    exports = sample_night.current / "exports"
    file = openpyxl.load_workbook(exports / book.FILE_NAME, read_only=True)
    tables = {path.stem: pq.read_metadata(path).num_rows for path in exports.glob("*.parquet")}
    tables[book.DICTIONARY] = tables.pop("dictionary")
    assert set(file.sheetnames) == {FRONT, *tables}
    held = {
        name: sum(1 for row in file[name].iter_rows(min_row=3, values_only=True) if any(v is not None for v in row))
        for name in tables
    }
    for name in sheets.NOT_COPIED:
        assert tables.pop(name) > held.pop(name) == 1
    assert held == tables
    front = [row[:2] for row in file[FRONT].iter_rows(min_row=1, max_row=12, values_only=True)]
    assert ("Mã đêm", sample_night.current.resolve().name) in front
    assert ("Số liệu đến ngày", "15/10/2026") in front


def test_the_exported_dictionary_names_every_published_column_and_its_type(sample_night: Workspace) -> None:
    said = pq.read_table(sample_night.current / "exports" / book.DICTIONARY_FILE).to_pylist()
    with duckdb.connect(str(sample_night.current / "warehouse.duckdb"), read_only=True) as connection:
        held = connection.execute(
            "select schema_name, table_name, column_name from duckdb_columns()"
            " where schema_name in ('core', 'reporting', 'reference')"
        ).fetchall()
    assert {(row["schema"], row["table"], row["column"]) for row in said} == set(held)
    assert all(row["meaning_en"] for row in said)
