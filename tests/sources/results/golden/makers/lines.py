"""Golden files about lines: which state a figure has, what a line says against itself, Biểu 2 to Biểu 5."""

from datetime import date

from sources.results.headings import EVENT_SHEET, FIGURE_SHEET, OWN_TASK_SHEET, TASK_SHEET
from tests.sources.results.golden.makers.cells import COUNT, RATE
from tests.sources.results.golden.makers.desk import filled, issue, reopen
from tests.sources.results.golden.makers.office import resave
from tests.sources.results.golden.makers.registry import golden


@golden()
def zero_nothing_blank_and_not_applicable() -> bytes:
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=0, denominator=420)
    desk.figure("online_dossier_rate", year_to_date=0, denominator=0)
    desk.figure(COUNT, year_to_date=0)
    desk.figure("staff_rotation_count", state="Không phát sinh")
    desk.figure("staff_trained_rate", state="Không áp dụng")
    return desk.saved()


@golden()
def state_word_in_figure_column() -> bytes:
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date="không phát sinh")
    desk.figure(COUNT, year_to_date="Không áp dụng")
    return desk.saved()


@golden()
def state_and_figures_both() -> bytes:
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=412, denominator=420, state="Không phát sinh")
    desk.figure(COUNT, year_to_date=0, state="Không áp dụng")
    return desk.saved()


@golden()
def state_unknown() -> bytes:
    desk = filled()
    desk.figure("dossier_on_time_rate", state="Chưa có số liệu")
    return desk.saved()


@golden()
def part_exceeds_whole() -> bytes:
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=420, denominator=412)
    return desk.saved()


@golden()
def whole_missing() -> bytes:
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=412)
    return desk.saved()


@golden()
def remark_without_figure() -> bytes:
    desk = filled()
    desk.figure("dossier_on_time_rate", explanation="Số liệu sẽ bổ sung sau")
    return desk.saved()


@golden()
def indicator_twice() -> bytes:
    """Code and name copied over those of two other lines: the second says something else, the third the same."""
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=412, denominator=420)
    desk.figure("online_dossier_rate", year_to_date=300, denominator=420)
    desk.figure("staff_trained_rate", year_to_date=412, denominator=420)
    rows = [desk.row(FIGURE_SHEET, code) for code in ("online_dossier_rate", "staff_trained_rate")]
    name = str(desk.cell(FIGURE_SHEET, desk.row(FIGURE_SHEET, "dossier_on_time_rate"), "indicator_name").value)
    for row in rows:
        desk.put(FIGURE_SHEET, row, indicator_code="dossier_on_time_rate", indicator_name=name)
    return desk.saved()


@golden()
def indicator_code_lost() -> bytes:
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=412, denominator=420)
    desk.figure("online_dossier_rate", year_to_date=300, denominator=420)
    first, second = (desk.row(FIGURE_SHEET, code) for code in ("dossier_on_time_rate", "online_dossier_rate"))
    desk.put(FIGURE_SHEET, first, indicator_code=None, indicator_name="Hồ sơ đúng hạn")
    desk.put(FIGURE_SHEET, second, indicator_code="Chỉ tiêu 2")
    return desk.saved()


@golden()
def indicator_code_against_name() -> bytes:
    """Only the code typed over: the name of the line still says the other indicator."""
    desk = filled()
    desk.figure("online_dossier_rate", year_to_date=300, denominator=420)
    row = desk.row(FIGURE_SHEET, "online_dossier_rate")
    desk.put(FIGURE_SHEET, row, indicator_code="dossier_on_time_rate")
    return desk.saved()


@golden()
def indicator_not_in_catalogue() -> bytes:
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=412, denominator=420)
    desk.put(
        FIGURE_SHEET,
        desk.row(FIGURE_SHEET, "dossier_on_time_rate"),
        indicator_code="dossier_ontime_rate",
        indicator_name="Hồ sơ đúng hạn",
    )
    return desk.saved()


@golden()
def figure_in_wrong_column() -> bytes:
    """The first quarter typed under "Trong kỳ", over the formula; "Lũy kế từ đầu năm" left blank."""
    desk = filled()
    desk.figure("dossier_on_time_rate", in_window=412, denominator=420)
    return desk.saved()


@golden()
def third_quarter_in_its_column() -> bytes:
    desk = filled("2026-q3")
    desk.figure("dossier_on_time_rate", in_window=398, denominator=405)
    desk.figure(COUNT, in_window=4)
    return resave(desk.saved(), "xlsx")


@golden()
def third_quarter_in_wrong_column() -> bytes:
    """Nine months typed where the form computes them; the quarter itself is blank."""
    desk = filled("2026-q3")
    desk.figure("dossier_on_time_rate", year_to_date=1210, denominator=1240)
    return desk.saved()


@golden()
def both_columns_agree() -> bytes:
    """Pasted as values: 412 to date, 412 in the window, nothing before the first quarter."""
    desk = filled()
    desk.figure("dossier_on_time_rate", previous=0, in_window=412, year_to_date=412, denominator=420)
    return desk.saved()


@golden()
def both_columns_disagree() -> bytes:
    desk = filled("2026-h1")
    desk.figure("dossier_on_time_rate", previous=412, in_window=380, year_to_date=812, denominator=830)
    return desk.saved()


@golden()
def rate_pasted_beside_counts() -> bytes:
    """The first agrees with its counts after rounding, the second does not."""
    desk = filled()
    desk.figure("dossier_on_time_rate", year_to_date=412, denominator=420, value=98.1)
    desk.figure("online_dossier_rate", year_to_date=300, denominator=420, value=81.4)
    return desk.saved()


@golden()
def draft() -> bytes:
    desk = filled()
    desk.info(report_state="Dự thảo", report_number=None, sent_date=None)
    return desk.saved()


@golden()
def report_state_not_said() -> bytes:
    desk = filled()
    desk.info(report_state=None)
    return desk.saved()


@golden()
def report_state_in_own_words() -> bytes:
    desk = filled()
    desk.info(report_state="Sếp xem rồi")
    return desk.saved()


@golden()
def extension_asked_and_given() -> bytes:
    desk = filled()
    desk.task("A002", state="Đang thực hiện", explanation="Chờ phần mềm", extension_until=date(2026, 9, 30))
    desk.task(
        "A003",
        state="Đang thực hiện",
        extension_until="31/12/2026",
        extension_document="Công văn số 88/SYT-VP ngày 10/3/2026",
    )
    return desk.saved()


@golden()
def task_done_without_date() -> bytes:
    desk = filled()
    desk.task("A002", state="Hoàn thành")
    desk.task("A003", state="Đang thực hiện", done_date=date(2026, 3, 2))
    return desk.saved()


@golden()
def task_keys_changed() -> bytes:
    """The second line says the first task again, the third lost the plan before its number."""
    desk = filled()
    rows = [desk.row(TASK_SHEET, f"/{number}") for number in ("A002", "A003")]
    desk.task("A002", state="Đang thực hiện")
    desk.task("A003", state="Chưa triển khai", explanation="Chưa có kinh phí")
    for row, key in zip(rows, ("minh_hoa_2026/A001", "A003"), strict=True):
        desk.put(TASK_SHEET, row, task_key=key)
    return desk.saved()


@golden()
def task_state_in_own_words() -> bytes:
    desk = filled()
    desk.task("A002", state="Gần xong", explanation="Còn chờ ký")
    desk.task("A003", explanation="Chưa có kinh phí")
    return desk.saved()


@golden()
def task_done_after_receipt() -> bytes:
    desk = filled()
    desk.task("A002", state="Hoàn thành", done_date=date(2026, 12, 1))
    return desk.saved()


@golden()
def own_tasks() -> bytes:
    desk = filled()
    desk.next_line(
        OWN_TASK_SHEET,
        1,
        description="Số hóa sổ tiếp nhận hồ sơ",
        product="Phần mềm",
        due_date=date(2026, 6, 30),
        plan_number="07/KH-CCATTP",
        plan_date=date(2026, 1, 20),
        state="Đang thực hiện",
    )
    desk.next_line(OWN_TASK_SHEET, 2, description="Lập tổ hỗ trợ nộp hồ sơ trực tuyến", state="Hoàn thành")
    desk.next_line(
        OWN_TASK_SHEET, 3, description="Rút ngắn thời gian kiểm nghiệm", due_date="cuối năm", state="Chưa triển khai"
    )
    return desk.saved()


@golden()
def events() -> bytes:
    desk = filled()
    desk.next_line(
        EVENT_SHEET,
        1,
        event_kind="Kiểm tra",
        event_date=date(2026, 2, 25),
        description="Kiểm tra công vụ",
        subject="Phòng Hành chính",
        quantity=2,
        document_number="31/KL-CCATTP",
        document_date=date(2026, 3, 2),
        outcome="Hai nội dung cần khắc phục",
        due_date=date(2026, 3, 31),
    )
    desk.next_line(
        EVENT_SHEET, 2, event_kind="Tập huấn", event_date="03/03/2026", description="Nghiệp vụ một cửa", quantity="35"
    )
    desk.next_line(EVENT_SHEET, 3, event_kind="Họp", event_date=date(2026, 3, 4), description="Giao ban tháng")
    desk.next_line(EVENT_SHEET, 4, event_kind="Tiếp công dân", description="Tiếp định kỳ", quantity="vài người")
    return desk.saved()


@golden()
def narratives() -> bytes:
    desk = filled()
    desk.narrative("Kết quả nổi bật", "Cắt giảm 3 ngày thời gian thẩm định.\nKhông có hồ sơ quá hạn.")
    desk.narrative("Nguyên nhân", "- Thiếu biên chế")
    desk.narrative("Nhiệm vụ kỳ tới", "Rà soát quy trình nội bộ")
    return desk.saved()


@golden()
def sent_back_blank() -> bytes:
    """The workbook as it was issued, sent back untouched."""
    return issue().saved()


@golden()
def rate_line_calculated() -> bytes:
    """Everything right, opened and saved by LibreOffice: formulas with their results, nothing to say."""
    desk = reopen(filled().saved())
    desk.figure(RATE, value=96.5)
    desk.figure(COUNT, year_to_date=7)
    return resave(desk.saved(), "xlsx")
