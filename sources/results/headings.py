"""Words of the period workbook, once for the writer and the reader: sheets, columns, states, keys of Thông tin.

The first spelling of each is the one that is written; the others are accepted when reading. Columns are found by these
words in any order; a heading counts when it begins with the spelling.
"""

from typing import Final

from sources.results.rows import EventKind, FigureState, ReportState, Section, TaskState

FORM_VERSION: Final = "2026.2"

INFO_SHEET: Final = "Thông tin"
FIGURE_SHEET: Final = "Biểu 1 Số liệu"
TASK_SHEET: Final = "Biểu 2 Nhiệm vụ"
OWN_TASK_SHEET: Final = "Biểu 3 Nhiệm vụ tự đặt"
EVENT_SHEET: Final = "Biểu 4 Danh sách"
NARRATIVE_SHEET: Final = "Biểu 5 Lời văn"
GUIDE_SHEET: Final = "Hướng dẫn"

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
    "report_state": ("Tình trạng báo cáo",),
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
    "previous": ("Kỳ trước (lũy kế số thực hiện)", "Kỳ trước (lũy kế)", "Kỳ trước"),
    "in_window": ("Trong kỳ (số thực hiện)", "Trong kỳ"),
    "year_to_date": ("Lũy kế từ đầu năm (số thực hiện)", "Lũy kế từ đầu năm", "Lũy kế"),
    # The form before this one had a single column of figures.
    "numerator": ("Số đạt trong kỳ", "Số đạt", "Số thực hiện"),
    "denominator": ("Mẫu số (tổng số)", "Mẫu số", "Tổng số trong kỳ", "Tổng số"),
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
    "extension_until": ("Đề nghị gia hạn đến ngày", "Gia hạn đến ngày", "Gia hạn đến"),
    "extension_document": ("Văn bản cho gia hạn", "Theo văn bản"),
}

OWN_TASK_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "row_no": ("STT", "TT"),
    "description": ("Nhiệm vụ tự đặt", "Nhiệm vụ đơn vị tự đặt"),
    "product": ("Sản phẩm",),
    "due_date": ("Thời hạn",),
    "plan_number": ("Số kế hoạch của đơn vị",),
    "plan_date": ("Ngày kế hoạch",),
    "state": ("Tình trạng",),
    "done_date": ("Ngày hoàn thành",),
    "document_number": ("Số ký hiệu văn bản", "Số, ký hiệu văn bản"),
    "document_date": ("Ngày văn bản",),
    "explanation": ("Ghi chú", "Nguyên nhân chậm"),
}

EVENT_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "row_no": ("STT", "TT"),
    "event_kind": ("Loại việc",),
    "event_date": ("Ngày thực hiện", "Ngày"),
    "description": ("Nội dung",),
    "subject": ("Đơn vị, đối tượng", "Đối tượng"),
    "quantity": ("Số lượng",),
    "document_number": ("Số ký hiệu văn bản", "Số, ký hiệu văn bản"),
    "document_date": ("Ngày văn bản",),
    "outcome": ("Kết quả",),
    "due_date": ("Hạn xử lý",),
    "done_date": ("Ngày xử lý xong",),
}

NARRATIVE_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "row_no": ("STT", "TT"),
    "section": ("Mục",),
    "content": ("Nội dung báo cáo", "Nội dung"),
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

REPORT_STATES: Final[dict[ReportState, str]] = {
    "draft": "Dự thảo",
    "signed": "Chính thức, đã ký",
}

EVENT_KINDS: Final[dict[EventKind, str]] = {
    "inspection": "Kiểm tra",
    "dialogue": "Đối thoại",
    "reception": "Tiếp công dân",
    "training": "Tập huấn",
    "initiative": "Sáng kiến",
    "feedback": "Phản ánh, kiến nghị",
}

SECTIONS: Final[dict[Section, str]] = {
    "highlights": "Kết quả nổi bật",
    "shortcomings": "Tồn tại, hạn chế",
    "causes": "Nguyên nhân",
    "proposals": "Kiến nghị, đề xuất",
    "next_period": "Nhiệm vụ kỳ tới",
}

# What the form says below the name of an indicator that is not told by one count; no part of the name.
TO_TYPE: Final = "(Gõ: "
YES: Final = "Có"
NO: Final = "Không"
PREPARER: Final = "NGƯỜI LẬP BIỂU"
HEAD: Final = "THỦ TRƯỞNG ĐƠN VỊ"
SIMULATED_NOTICE: Final = "SỐ LIỆU MÔ PHỎNG, KHÔNG PHẢI SỐ LIỆU THẬT"
