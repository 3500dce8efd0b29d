"""Golden files as other programs save them: LibreOffice, old Excel, WPS, web systems; and what cannot be opened."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from sources.office_times import with_fixed_times
from sources.results.headings import EVENT_SHEET, GUIDE_SHEET, OWN_TASK_SHEET
from tests.sources.results.golden.makers import surgery
from tests.sources.results.golden.makers.cells import COUNT, RATE
from tests.sources.results.golden.makers.desk import SAVED_AT, Desk, filled
from tests.sources.results.golden.makers.office import lock, resave
from tests.sources.results.golden.makers.registry import golden


def _usual() -> Desk:
    """What the clerk filled in before saving with another program: counts, a share, a day, a state."""
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=412, denominator=420, explanation="8 hồ sơ quá hạn")
    desk.figure(RATE, "0.0%", value=0.965)
    desk.figure(COUNT, year_to_date=7)
    desk.figure("staff_rotation_count", state="Không phát sinh")
    return desk


def _as_xls(desk: Desk) -> bytes:
    """The old format has room for little in a small file: the sheets that have nothing to say here are left out."""
    for title in (GUIDE_SHEET, EVENT_SHEET, OWN_TASK_SHEET):
        del desk.book[title]
    return resave(desk.saved(), "xls")


@golden("xls")
def old_excel() -> bytes:
    return _as_xls(_usual())


@golden("xls")
def old_excel_with_traps() -> bytes:
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=412, denominator="=1/0")
    desk.figure(COUNT, "0%", year_to_date=0.98)
    desk.figure(RATE, "General", value=0.965)
    desk.task("A002", "@", state="Hoàn thành", done_date="3/31/2026")
    desk.task("A003", "General", state="Hoàn thành", done_date=46063)
    return _as_xls(desk)


@golden("xls")
def xlsx_named_xls() -> bytes:
    """Renamed by hand because the letter asked for .xls."""
    return _usual().saved()


@golden("xls")
def web_page_named_xls() -> bytes:
    """What many web systems call "Xuất Excel": a page with a table."""
    rows = [["Đơn vị", "Mã chỉ tiêu", "Tử số"], ["Chi cục An toàn thực phẩm", "dossier_on_time_rate", "412"]]
    return surgery.table(rows).encode("utf-8")


@golden("xlsm")
def macro_workbook() -> bytes:
    """Saved with macros switched on: another ending and another word for the main part."""
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    with_macros = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    return surgery.edit(_usual().saved(), lambda _, text: text.replace(main, with_macros))


@golden("xlsx")
def old_excel_named_xlsx() -> bytes:
    """An .xls renamed .xlsx because the letter asked for that."""
    return _as_xls(_usual())


@golden()
def words_inside_cells() -> bytes:
    return surgery.with_inline_strings(resave(_usual().saved(), "xlsx"))


@golden()
def words_in_runs() -> bytes:
    return surgery.with_inline_strings(resave(_usual().saved(), "xlsx"), in_runs=True)


@golden()
def names_behind_prefix() -> bytes:
    return surgery.with_prefix(surgery.with_inline_strings(resave(_usual().saved(), "xlsx")))


@golden()
def strict_form() -> bytes:
    return surgery.strict(_usual().saved())


@golden("ods")
def open_document() -> bytes:
    return resave(_usual().saved(), "ods")


@golden()
def locked_with_password() -> bytes:
    return lock(_usual().saved(), "1234")


@golden()
def cut_off_in_the_mail() -> bytes:
    content = _usual().saved()
    return content[: len(content) * 2 // 3]


@golden()
def empty_file() -> bytes:
    return b""


@golden()
def empty_workbook() -> bytes:
    book = Workbook()
    book.create_sheet("Sheet2")
    return Desk(book).saved()


@golden()
def words_named_xlsx() -> bytes:
    return "Kính gửi Sở Y tế, đơn vị xin gửi báo cáo sau.\n".encode()


@golden("docx")
def letter() -> bytes:
    """The covering letter, sent along with the workbook."""
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as parts:
        parts.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
            "<w:t>Kính gửi Sở Y tế</w:t></w:r></w:p></w:body></w:document>",
        )
    return with_fixed_times(archive.getvalue(), SAVED_AT)


@golden()
def archive_that_swells() -> bytes:
    """Ten megabytes of blanks in ten kilobytes."""
    sound = filled().saved()
    archive = BytesIO()
    with ZipFile(BytesIO(sound)) as source, ZipFile(archive, "w", ZIP_DEFLATED, compresslevel=9) as target:
        for entry in source.infolist():
            raw = source.read(entry)
            if entry.filename == "xl/worksheets/sheet3.xml":
                raw = raw.replace(b"</worksheet>", b" " * 10_000_000 + b"</worksheet>")
            target.writestr(entry.filename, raw)
    return with_fixed_times(archive.getvalue(), SAVED_AT)
