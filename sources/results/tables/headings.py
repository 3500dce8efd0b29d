"""Words of flat tables: the headings of a figure table and of the one-stop system's dossier table, and total lines.

Headings are compared without marks and in any order; the longest spelling that begins a heading wins, and a word that
is not among the neutral ones makes the heading another column. Machines write the English names. Titles above the table
use the labels of the period workbook (sources/results/headings) as well.
"""

from typing import Final

from sources.results.headings import INFO_LABELS

# What says whose a line is; the fields of both layouts.
KEY_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "row_no": ("STT", "TT", "Số TT"),
    "agency": ("Mã cơ quan", "Cơ quan nhận báo cáo", "agency_key", "agency"),
    "unit_key": ("Mã đơn vị", "unit_key"),
    "unit_name": ("Đơn vị", "Tên đơn vị", "Cơ quan, đơn vị", "Tên cơ quan, đơn vị", "Phòng, ban", "unit_name", "unit"),
    "period": ("Kỳ báo cáo", "Mã kỳ", "Kỳ số liệu", "Kỳ", "period_key", "period"),
    "is_simulated": ("Số liệu mô phỏng", "Mô phỏng", "is_simulated", "simulated"),
    "sent_date": ("Ngày gửi", "Ngày báo cáo", "sent_date"),
}

FIGURE_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    **KEY_COLUMNS,
    "indicator_code": ("Mã chỉ tiêu", "Mã số chỉ tiêu", "indicator_code"),
    "indicator_name": ("Chỉ tiêu", "Tên chỉ tiêu", "indicator_name", "indicator"),
    "measure": ("Đơn vị tính", "ĐVT", "measure"),
    # What was known before stands beside the figures of the window and is not read.
    "previous": ("Kỳ trước", "Lũy kế kỳ trước", "previous"),
    "numerator": ("Tử số", "Số đạt", "Số thực hiện", "Trong kỳ", "numerator"),
    "denominator": ("Mẫu số", "Tổng số", "denominator"),
    "value": ("Giá trị", "Tỷ lệ", "Tỉ lệ", "Kết quả", "value", "rate"),
    "state": ("Không phát sinh", "Không áp dụng", "Trạng thái số liệu", "state"),
    "explanation": ("Giải trình", "Ghi chú", "explanation", "note"),
    "evidence": ("Tài liệu kiểm chứng", "evidence"),
}

DOSSIER_KEY_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    **KEY_COLUMNS,
    "field": ("Lĩnh vực", "Tên lĩnh vực", "field_name", "field"),
    "procedure": ("Thủ tục", "Tên thủ tục", "Tên TTHC", "TTHC", "procedure"),
    "explanation": ("Ghi chú", "note"),
}

# Labels say whose a line is and what it is about; everything else in a line is a value.
LABELS: Final = (KEY_COLUMNS.keys() - {"sent_date"}) | {
    "indicator_code",
    "indicator_name",
    "measure",
    "field",
    "procedure",
}

# Words beyond the spelling that leave a heading what it is: units of measure, the window of the report itself, what is
# counted. A year, a plan, a target, another window or a sum over windows is not among them.
NEUTRAL_WORDS: Final = (
    *("trong kỳ", "kỳ này", "kỳ báo cáo", "trong kỳ báo cáo", "thực hiện", "đạt được", "đạt", "báo cáo", "theo dõi"),
    *("số", "số lượng", "số liệu", "tổng hợp", "trong đó", "gồm", "nếu có", "ghi rõ", "dd mm yyyy", "của đơn vị"),
    *("hồ sơ", "văn bản", "nhiệm vụ", "cuộc", "lượt", "người", "phiếu", "thủ tục", "tthc", "hành chính", "công việc"),
    *("phút", "giờ", "ngày", "điểm", "đồng", "triệu đồng", "tỷ đồng", "phần trăm", "percent", "key", "name", "code"),
)
# Of these columns no figure is taken, whatever their headings say beyond the spelling.
WORDY_COLUMNS: Final = frozenset({"row_no", "previous", "explanation", "evidence"})

# The head of a dossier table has a group over its parts. The first words that a heading holds decide, in this order.
DOSSIER_GROUPS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("open", ("đang giải quyết", "chưa giải quyết", "đang xử lý", "open", "pending")),
    ("resolved", ("đã giải quyết", "kết quả giải quyết", "giải quyết xong", "resolved")),
    ("received", ("tiếp nhận", "received", "kỳ trước chuyển sang", "opening", "carried over")),
)
DOSSIER_PARTS: Final[dict[str, tuple[tuple[str, tuple[str, ...]], ...]]] = {
    "received": (
        ("opening", ("kỳ trước", "chuyển sang", "mang sang", "tồn", "opening", "carried over")),
        ("received_online", ("trực tuyến", "online")),
        ("received_direct", ("trực tiếp", "bưu chính", "direct")),
        ("received", ("mới tiếp nhận", "tiếp nhận mới", "trong kỳ", "mới", "new")),
        ("received_total", ("tổng", "cộng", "total", "tiếp nhận", "received")),
    ),
    "resolved": (
        (
            "resolved_in_time",
            (
                *("trước hạn và đúng hạn", "trước và đúng hạn", "đúng hạn và trước hạn", "đúng và trước hạn"),
                *("trước hạn đúng hạn", "đúng hạn trước hạn", "trước đúng hạn", "đúng trước hạn"),
                *("trong hạn", "trong thời hạn", "đúng thời hạn và trước thời hạn"),
            ),
        ),
        ("resolved_early", ("trước hạn", "sớm hạn", "early")),
        ("resolved_on_time", ("đúng hạn", "on time")),
        ("resolved_late", ("quá hạn", "trễ hạn", "chậm", "late")),
        ("resolved_total", ("tổng", "cộng", "total", "giải quyết", "resolved")),
    ),
    "open": (
        ("open_in_time", ("trong hạn", "chưa đến hạn", "còn hạn", "in time")),
        ("open_overdue", ("quá hạn", "trễ hạn", "overdue")),
        ("open_total", ("tổng", "cộng", "total", "giải quyết", "xử lý", "open")),
    ),
}
# What the headings of dossier tables say beside their group and part.
DOSSIER_NEUTRAL: Final = (
    *NEUTRAL_WORDS,
    *("giải quyết", "theo cấp", "đã", "được", "đang", "xong", "xử lý", "kết quả", "trả", "tình hình"),
    *("từ", "kỳ", "mới", "chuyển", "sang", "qua", "tại", "và", "hoặc", "dịch vụ", "công ích", "bộ phận", "một cửa"),
    *("trung tâm phục vụ", "cổng dịch vụ công", "of", "dossiers", "files", "total"),
)
# A share beside the counts is computed from them, whatever words it shares with them.
SHARE_WORDS: Final = ("tỷ lệ", "tỉ lệ", "rate", "percent")

TOTAL_WORDS: Final = ("Tổng cộng", "Cộng", "Tổng", "Tổng số", "Toàn ngành", "Toàn sở", "Total", "Grand total")
# Whatever follows these words, the line is a total of something.
TOTAL_BEGINNINGS: Final = ("Tổng cộng", "Cộng dồn", "Grand total")

# Title above a table -> field; with a colon, or the value in the next cell.
TITLE_LABELS: Final[dict[str, tuple[str, ...]]] = {
    "agency": INFO_LABELS["agency_key"] + INFO_LABELS["agency_name"],
    "unit": INFO_LABELS["unit_key"] + INFO_LABELS["unit_name"] + ("Đơn vị", "Đơn vị báo cáo", "Đơn vị lập"),
    "period": INFO_LABELS["period_key"] + INFO_LABELS["period_name"] + ("Kỳ", "Kỳ số liệu"),
    "sent_date": INFO_LABELS["sent_date"],
    "is_simulated": INFO_LABELS["is_simulated"],
    "report_state": INFO_LABELS["report_state"],
    "report_number": INFO_LABELS["report_number"],
    "prepared_by": INFO_LABELS["prepared_by"],
}
