"""Words of the period workbook, once for the writer and the reader: sheets, columns, states, keys of Thông tin.

The first spelling of each is the one that is written; the others are accepted when reading. Columns are found by these
words in any order; a heading counts when it begins with the spelling.
"""

from typing import Final

from sources.results.rows import FigureState, TaskState

FORM_VERSION: Final = "2026.1"

INFO_SHEET: Final = "Thông tin"
FIGURE_SHEET: Final = "Biểu 1 Số liệu"
TASK_SHEET: Final = "Biểu 2 Nhiệm vụ"

INFO_LABELS: Final[dict[str, tuple[str, ...]]] = {
    "agency_key": ("Mã cơ quan",),
    "agency_name": ("Tên cơ quan", "Cơ quan nhận báo cáo"),
    "unit_key": ("Mã đơn vị",),
    "unit_name": ("Tên đơn vị",),
    "period_key": ("Kỳ báo cáo", "Mã kỳ báo cáo"),
    "period_name": ("Tên kỳ báo cáo",),
    "window_from": ("Số liệu tính từ ngày",),
    "window_to": ("Số liệu tính đến ngày", "Số liệu tính đến hết ngày"),
    "template_version": ("Phiên bản biểu mẫu",),
    "report_number": ("Số báo cáo",),
    "sent_date": ("Ngày gửi",),
    "prepared_by": ("Người lập biểu",),
    "is_simulated": ("Số liệu mô phỏng",),
}

FIGURE_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "row_no": ("STT", "TT"),
    "indicator_code": ("Mã chỉ tiêu",),
    "indicator_name": ("Chỉ tiêu theo dõi", "Tên chỉ tiêu", "Chỉ tiêu"),
    "unit_name": ("Đơn vị tính", "ĐVT"),
    "numerator": ("Số đạt trong kỳ", "Số đạt", "Số thực hiện"),
    "denominator": ("Tổng số trong kỳ", "Tổng số"),
    "value": ("Tỷ lệ (%)", "Tỷ lệ", "Tỉ lệ"),
    "state": ("Không phát sinh / Không áp dụng", "Không phát sinh", "Không áp dụng"),
    "explanation": ("Giải trình",),
    "evidence": ("Tài liệu kiểm chứng",),
}

TASK_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "row_no": ("STT", "TT"),
    "task_key": ("Mã nhiệm vụ",),
    "description": ("Nhiệm vụ", "Nội dung nhiệm vụ"),
    "product": ("Sản phẩm",),
    "deadline_text": ("Thời hạn", "Thời gian hoàn thành"),
    "state": ("Tình trạng",),
    "done_date": ("Ngày hoàn thành",),
    "document_number": ("Số ký hiệu văn bản", "Số, ký hiệu văn bản"),
    "document_date": ("Ngày văn bản",),
    "explanation": ("Nguyên nhân chậm",),
}

FIGURE_STATES: Final[dict[FigureState, str]] = {
    "nothing_arose": "Không phát sinh",
    "not_applicable": "Không áp dụng",
}

TASK_STATES: Final[dict[TaskState, str]] = {
    "not_started": "Chưa triển khai",
    "in_progress": "Đang thực hiện",
    "done": "Hoàn thành",
    "stopped": "Dừng",
}

YES: Final = "Có"
NO: Final = "Không"
PREPARER: Final = "NGƯỜI LẬP BIỂU"
HEAD: Final = "THỦ TRƯỞNG ĐƠN VỊ"
SIMULATED_NOTICE: Final = "SỐ LIỆU MÔ PHỎNG, KHÔNG PHẢI SỐ LIỆU THẬT"
