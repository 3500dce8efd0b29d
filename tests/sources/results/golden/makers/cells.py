"""Golden files about single cells: shares, counts, days, errors, words that look like formulas."""

from datetime import date
from typing import Final

from openpyxl.utils.datetime import CALENDAR_MAC_1904

from sources.results.headings import FIGURE_SHEET
from tests.sources.results.golden.makers.desk import HOSPITAL, filled
from tests.sources.results.golden.makers.office import resave
from tests.sources.results.golden.makers.registry import golden
from tests.sources.results.golden.makers.surgery import in_sheet

RATE: Final = "agency_service_satisfaction_rate"
COUNT: Final = "communication_products_count"
# Place of Biểu 1 among the sheets of the form: Hướng dẫn and Thông tin stand before it.
FIGURES_NO: Final = 3


@golden()
def percent_with_format() -> bytes:
    desk = filled()
    desk.figure(RATE, "0.0%", value=0.965)
    desk.figure("online_dossier_rate", "0%", value=1)
    desk.figure("dossier_on_time_rate", "0.00%", value=0.9833)
    return desk.saved()


@golden()
def percent_as_plain_fraction() -> bytes:
    desk = filled()
    desk.figure(RATE, "General", value=0.965)
    desk.figure("online_dossier_rate", "0.00", value=1)
    desk.figure("dossier_on_time_rate", "General", value="0,98")
    return desk.saved()


@golden()
def percent_as_text() -> bytes:
    desk = filled()
    desk.figure(RATE, "@", value="96%")
    desk.figure("online_dossier_rate", "@", value="96,5")
    desk.figure("dossier_on_time_rate", "@", value=" 98,25 % ")
    return desk.saved()


@golden()
def percent_in_count_column() -> bytes:
    desk = filled()
    desk.figure("dossier_on_time_rate", "@", year_to_date="98%", denominator=420)
    desk.figure(COUNT, "0%", year_to_date=0.98)
    return desk.saved()


@golden()
def percent_pasted_into_percent_cell() -> bytes:
    """96 pasted as a value into a cell with a percent format: it now shows 9600%."""
    desk = filled()
    desk.figure(RATE, "0%", value=96)
    return desk.saved()


@golden()
def rate_with_english_point() -> bytes:
    desk = filled()
    desk.figure(RATE, "@", value="96.5")
    return desk.saved()


@golden()
def rate_over_hundred() -> bytes:
    desk = filled()
    desk.figure(RATE, "0.0", value=965)
    return desk.saved()


@golden()
def counts_as_text() -> bytes:
    desk = filled()
    desk.figure("dossier_on_time_rate", "@", year_to_date=" 1.234 ", denominator="1.250")
    desk.figure(COUNT, "@", year_to_date=" 12 ")
    desk.figure("staff_rotation_count", "@", year_to_date="1.234")
    return desk.saved()


@golden()
def measured_as_text() -> bytes:
    desk = filled(unit=HOSPITAL)
    desk.figure("exam_waiting_time_minutes", "@", year_to_date="1.234,5", denominator=48)
    return desk.saved()


@golden()
def measured_with_one_point() -> bytes:
    desk = filled(unit=HOSPITAL)
    desk.figure("exam_waiting_time_minutes", "@", year_to_date="1.234", denominator=48)
    return desk.saved()


@golden()
def count_shrunk_to_thousandths() -> bytes:
    desk = filled()
    desk.figure(COUNT, "General", year_to_date=1.234)
    desk.figure("dossier_on_time_rate", "General", year_to_date=1.234, denominator=1.25)
    return desk.saved()


@golden()
def count_with_words() -> bytes:
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date="412 hồ sơ", denominator=420)
    desk.figure(COUNT, year_to_date="khoảng 12")
    return desk.saved()


@golden()
def count_negative() -> bytes:
    desk = filled()
    desk.figure(COUNT, year_to_date=-3)
    return desk.saved()


@golden()
def count_too_large() -> bytes:
    desk = filled()
    desk.figure("public_investment_disbursement_rate", year_to_date=12_500_000_000_000, denominator=15_000_000_000_000)
    desk.figure(COUNT, "@", year_to_date="9" * 40)
    return desk.saved()


@golden()
def dash_for_nothing() -> bytes:
    """A dash where nothing is, as in printed tables; blanks typed by the space bar are no entry."""
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date="-", denominator="-")
    desk.figure(COUNT, year_to_date="   ")
    return desk.saved()


@golden()
def days_written_day_first() -> bytes:
    desk = filled()
    desk.task("A001", "@", done_date="10/02/2026", document_date="9-2-2026")
    desk.task("A002", "dd/mm/yyyy", state="Hoàn thành", done_date=date(2026, 3, 2))
    desk.info(sent_date="16/03/2026")
    return desk.saved()


@golden()
def days_written_otherwise() -> bytes:
    desk = filled()
    desk.task("A001", "@", done_date="3/31/2026", document_date=None, document_number=None)
    desk.task("A002", "@", state="Hoàn thành", done_date="2026-03-02")
    desk.task("A003", "@", state="Hoàn thành", done_date="31/02/2026")
    desk.info(sent_date="2026-03-16")
    return desk.saved()


@golden()
def day_as_bare_serial() -> bytes:
    desk = filled()
    desk.task("A001", "General", done_date=46063, document_date=None, document_number=None)
    return desk.saved()


@golden()
def days_counted_from_1904() -> bytes:
    """A workbook begun on an old Mac: the same days, other serials."""
    desk = filled()
    desk.book.epoch = CALENDAR_MAC_1904
    return desk.saved()


@golden()
def errors_in_cells() -> bytes:
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=412, denominator="#DIV/0!")
    desk.figure(COUNT, year_to_date="#REF!")
    desk.task("A002", state="Đang thực hiện", explanation="#N/A")
    return desk.saved()


@golden()
def formula_never_calculated() -> bytes:
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date="=400+12", denominator=420)
    return desk.saved()


@golden()
def formula_calculated() -> bytes:
    """The same sum, opened and saved by a program that calculates."""
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date="=400+12", denominator="=SUM(200,220)")
    desk.figure(COUNT, year_to_date="=1/0")
    return resave(desk.saved(), "xlsx")


@golden()
def formula_shared_without_value() -> bytes:
    """Filled down by a program that keeps the formula once and no results."""
    desk = filled()
    first = desk.row(FIGURE_SHEET, "dossier_on_time_rate")
    second = desk.row(FIGURE_SHEET, "online_dossier_rate")
    desk.figure("dossier_on_time_rate", year_to_date=1, denominator=420)
    desk.figure("online_dossier_rate", year_to_date=1, denominator=430)
    letter = desk.cell(FIGURE_SHEET, first, "year_to_date").column_letter
    whole = desk.cell(FIGURE_SHEET, first, "denominator").column_letter
    content = in_sheet(
        desk.saved(),
        f"{letter}{first}",
        f'<f t="shared" ref="{letter}{first}:{letter}{second}" si="0">{whole}{first}-8</f>',
        number=FIGURES_NO,
    )
    return in_sheet(content, f"{letter}{second}", '<f t="shared" si="0"/>', number=FIGURES_NO)


@golden()
def words_like_formulas() -> bytes:
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=412, denominator=420)
    row = desk.row(FIGURE_SHEET, "dossier_on_time_rate")
    for field, words in (
        ("explanation", '=HYPERLINK("http://vi.du";"xem")'),
        ("evidence", "+84 912 000 000; @so-lieu"),
    ):
        cell = desk.cell(FIGURE_SHEET, row, field)
        cell.value = words
        cell.data_type = "s"
        cell.quotePrefix = True
    desk.task("A002", state="Đang thực hiện", explanation="- Chờ hướng dẫn của cấp trên")
    return desk.saved()


@golden()
def truth_value_in_count() -> bytes:
    desk = filled()
    desk.figure(COUNT, year_to_date=True)
    desk.figure("dossier_on_time_rate", "dd/mm/yyyy", year_to_date=date(2026, 1, 2))
    desk.figure("dossier_on_time_rate", denominator=420)
    return desk.saved()
