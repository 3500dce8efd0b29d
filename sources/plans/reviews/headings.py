"""Words of the review workbook that are not names of fields: sheets, labels, columns, instructions."""

from typing import Final

FORM_VERSION: Final = "rà soát 1"

INFO_SHEET: Final = "Thông tin"
HELP_SHEET: Final = "Hướng dẫn"
LISTS_SHEET: Final = "Danh mục"
LOST_SHEET: Final = "Nội dung chưa khớp"

PLAN_KEY: Final = "Mã kế hoạch"
VERSION: Final = "Phiên bản bảng rà soát"
REVIEWER: Final = "Người rà soát"
REVIEWED_ON: Final = "Ngày rà soát"
SEEN: Final = "Đã xem cả trang"

ROW: Final = "STT"
CODE: Final = "Mã"
PLACE: Final = "Chỗ trong văn bản"
FIELD: Final = "Nội dung"
AS_READ: Final = "Máy đọc được"
VALUE: Final = "Giá trị đúng"
ACTION: Final = "Thao tác"
REASON: Final = "Lý do"
MACHINE: Final = "Dành cho máy (không sửa)"

INSTRUCTIONS: Final = (
    "Bảng này liệt kê mọi nội dung máy đọc được từ kế hoạch, mỗi loại một trang, kèm chỗ đứng trong văn bản.",
    "1. Ở trang Thông tin, ghi họ tên người rà soát và ngày rà soát (dd/mm/yyyy); thiếu thì bảng không được dùng.",
    "2. Đối chiếu từng hàng với văn bản. Hàng đúng: để nguyên, hoặc chọn “giữ” để xác nhận.",
    "3. Hàng sai: sửa ngay trong ô màu vàng và chọn “sửa”. Muốn để trống một ô: xóa nội dung ô và chọn “sửa”.",
    "4. Hàng không phải nội dung của kế hoạch: chọn “xóa”. Xóa cả hàng của bảng tính thì không có gì thay đổi.",
    "5. Nội dung máy bỏ sót: ghi vào các hàng trống cuối trang (hoặc chèn hàng mới) và chọn “thêm”.",
    "6. Ghi lý do ngắn gọn: người xem trang thông tin sẽ thấy lý do cùng tên người sửa và ngày sửa.",
    "7. Văn bản quét ảnh: khi đã đối chiếu hết một trang, chọn “Có” ở cột Đã xem cả trang của trang Thông tin.",
    "Có thể sắp xếp, lọc, chèn hàng. Con số viết kiểu Việt Nam: 96,5. Các đơn vị trong một ô cách nhau bằng dấu ;",
    "Không xóa, không đổi tên trang và cột. Trang Nội dung chưa khớp (nếu có): phần sửa ở bảng cũ nay không còn hàng.",
    "Lưu dạng .xlsx. Hai bảng cùng ngày ghi khác nhau: bảng nhận sau được dùng và có cảnh báo.",
    "Xong việc, đặt tệp vào thư mục plans, cạnh tệp kế hoạch. Lần chạy sau áp dụng nội dung rà soát và ghi rõ ai sửa.",
    "Rà soát lần nữa: lập bảng mới bằng lệnh thuocdo review; bảng mới mang theo những gì đã sửa ở bảng cũ.",
)
