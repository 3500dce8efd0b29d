"""The first sheet: what the workbook is, of which day and which night, what must be known before a figure is used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from xlsxwriter.worksheet import Worksheet

from orchestration.workbook.cells import LONGEST_TEXT, MOST_DIGITS, Pen
from orchestration.workbook.sheets import Sheet
from sources.worksheet import PAPER_A4

FRONT: Final = "Giới thiệu"
# Not every program makes rows as high as their words: one line at 11 points, and about as many letters as it holds.
_LINE_HEIGHT: Final = 15
_LINE_LETTERS: Final = 122
_SAMPLE: Final = "Bộ dữ liệu trình diễn, không phải số liệu của cơ quan nào; không dùng để báo cáo."
_SIMULATED: Final = (
    "Có số liệu mô phỏng: các dòng có is_simulated = TRUE không do cơ quan nào gửi. Trước khi kết luận, lọc bỏ các "
    "dòng đó và mọi dòng có agency_key là cơ quan mô phỏng (is_simulated = TRUE ở dim_agency): kế hoạch, nhiệm vụ, "
    "kỳ chưa báo cáo của cơ quan mô phỏng không mang dấu ở từng dòng."
)
_DIGEST: Final = (
    "Có kế hoạch là bản tóm lược, viết lại bằng lời khác (is_digest = TRUE ở dim_plan): không phải văn bản gốc, "
    "không dùng để trích dẫn."
)
_RULES: Final = (
    ("Tiêu đề", "Dòng 1 là tên cột như trong SQL, dòng 2 là tên tiếng Việt. Nghĩa của từng cột ở trang “Từ điển”."),
    (
        "Mã",
        "Chữ của từng mã (trạng thái, loại, căn cứ) ở trang code_words; cột nào dùng danh sách nào: code_columns.",
    ),
    ("Ô trống", "Không có số liệu, khác với 0. Lý do nằm ở cột trạng thái (state, status) của chính dòng đó."),
    ("Tỷ lệ", "Tính theo điểm phần trăm (96 là 96%). Không cộng, không lấy trung bình: tính lại từ tử số và mẫu số."),
    ("Thời điểm", "Cột ngày giờ theo giờ UTC, chậm hơn giờ Việt Nam bảy tiếng; cột ngày là ngày ở Việt Nam."),
    (
        "PAPI",
        "Nguồn: CECODES, VFF-CRT, RTA & UNDP (năm). Báo cáo PAPI được giữ mọi quyền: trích dẫn từng số liệu thì "
        "ghi nguồn, công bố lại cả bảng thì hỏi cơ quan phát hành.",
    ),
    (
        "PAR INDEX, SIPAS",
        "Theo công bố của Bộ Nội vụ hoặc báo chí dẫn lại; mỗi dòng ghi nguồn ở cột source_title, source_url.",
    ),
    ("Đầy đủ hơn", "Cùng nội dung, giữ nguyên kiểu dữ liệu: tệp .parquet bên cạnh và warehouse.duckdb của cùng đêm."),
)


@dataclass(frozen=True, slots=True)
class About:
    """What the first sheet says of the night."""

    run_id: str
    as_of: date
    known_until: date | None
    collection: str
    is_sample: bool
    has_simulated: bool
    has_digest: bool


def put_front(sheet: Worksheet, pen: Pen, about: About, contents: Sequence[tuple[Sheet, str]]) -> None:
    """Write the sheet, with a link to every other one. contents: each sheet and what one row of it is."""
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 12)
    sheet.set_column(2, 2, 110)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(PAPER_A4)
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, "Thước Đo: toàn bộ số liệu công bố của một đêm", pen.title)
    row = 2
    for label, words in (*_of_the_night(about), *_RULES, *_of_the_limits(pen.notes)):
        sheet.set_row(row, _height(words))
        sheet.write_string(row, 0, label, pen.head)
        sheet.merge_range(row, 1, row, 2, "", pen.wrapped)
        sheet.write_string(row, 1, pen.fitting(words), pen.wrapped)
        row += 1
    row += 1
    for at, heading in enumerate(("Trang", "Số dòng", "Một dòng là gì")):
        sheet.write_string(row, at, heading, pen.head)
    for one, grain in contents:
        row += 1
        said = grain if one.is_whole else f"[Không chép vào đây, xem tệp .parquet] {grain}"
        sheet.set_row(row, _height(said))
        sheet.write_url(row, 0, f"internal:'{one.name}'!A1", pen.link, one.name)
        sheet.write_number(row, 1, one.rows, pen.wrapped)
        sheet.write_string(row, 2, said, pen.wrapped)


def _height(words: str) -> int:
    return _LINE_HEIGHT * (1 + len(words) // _LINE_LETTERS)


def _of_the_night(about: About) -> list[tuple[str, str]]:
    lines = [
        ("Bộ dữ liệu", about.collection),
        ("Số liệu đến ngày", f"{about.as_of:%d/%m/%Y}"),
        ("Mã đêm", about.run_id),
    ]
    if about.known_until:
        lines.append(("Chỉ dùng tệp nhận đến", f"hết ngày {about.known_until:%d/%m/%Y} (bản dựng lại)"))
    told = ((about.is_sample, _SAMPLE), (about.has_simulated, _SIMULATED), (about.has_digest, _DIGEST))
    return [*lines, *(("Lưu ý", words) for is_so, words in told if is_so)]


def _of_the_limits(notes: Mapping[str, int]) -> list[tuple[str, str]]:
    said = {
        "texts": f"ô văn bản dài hơn {LONGEST_TEXT} ký tự được rút gọn, kết thúc bằng […].",
        "digits": f"số có hơn {MOST_DIGITS} chữ số được ghi dạng văn bản để không mất chữ số nào.",
        "days": "ngày trước 01/3/1900 được ghi dạng văn bản (năm-tháng-ngày).",
    }
    return [("Giới hạn của Excel", f"{notes[kind]} {words}") for kind, words in said.items() if notes.get(kind)]
