"""What the plan reader has to say to people: kinds of findings with their severity, words and remedy.

Kinds are codes; the words are Vietnamese and name the thing that was found.
"""

from dataclasses import dataclass

from sources.findings import Severity

_SEND_AGAIN = "Kiểm tra văn bản gốc và gửi lại tệp đúng."
_COMPLETE = "Bổ sung trong văn bản, hoặc ghi vào tệp .yml cùng tên đặt bên cạnh."
_CHECK = "Đối chiếu văn bản gốc; nếu đúng là chỉ tiêu, ghi lại cho rõ một con số, một đơn vị tính."
# kind: (severity, message, remedy). {value} is what was found.
_KINDS: dict[str, tuple[Severity, str, str]] = {
    "title_missing": ("error", "Không tìm thấy tên kế hoạch (dòng “KẾ HOẠCH”).", _COMPLETE),
    "agency_missing": ("warning", "Không xác định được cơ quan ban hành kế hoạch.", _COMPLETE),
    "number_missing": ("info", "Kế hoạch để trống số văn bản: {value}.", _COMPLETE),
    "date_missing": ("info", "Kế hoạch để trống ngày, tháng hoặc năm ban hành: {value}.", _COMPLETE),
    "period_missing": ("warning", "Tên kế hoạch không nói kế hoạch của năm nào.", _COMPLETE),
    "signer_missing": ("info", "Không tìm thấy người ký kế hoạch.", _COMPLETE),
    "plan_without_goals": (
        "warning",
        "Kế hoạch không có mục tiêu nào đọc được.",
        "Xem kế hoạch có phần “Mục tiêu” hay không.",
    ),
    "plan_without_tasks": (
        "info",
        "Không có bảng nhiệm vụ kèm theo kế hoạch; chỉ đọc được giải pháp trong phần lời.",
        "Nếu kế hoạch có phụ lục, gửi kèm phụ lục trong cùng một tệp.",
    ),
    "no_indicator": (
        "warning",
        "Chỉ tiêu chưa gắn được với danh mục chỉ tiêu theo dõi: {value}.",
        "Chọn chỉ tiêu phù hợp trong danh mục, hoặc bổ sung danh mục.",
    ),
    "figure_not_understood": ("warning", "Có con số chưa hiểu được, không được đọc thành chỉ tiêu: “{value}”.", _CHECK),
    "figure_outside_goals": ("info", "Có con số ở phần không phải mục tiêu hay nhiệm vụ: “{value}”.", _CHECK),
    "figure_in_task_text": (
        "info",
        "Con số nằm trong cột nhiệm vụ, không ở cột mục tiêu: “{value}”; không tính là chỉ tiêu riêng.",
        "Nếu là chỉ tiêu, ghi vào cột mục tiêu của bảng.",
    ),
    "conflict": (
        "warning",
        "Hai chỗ trong kế hoạch nói khác nhau: {value}.",
        "Thống nhất hai chỗ bằng văn bản đính chính.",
    ),
    "unknown_deadline": (
        "warning",
        "Chưa hiểu thời hạn: “{value}”.",
        "Ghi ngày, tháng, quý hoặc năm; hoặc “Thường xuyên”.",
    ),
    "deadline_missing": ("info", "Nhiệm vụ để trống thời hạn.", "Bổ sung thời hạn nếu nhiệm vụ có thời hạn."),
    "lead_missing": ("warning", "Nhiệm vụ để trống cơ quan chủ trì.", "Bổ sung cơ quan chủ trì."),
    "deadline_outside_plan": ("info", "Thời hạn nằm ngoài thời gian của kế hoạch: “{value}”.", "Kiểm tra lại năm."),
    "repeated_page": (
        "warning",
        "Trang của bảng nhiệm vụ in lặp lại: {value} dòng giống hệt, chỉ đọc một lần.",
        _SEND_AGAIN,
    ),
    "cut_row": ("info", "Dòng bị ngắt ở cuối trang và in lại đủ ở trang sau: “{value}”; lấy bản đủ.", _SEND_AGAIN),
    "lost_page": ("warning", "Số thứ tự nhảy quãng: {value}; có thể thiếu trang.", _SEND_AGAIN),
    "unknown_table": (
        "warning",
        "Có bảng chưa đọc được vì không nhận ra các cột: {value}.",
        "Đặt tên cột theo mẫu: nhiệm vụ, sản phẩm, cơ quan chủ trì, thời hạn.",
    ),
    "unknown_part": (
        "warning",
        "Chưa hiểu phần “{value}” của kế hoạch là mục tiêu hay nhiệm vụ; nội dung phần này chưa được đọc.",
        "Đặt tên phần theo mẫu: Mục tiêu, Nhiệm vụ, Giải pháp, Tổ chức thực hiện.",
    ),
    "unread_row": (
        "warning",
        "Dòng của bảng nhiệm vụ chưa hiểu được: “{value}”.",
        "Kiểm tra các ô bị gộp hoặc bỏ trống.",
    ),
    "unknown_correction": ("warning", "Tệp .yml có mục không dùng được: {value}.", "Xem hướng dẫn các mục được phép."),
    "unreadable_correction": (
        "error",
        "Không đọc được tệp .yml: {value}.",
        "Sửa tệp .yml cho đúng cú pháp, bảng mã UTF-8.",
    ),
    "correction_without_plan": (
        "warning",
        "Tệp .yml không đi kèm kế hoạch nào được đọc.",
        "Đặt tệp cạnh tệp kế hoạch, tên trùng với tên tệp kế hoạch.",
    ),
    "second_correction": (
        "warning",
        "Kế hoạch đã có tệp bổ sung {value}; tệp này không được đọc.",
        "Gộp hai tệp bổ sung làm một.",
    ),
    "duplicate_file": ("info", "Tệp có cùng nội dung với {value}; chỉ đọc một lần.", "Xóa bớt một tệp."),
    "duplicate_plan_key": (
        "error",
        "Đã có kế hoạch khác mang mã {value}; tệp này không được đọc.",
        "Đổi tên một trong hai tệp.",
    ),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding before it becomes a row. place: where in the file; the two sides only for conflicts."""

    kind: str
    severity: Severity
    message: str
    remedy: str
    place: str
    value: str | None = None
    place_a: str | None = None
    value_a: str | None = None
    place_b: str | None = None
    value_b: str | None = None


def remark(kind: str, place: str, value: str | None = None) -> Remark:
    """A finding of a known kind about `value` at `place`."""
    severity, message, remedy = _KINDS[kind]
    return Remark(kind, severity, message.replace("{value}", value or "trống"), remedy, place, value)


def conflict(value: str, first: tuple[str, str], second: tuple[str, str]) -> Remark:
    """Two places (place, what it says) that contradict each other."""
    severity, message, remedy = _KINDS["conflict"]
    text = message.replace("{value}", f"{value}: “{first[1]}” ({first[0]}) và “{second[1]}” ({second[0]})")
    return Remark("conflict", severity, text, remedy, first[0], value, first[0], first[1], second[0], second[1])


def place_text(section: str, place: str) -> str:
    """ "mục II.2.1, dòng 47" as a person would say it; annex rows name their place in the annex."""
    if not section:
        return place
    if section.startswith("annex"):
        number = section.removeprefix("annex").strip()
        return f"phụ lục, mục {number}, {place}" if number else f"phụ lục, {place}"
    return f"phần mở đầu, {place}" if section == "preamble" else f"mục {section}, {place}"
