"""What there is to say of a review: kinds of findings with their severity, words and remedy."""

from sources.findings import Severity
from sources.plans.remarks import Remark

_OPEN_AGAIN = "Lập lại bảng rà soát bằng lệnh thuocdo review, chuyển phần đã sửa sang bảng mới."
# kind: (severity, message, remedy). {value} is what was found.
_KINDS: dict[str, tuple[Severity, str, str]] = {
    "unreadable_review": ("error", "Không đọc được bảng rà soát: {value}.", "Mở bằng Excel, lưu lại dạng .xlsx."),
    "not_a_review": (
        "error",
        "Tệp bảng tính trong thư mục plans không phải bảng rà soát: {value}.",
        "Kế hoạch gửi dạng .docx, .pdf, .md, .txt hoặc .html; bảng rà soát lập bằng lệnh thuocdo review.",
    ),
    "review_without_signature": (
        "error",
        "Bảng rà soát chưa được dùng: {value}.",
        "Ghi họ tên người rà soát và ngày rà soát (dd/mm/yyyy) ở trang đầu.",
    ),
    "review_without_plan": (
        "warning",
        "Bảng rà soát nói về kế hoạch “{value}” nhưng kế hoạch này không có hoặc không đọc được.",
        "Đặt bảng rà soát vào cùng thư mục với kế hoạch; không sửa mã kế hoạch ở trang đầu.",
    ),
    "review_after_as_of": (
        "info",
        "Bảng rà soát nhận ngày {value}, sau ngày chốt số liệu, nên chưa được dùng.",
        "Không cần làm gì.",
    ),
    "review_cell_unreadable": (
        "error",
        "Ô {value}; hàng này giữ nguyên như máy đọc.",
        "Sửa ô này trong bảng rà soát rồi gửi lại.",
    ),
    "review_row_unclear": (
        "warning",
        "Chưa rõ người rà soát muốn gì: {value}; hàng này giữ nguyên như máy đọc.",
        "Chọn lại ở cột Thao tác: giữ, sửa, xóa hoặc thêm.",
    ),
    "correction_without_row": (
        "warning",
        "Nội dung rà soát không còn tìm được hàng của mình: {value}.",
        _OPEN_AGAIN,
    ),
    "correction_already_read": (
        "info",
        "Máy nay đọc đúng như người rà soát đã sửa: {value}.",
        "Không cần làm gì; nội dung rà soát được giữ lại.",
    ),
    "confirmed_row_changed": (
        "warning",
        "Hàng đã được xác nhận nay đọc khác: {value}.",
        "Đối chiếu văn bản gốc, rà soát lại hàng này.",
    ),
}


def remark(kind: str, place: str, value: str | None = None) -> Remark:
    """A finding about a review, at a place of its workbook."""
    severity, message, remedy = _KINDS[kind]
    return Remark(kind, severity, message.replace("{value}", value or "trống"), remedy, place, value)
