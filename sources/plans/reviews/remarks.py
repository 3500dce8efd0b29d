"""What there is to say of a review: kinds of findings with their severity, words and remedy."""

from sources.findings import Severity
from sources.plans.remarks import Remark

_OPEN_AGAIN = "Mở bảng rà soát mới bằng lệnh thuocdo review, chép phần đã sửa sang bảng mới."
_LOST = (
    "Mở bảng rà soát mới bằng lệnh thuocdo review; trang “Nội dung chưa khớp” của bảng mới liệt kê phần này để ghi lại "
    "vào đúng hàng."
)
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
    "review_gone": (
        "info",
        "Bảng tính {value} đã nhận trước đây nay không còn trong thư mục; nội dung rà soát trong đó (xác nhận, sửa, "
        "xóa, thêm) không còn được áp dụng.",
        "Nếu xóa nhầm, đặt lại tệp. Nếu chủ ý rút lại, ghi tệp vào withdrawn.csv, nêu rõ ai rút và vì sao.",
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
    "review_row_twice": (
        "warning",
        "Một hàng đứng hai lần trong bảng rà soát, mỗi lần ghi một khác: {value}; cả hai đều chưa được dùng.",
        "Giữ lại một hàng. Nếu hàng kia là nội dung máy bỏ sót, chọn “thêm” ở cột Thao tác.",
    ),
    "reviews_disagree": (
        "warning",
        "Hai bảng rà soát cùng ngày ghi khác nhau: {value}.",
        "Thống nhất với nhau rồi ghi vào một bảng rà soát có ngày sau. Trong khi chờ, bảng nhận sau được dùng; nhận "
        "cùng lúc thì bảng có tên đứng sau.",
    ),
    "review_machine_lost": (
        "warning",
        "Cột dành cho máy đã bị xóa hoặc bị sửa: {value}; các hàng này giữ nguyên như máy đọc.",
        _OPEN_AGAIN,
    ),
    "review_sheet_missing": (
        "warning",
        "Bảng rà soát không có trang “{value}” (đã xóa hoặc đổi tên); các trang khác vẫn được dùng.",
        "Không sửa gì ở trang này thì không cần làm gì. Nếu có, đặt lại đúng tên trang hoặc mở bảng rà soát mới bằng "
        "lệnh thuocdo review.",
    ),
    "review_column_missing": (
        "warning",
        "Trang của bảng rà soát thiếu tên cột: {value}.",
        "Ghi lại đúng tên cột ở dòng đầu của bảng rồi gửi lại.",
    ),
    "correction_without_row": (
        "warning",
        "Nội dung rà soát không còn tìm được hàng của mình: {value}.",
        _LOST,
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
