"""One small invented plan, told once and written in every form that people send."""

from pathlib import Path
from typing import Any

from docx import Document

HEADING_LINES = ("UBND TỈNH LÂM ĐỒNG", "SỞ Y TẾ", "Số: 45/KH-SYT", "Lâm Đồng, ngày 08 tháng 01 năm 2025")
TITLE = "Cải cách hành chính năm 2025 của Sở Y tế tỉnh Lâm Đồng"
OPENING = "Thực hiện Kế hoạch số 901/KH-UBND ngày 20/12/2024 của UBND tỉnh Lâm Đồng, Sở Y tế ban hành kế hoạch như sau:"
# (level, text) for headings; (0, text) for bullets.
BODY = (
    (1, "I. MỤC TIÊU"),
    (0, "Tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 98% trở lên, mức độ hài lòng của người dân đạt tối thiểu 91%."),
    (0, "Giữ nếp làm việc đúng giờ ở mọi bộ phận."),
    (1, "II. NHIỆM VỤ"),
    (2, "1. Cải cách thể chế"),
    (0, "Đọc lại toàn bộ quy chế nội bộ và bỏ những điều trùng nhau;"),
    (2, "2. Cải cách tài chính công"),
    (0, "Mở lớp hướng dẫn lập dự toán cho kế toán các trạm."),
    (1, "III. TỔ CHỨC THỰC HIỆN"),
    (0, "Văn phòng Sở theo dõi việc thực hiện; gửi báo cáo trước ngày 05/12/2025."),
)
SIGNATURE = ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Đặng Thu Mai")
COLUMNS = ("STT", "Mục tiêu", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian")
TABLE = (
    ("I", "Cải cách thể chế", "", "", "", "", ""),
    (
        "1",
        "100% văn bản quy phạm pháp luật được rà soát",
        "Lập danh mục văn bản",
        "Danh mục",
        "Văn phòng Sở",
        "Các phòng chuyên môn, Thanh tra Sở",
        "Quý II/2025",
    ),
    ("", "", "Đăng danh mục lên mạng", "Bài đăng", "Phòng KHTC", "", "Thường xuyên"),
    ("II", "Cải cách tài chính công", "", "", "", "", ""),
    ("1", "Chi đúng dự toán", "Rà lại dự toán", "Báo cáo", "Phòng Kế hoạch - Tài chính", "", "Trước ngày 30/9/2025"),
)


def as_text() -> str:
    """Plain text as converters leave it: a tab between the cells of the table."""
    parts = [*HEADING_LINES, "KẾ HOẠCH\n**" + TITLE + "**", OPENING]
    parts.extend(text if level else f"- {text}" for level, text in BODY)
    parts.extend(["Nơi nhận:\n- Bộ Y tế;\n- Lưu VT.", *SIGNATURE, "PHỤ LỤC"])
    table = "\n".join("\t".join(row) for row in (COLUMNS, *TABLE))
    return "\n\n".join(parts) + "\n\n" + table + "\n"


def as_markdown() -> str:
    """Markdown with headings and a table."""
    parts = [*HEADING_LINES, "# KẾ HOẠCH", f"**{TITLE}**", OPENING]
    parts.extend(f"{'#' * (level + 1)} {text}" if level else f"- {text}" for level, text in BODY)
    parts.extend(["**Nơi nhận:**", "- Bộ Y tế;\n- Lưu VT.", *(f"**{line}**" for line in SIGNATURE), "# PHỤ LỤC"])
    rows = [COLUMNS, tuple("---" for _ in COLUMNS), *TABLE]
    return "\n\n".join(parts) + "\n\n" + "\n".join("| " + " | ".join(row) + " |" for row in rows) + "\n"


def as_web() -> str:
    """An HTML page."""
    parts = [
        *(f"<p>{line}</p>" for line in HEADING_LINES),
        "<h1>KẾ HOẠCH</h1>",
        f"<p><b>{TITLE}</b></p>",
        f"<p>{OPENING}</p>",
    ]
    parts.extend(
        f"<h{level + 1}>{text}</h{level + 1}>" if level else f"<ul><li>{text}</li></ul>" for level, text in BODY
    )
    parts.append("<p><b>Nơi nhận:</b></p><ul><li>Bộ Y tế;</li></ul>")
    parts.extend(f"<p><b>{line}</b></p>" for line in SIGNATURE)
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in (COLUMNS, *TABLE))
    return (
        "<html><body>"
        + "".join(parts)
        + "<table>"
        + "".join(f"<tr>{row}</tr>" for row in cells)
        + "</table></body></html>"
    )


def write_word(path: Path) -> None:
    """A Word file as offices lay it out: heading block and signature in tables, merged cells in the annex."""
    word: Any = Document()
    top = word.add_table(rows=1, cols=2)
    top.cell(0, 0).text = "\n".join(HEADING_LINES[:3])
    top.cell(0, 1).text = f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{HEADING_LINES[3]}"
    for line in ("KẾ HOẠCH", TITLE):
        word.add_paragraph().add_run(line).bold = True
    word.add_paragraph(OPENING)
    for level, text in BODY:
        if level:
            word.add_paragraph().add_run(text).bold = True
        else:
            word.add_paragraph(text, style="List Bullet")
    end = word.add_table(rows=1, cols=2)
    end.cell(0, 0).text = "Nơi nhận:\n- Bộ Y tế;\n- Lưu VT."
    end.cell(0, 1).text = f"{SIGNATURE[0]}\n{SIGNATURE[1]}\n\n{SIGNATURE[2]}"
    word.add_paragraph("PHỤ LỤC")
    annex = word.add_table(rows=1 + len(TABLE), cols=len(COLUMNS))
    for row_no, row in enumerate((COLUMNS, *TABLE)):
        for column, content in enumerate(row):
            annex.cell(row_no, column).text = content
    for column in (0, 1):  # the goal and its number span the two tasks
        content = annex.cell(2, column).text
        annex.cell(2, column).merge(annex.cell(3, column)).text = content
    word.save(str(path))


def write_all(folder: Path) -> dict[str, Path]:
    """The plan in every form; ending -> path."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {ending: folder / f"lam_dong_2025.{ending}" for ending in ("txt", "md", "html", "docx")}
    paths["txt"].write_text(as_text(), encoding="utf-8")
    paths["md"].write_text(as_markdown(), encoding="utf-8")
    paths["html"].write_text(as_web(), encoding="utf-8")
    write_word(paths["docx"])
    return paths
