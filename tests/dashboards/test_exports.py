import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl
import pytest

from dashboards.blocks.layout import Sheet
from dashboards.blocks.table import Cell, Column, Group, Line, Table, Value, plain
from dashboards.exports.files import files
from dashboards.exports.workbook import Preface
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.overview import page as overview
from dashboards.pages.standing import standings
from dashboards.row import Row
from dashboards.theme.phrases import Mark
from dashboards.theme.words import words

SAID = words().export
PREFACE = Preface(
    "=Trang thử", "Sở Y tế thử", date(2026, 9, 30), "Bộ thử", ["Số liệu mô phỏng.", "Bản tóm lược."], "so-y-te/thu.html"
)
RESULT: Row = {
    "actual": Decimal("92.3077"),
    "numerator": Decimal(24),
    "denominator": Decimal(26),
    "unit": "percent",
    "value": Decimal(96),
    "comparator": "ge",
    "gap": Decimal("-3.6923"),
}


def rows(table: Table, *labels: str) -> list[dict[str, str]]:
    """The rows of the CSV file of a table, by head."""
    (content,) = [export.content for export in files(PREFACE, [table], labels, words()) if export.title]
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"))))


def column(*found: Cell, title: str = "Kết quả", unit: str = "") -> list[dict[str, str]]:
    """The rows of a table of one column."""
    return rows(plain("bang", "Bảng", [Column(title, unit=unit)], [[cell] for cell in found]))


def test_a_figure_its_unit_its_counts_and_what_is_said_below_it_stand_in_columns_of_their_own(book: Book) -> None:
    (row,) = column(cells.actual(book, RESULT, lines=["Quý I", "lấy số của kỳ trước"]))
    assert row == {
        "Kết quả (%)": "92.3077",
        f"Kết quả: {SAID.numerator}": "24",
        f"Kết quả: {SAID.denominator}": "26",
        f"Kết quả: {SAID.lines}": "Quý I; lấy số của kỳ trước",
        SAID.note: "",
    }


def test_a_unit_stands_in_the_head_where_it_is_that_of_all_rows_and_beside_each_figure_where_it_is_not() -> None:
    same = column(Cell("1 %", Decimal(1), unit="%"), Cell("—"), Cell("2 %", Decimal(2), unit="%"))
    assert [row["Kết quả (%)"] for row in same] == ["1", "", "2"]
    mixed = column(Cell("1 %", Decimal(1), unit="%"), Cell("2", Decimal(2)))
    assert [row[f"Kết quả: {SAID.unit}"] for row in mixed] == ["%", ""]


def test_a_column_of_figures_holds_figures_alone_and_what_stands_in_their_place_beside_them() -> None:
    found = column(
        Cell("12", 12), Cell("chưa có điểm"), Cell("—"), Cell(mark=Mark("?", "lack", "Chưa báo cáo")), Cell("0", 0)
    )
    assert [row["Kết quả"] for row in found] == ["12", "", "", "", "0"]
    assert [row[f"Kết quả: {SAID.as_shown}"] for row in found] == ["", "chưa có điểm", "", "", ""]
    assert [row[f"Kết quả: {SAID.state}"] for row in found] == ["", "", "", "Chưa báo cáo", ""]


def test_words_that_say_more_than_the_figure_are_kept(book: Book) -> None:
    asked, gap = column(cells.asked(book, RESULT)), column(cells.gap(book, RESULT))
    assert asked[0]["Kết quả (%)"] == "96"
    assert asked[0][f"Kết quả: {SAID.as_shown}"].startswith("tối thiểu 96")
    assert gap == [{f"Kết quả ({words().common.point_percent})": "-3.6923", SAID.note: ""}]


def test_a_rank_says_of_how_many_and_how_it_came_about(book: Book) -> None:
    found = [cells.rank(book, {"rank": 47, "rank_of": 61, "is_rank_computed": flag}) for flag in (True, False)]
    computed, published = column(*found, title="Hạng")
    assert (computed["Hạng"], computed[f"Hạng: {SAID.rank_of}"]) == ("47", "61")
    assert computed[f"Hạng: {SAID.rank_basis}"] == SAID.rank_computed
    assert published[f"Hạng: {SAID.rank_basis}"] == SAID.rank_published
    tables = [plain("bang", "Bảng", [Column("Hạng")], [[replace(cell, parts=())]]) for cell in found]
    assert [cells.with_rank_note(book, table).note for table in tables] == [words().index.rank_star_note, ""]


def test_states_that_are_counted_have_a_column_each() -> None:
    met, late = Mark("+", "good", "Đạt"), Mark("!", "bad", "Chậm")
    found = column(Cell(tally=[(met, 3), (late, 1)]), Cell(tally=[(late, 2)]), Cell("Không có"), title="Chỉ tiêu")
    assert [row["Chỉ tiêu: Đạt"] for row in found] == ["3", "0", ""]
    assert [row["Chỉ tiêu: Chậm"] for row in found] == ["1", "2", ""]
    assert [row["Chỉ tiêu"] for row in found] == ["", "", "Không có"]


def test_the_labels_of_a_row_and_of_its_page_stand_in_the_last_column() -> None:
    lines = [Line([Cell("a", flags=["mô phỏng", "nhắc lại"])]), Line([Cell("b")])]
    table = Table("bang", "Bảng", [Column("Tên")], [Group(lines, "Nhóm một")])
    assert [list(row.values()) for row in rows(table)] == [
        ["Nhóm một", "a", "mô phỏng; nhắc lại"],
        ["Nhóm một", "b", ""],
    ]
    assert [row[SAID.note] for row in rows(table, "mô phỏng")] == ["mô phỏng; nhắc lại", "mô phỏng"]


def test_a_workbook_begins_with_what_the_page_says_of_itself() -> None:
    table = plain("bang", "Bảng: một", [Column("Tên"), Column("Số", "number")], [[Cell("=1+1"), Cell("1", 1)]])
    book = openpyxl.load_workbook(BytesIO(files(PREFACE, [table], ["tóm lược"], words())[0].content))
    first, second = book.worksheets
    assert first.title == SAID.note
    said = [(label, value) for label, value in first.iter_rows(values_only=True)]
    assert said[0] == (SAID.page, "'=Trang thử")
    assert (SAID.owner, PREFACE.owner) in said
    assert [value.date() for label, value in said if label == SAID.as_of] == [PREFACE.as_of]
    assert [value for label, value in said if label == SAID.warning] == [*PREFACE.banners]
    assert said[-2:] == [(SAID.path, PREFACE.path), (SAID.sheet.format(name=second.title), "Bảng: một")]
    assert [*second.iter_rows(values_only=True)] == [("Tên", "Số", SAID.note), ("'=1+1", 1, "tóm lược")]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\n=", "\r=", "\t=", "\t\n@"])
def test_no_text_of_a_row_a_head_or_a_name_begins_a_formula_in_either_file(start: str) -> None:
    hostile = f"{start}cmd|' /C calc'!A0"
    table = plain("bang", hostile, [Column(hostile)], [[Cell(hostile, lines=[hostile], flags=[hostile])]])
    preface = Preface(hostile, hostile, PREFACE.as_of, hostile, [hostile], PREFACE.path)
    workbook, csv_file = files(preface, [table], [hostile], words())
    texts = [cell for row in csv.reader(StringIO(csv_file.content.decode("utf-8-sig"), newline="")) for cell in row]
    texts += [
        str(cell.value)
        for sheet in openpyxl.load_workbook(BytesIO(workbook.content)).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "s" or cell.data_type == "f"
    ]
    assert any(hostile.strip() in text for text in texts)
    assert [text for text in texts if text.lstrip("\r\n\t").startswith(("=", "+", "-", "@"))] == []


def test_two_tables_of_a_page_never_share_a_file() -> None:
    table = plain("bang", "Bảng", [Column("Tên")], [[Cell("a")]])
    with pytest.raises(ValueError, match="bang"):
        files(PREFACE, [table, table], [], words())


def sheets(book: Book) -> Iterator[tuple[str, Sheet]]:
    for page in overview.pages(book):
        yield from ((page.path, block) for part in page.sections for block in part.blocks if isinstance(block, Sheet))


def test_the_files_of_an_overview_hold_all_rows_of_which_the_page_shows_the_first(book: Book) -> None:
    def read(table: Table) -> list[list[Value]]:
        return [[cell.value or cell.text for cell in line.cells] for line in table.lines]

    cut = 0
    for path, sheet in sheets(book):
        if sheet.whole:
            shown, whole = read(sheet.table), read(sheet.whole)
            assert whole[: len(shown)] == shown, path
            cut += len(whole) > len(shown)
    assert cut


def test_the_files_of_an_overview_hold_every_target_in_danger(book: Book) -> None:
    held = {
        page.agency_key: len(table.lines)
        for page in overview.pages(book)
        for table in page.tables
        if table.table_id == "chi-tieu-can-quan-tam"
    }
    assert held == {one.agency["agency_key"]: len(one.in_danger) for one in standings(book) if one.in_danger}
