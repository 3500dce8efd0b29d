"""What the plan reader has to say to people: kinds of findings with their severity, words and remedy.

Kinds are codes; the words are Vietnamese and name the thing that was found.
"""

from dataclasses import dataclass, replace

from sources.findings import Severity

_SEND_AGAIN = "Kiểm tra văn bản gốc và gửi lại tệp đúng."
_COMPLETE = "Bổ sung trong văn bản, hoặc ghi vào tệp .yml cùng tên đặt bên cạnh."
_CHECK = "Đối chiếu văn bản gốc; nếu đúng là chỉ tiêu, ghi lại cho rõ một con số, một đơn vị tính."
# kind: (severity, message, remedy). {value} is what was found.
_KINDS: dict[str, tuple[Severity, str, str]] = {
    "title_missing": ("error", "Không tìm thấy tên kế hoạch (dòng “KẾ HOẠCH”).", _COMPLETE),
    "not_a_plan": (
        "error",
        "Tệp không phải kế hoạch{value}; không có nội dung nào được đọc.",
        "Gửi tệp kế hoạch; công văn, báo cáo không để trong thư mục kế hoạch.",
    ),
    "same_plan": (
        "warning",
        "Kế hoạch này đã có ở tệp {value} (cùng số, ngày và cơ quan ban hành); chỉ đọc một tệp.",
        "Giữ một tệp, nên là bản Word hoặc PDF xuất từ Word.",
    ),
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
    "repeated_passage": (
        "warning",
        "Một đoạn của văn bản in hai lần: {value} đoạn văn liền nhau giống hệt.",
        _SEND_AGAIN,
    ),
    "section_missing": (
        "warning",
        "Số thứ tự đề mục nhảy quãng: {value}; có thể thiếu mục hoặc thiếu trang.",
        _SEND_AGAIN,
    ),
    "numbering_repeated": (
        "info",
        "Một số thứ tự dùng hai lần: {value}.",
        "Đánh số lại khi đính chính; khi viện dẫn, ghi kèm tên đề mục.",
    ),
    "annex_missing": (
        "warning",
        "Kế hoạch có nhắc phụ lục (“{value}”) nhưng trong tệp không có phụ lục nào.",
        "Gửi lại kế hoạch kèm phụ lục trong cùng một tệp.",
    ),
    "amended_plan_unnamed": (
        "warning",
        "Kế hoạch này sửa đổi hoặc thay thế kế hoạch khác nhưng không ghi số của kế hoạch đó: {value}.",
        "Ghi số, ngày của kế hoạch được sửa đổi, hoặc ghi mục replaces trong tệp .yml đặt bên cạnh.",
    ),
    "repeal_not_applied": (
        "warning",
        "Kế hoạch bãi bỏ một phần của kế hoạch trước bằng cách dẫn vị trí: “{value}”; phần đó chưa được tự động bỏ.",
        "Trong bảng rà soát của kế hoạch trước, loại bỏ dòng đã bị bãi bỏ.",
    ),
    "impossible_date": (
        "warning",
        "Ngày, tháng hoặc năm không có thật: “{value}”.",
        "Đối chiếu văn bản gốc và ghi lại cho đúng.",
    ),
    "document_after_plan": (
        "warning",
        "Văn bản được viện dẫn có ngày sau ngày ban hành kế hoạch: {value}.",
        "Kiểm tra lại ngày của văn bản được viện dẫn và ngày ban hành kế hoạch.",
    ),
    "document_blank": (
        "info",
        "Văn bản được viện dẫn để trống số hoặc ngày: “{value}”.",
        "Ghi đủ số, ngày của văn bản được viện dẫn.",
    ),
    "broken_text": (
        "warning",
        "Chữ có thể bị hỏng khi quét hoặc chuyển phông: {value}.",
        "Đối chiếu bản gốc; gửi lại tệp Word hoặc bản quét rõ hơn.",
    ),
    "figure_in_broken_text": (
        "warning",
        "Con số đứng cạnh chữ có thể bị hỏng, cần người xác nhận: “{value}”.",
        "Đối chiếu con số với bản gốc trước khi sử dụng.",
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
    "tracked_changes": (
        "info",
        "Tệp Word còn dấu vết chỉnh sửa chưa chấp nhận; phần thêm được đọc, phần xóa không đọc.",
        "Chấp nhận hoặc bỏ các chỉnh sửa trong Word rồi gửi bản chính thức.",
    ),
    "legacy_font": (
        "info",
        "Tệp dùng phông chữ cũ (TCVN3 hoặc VNI); chữ được chuyển sang Unicode theo phông.",
        "Đối chiếu vài câu với văn bản gốc; tốt nhất là gửi bản dùng phông Unicode.",
    ),
    "table_by_spaces": (
        "warning",
        "Có bảng dàn bằng dấu cách, không tách được chắc chắn các ô; bảng này chưa được đọc.",
        "Gửi tệp Word gốc, hoặc chép bảng từ Word sang tệp văn bản để các ô cách nhau bằng phím Tab.",
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
    "too_slow": (
        "error",
        "Đọc tệp {value} quá lâu nên đã dừng; tệp này không được đọc.",
        "Kiểm tra lại tệp; mở bằng Word, lưu thành tệp mới rồi gửi lại.",
    ),
    "too_heavy": (
        "error",
        "Đọc tệp {value} cần quá nhiều bộ nhớ nên đã dừng; tệp này không được đọc.",
        "Gửi riêng phần kế hoạch; bỏ hình ảnh lớn trong tệp.",
    ),
    "reader_stopped": (
        "error",
        "Tệp {value} làm hỏng chương trình đọc; tệp này không được đọc.",
        "Mở tệp bằng Word, lưu thành tệp mới rồi gửi lại.",
    ),
    "reader_fault": (
        "error",
        "Chương trình đọc gặp lỗi của chính mình ({value}) nên chưa đọc được tệp này; lỗi không phải do tệp. "
        "Tệp vẫn được giữ nguyên, các tệp khác vẫn được đọc.",
        "Không cần gửi lại tệp. Báo cho người phụ trách phần mềm, kèm nhật ký chạy (last_night.log).",
    ),
    "scan_unconfirmed": (
        "warning",
        "Trang {value} là bản quét, chữ và số do máy nhận dạng; mọi số liệu đọc từ đó chờ người xác nhận.",
        "Đối chiếu từng dòng với bản gốc và xác nhận, hoặc gửi tệp Word.",
    ),
    "scan_page_unread": (
        "error",
        "Trang {value} là bản quét (ảnh chụp), cần nhận dạng chữ (OCR); nội dung các trang này chưa được đọc.",
        "Gửi tệp Word, hoặc cài tesseract với dữ liệu tiếng Việt và phần mở rộng “ocr” rồi chạy lại.",
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


def twice(kind: str, value: str, first: tuple[str, str], second: tuple[str, str]) -> Remark:
    """A finding about something that stands at two places (place, what stands there)."""
    found = remark(kind, second[0], value)
    message = f"{found.message.rstrip('.')} ({first[0]} và {second[0]})."
    return replace(found, message=message, place_a=first[0], value_a=first[1], place_b=second[0], value_b=second[1])


def printed_date(iso: str) -> str:
    """ "2021-12-06" -> "06/12/2021"."""
    return "/".join(reversed(iso.split("-")))


def place_text(section: str, place: str) -> str:
    """ "mục II.2.1, dòng 47" as a person would say it; annex rows name their place in the annex."""
    if not section:
        return place
    if section.startswith("annex"):
        number = section.removeprefix("annex").strip()
        return f"phụ lục, mục {number}, {place}" if number else f"phụ lục, {place}"
    return f"phần mở đầu, {place}" if section == "preamble" else f"mục {section}, {place}"
