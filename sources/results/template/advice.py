"""What the page of guidance says: plain words, by period. No layout."""

from typing import Final

from sources.results import headings
from sources.results.headings import EVENT_KINDS, FIGURE_STATES, REPORT_STATES
from sources.results.rows import EventKind
from sources.results.template import wording
from sources.results.template.form import Form
from sources.results.template.formulas import computed_field, typed_field

OPEN: Final = "Ô để nhập"
CLOSED: Final = "Ô đã khóa"
_DAYS: Final = "Ngày nhập dạng ngày/tháng/năm, ví dụ 14/03/2026."
_EVENTS: Final[dict[EventKind, str]] = {
    "inspection": "Cuộc kiểm tra cải cách hành chính, công vụ; số lượng là số tồn tại phát hiện.",
    "dialogue": "Cuộc đối thoại với người dân, doanh nghiệp; số lượng là số người dự.",
    "reception": "Buổi tiếp công dân của lãnh đạo; số lượng là số lượt người.",
    "training": "Lớp tập huấn, bồi dưỡng; số lượng là số người dự.",
    "initiative": "Mô hình, sáng kiến được áp dụng.",
    "feedback": "Phản ánh, kiến nghị đã nhận; hạn xử lý và ngày xử lý xong.",
}


def when(form: Form) -> str:
    """Which days the report covers and when it is due."""
    due = f"; hạn gửi {form.due_date:%d/%m/%Y}" if form.due_date else ""
    return f"Số liệu từ ngày {form.window_from:%d/%m/%Y} đến hết ngày {form.window_to:%d/%m/%Y}{due}"


def parts(form: Form) -> tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]:
    """Titles with their lines: sign, word, what is said of it; a line without a word is only said."""
    typed, computed = wording.plain(typed_field(form)), wording.plain(computed_field(form))
    nothing, outside = FIGURE_STATES["nothing_arose"], FIGURE_STATES["not_applicable"]
    return (
        (
            "1. Màu của ô",
            (
                ("", OPEN, "Chỉ nhập vào các ô màu này."),
                ("", CLOSED, "Có sẵn hoặc do biểu tự tính; không sửa, không xóa dòng và cột."),
            ),
        ),
        (
            "2. Từng trang",
            (
                ("•", headings.INFO_SHEET, "Tình trạng, số báo cáo, ngày gửi, người lập biểu."),
                (
                    "•",
                    headings.FIGURE_SHEET,
                    f"Kỳ này nhập cột “{typed}” và cột “Mẫu số”: gõ số lượng, không gõ tỷ lệ; cột “{computed}” và tỷ "
                    "lệ tự tính. Đưa chuột vào tên chỉ tiêu để xem cách tính và mức kế hoạch giao.",
                ),
                (
                    "•",
                    headings.TASK_SHEET,
                    "Chọn tình trạng từng nhiệm vụ đơn vị chủ trì; xong thì ghi ngày, số và ngày văn bản; chậm thì ghi "
                    "nguyên nhân; xin gia hạn thì ghi ngày đề nghị và văn bản (nếu đã có).",
                ),
                ("•", headings.OWN_TASK_SHEET, "Nhiệm vụ đơn vị tự đặt ra theo kế hoạch riêng của mình."),
                ("•", headings.EVENT_SHEET, "Các việc đã làm trong kỳ, mỗi việc một dòng; xem mục 4."),
                (
                    "•",
                    headings.NARRATIVE_SHEET,
                    "Lời văn của báo cáo: kết quả, tồn tại, nguyên nhân, kiến nghị, kỳ tới.",
                ),
            ),
        ),
        (
            "3. Tình trạng báo cáo",
            (
                ("•", REPORT_STATES["draft"], "Số liệu chưa được thủ trưởng đơn vị duyệt."),
                ("•", REPORT_STATES["signed"], "Số liệu đã được thủ trưởng đơn vị ký."),
            ),
        ),
        (
            "4. Loại việc ở Biểu 4",
            tuple(("•", EVENT_KINDS[kind], said) for kind, said in _EVENTS.items()),
        ),
        (
            "5. Điền số liệu",
            (
                ("•", "", "Số 0 là số 0: đã thống kê và bằng không. Ô để trống là chưa báo cáo."),
                ("•", "", f"Trong kỳ không có việc nào: để trống số liệu và chọn “{nothing}”."),
                ("•", "", f"Chỉ tiêu không thuộc chức năng của đơn vị: để trống số liệu và chọn “{outside}”."),
                ("•", "", "Nhập số liền, không gõ dấu chấm hàng nghìn, không gõ thêm chữ hay đơn vị tính."),
                ("•", "", "Chỉ tiêu bình quân: gõ tổng số và mẫu số ghi dưới tên chỉ tiêu, không gõ số bình quân."),
                ("•", "", "Nơi phải nhập thẳng tỷ lệ: nhập 96,5 cho 96,5 %; không nhập 0,965."),
                ("•", "", _DAYS),
                ("•", "", "Dán từ tệp khác: chọn dán giá trị, để giữ màu, khóa và danh sách chọn."),
                ("•", "", "Hết dòng ở Biểu 3, Biểu 4: chèn thêm dòng phía trên dòng cuối cùng của bảng."),
            ),
        ),
        (
            "6. Gửi và sửa",
            (
                ("•", "", "Gửi nguyên tệp này (.xlsx), không gửi bản in hay ảnh chụp. Tên tệp đổi được."),
                ("•", "", "Cần sửa sau khi gửi: sửa trên tệp này rồi gửi lại; bản trước vẫn được lưu."),
                (
                    "•",
                    "",
                    "Số liệu chưa rõ được giữ lại chờ xác minh; đơn vị nhận được danh sách ô cần sửa và cách sửa.",
                ),
                (
                    "•",
                    "",
                    f"Biểu dùng cho một đơn vị, một kỳ; kỳ sau dùng biểu mới. Phiên bản {headings.FORM_VERSION}.",
                ),
            ),
        ),
    )
