"""Word documents (.docx) to blocks: paragraphs with their automatic numbers, tables with merged cells left blank."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import docx
from docx.document import Document as WordDocument
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.oxml.table import CT_Tbl, CT_Tc
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError  # type: ignore[import-untyped]

from sources.documents.blocks import Block, Document, DocumentError, plain, written_block
from sources.documents.word_numbers import Numbering
from sources.guard import SPOILED, UnopenedArchiveError, UnsafeArchiveError, check_archive

_REMEDY: Final = "Mở tệp bằng Word, lưu lại thành .docx mới rồi gửi lại."
# A table of a plan has seven columns; a hostile one may claim a million for one cell.
_WIDEST_SPAN: Final = 50


def read_word(path: Path) -> Document:
    """Blocks of a Word file; places are numbers of paragraphs, or of table and row, counted from 1."""
    try:
        check_archive(path)
        word = docx.Document(str(path))
        blocks = tuple(_blocks(word))
    except UnopenedArchiveError as error:
        raise DocumentError("broken_file", f"Không mở được tệp Word: {error}.", _REMEDY) from error
    except UnsafeArchiveError as error:
        raise DocumentError("suspicious_archive", f"Không mở tệp Word để bảo đảm an toàn: {error}.", _REMEDY) from error
    except (*SPOILED, PythonDocxError, OpcError, LxmlError) as error:
        message = "Tệp Word bị hỏng hoặc thiếu phần văn bản, không đọc được."
        raise DocumentError("broken_file", message, _REMEDY) from error
    if not blocks:
        raise DocumentError("no_text", "Tệp Word không có chữ.", "Kiểm tra lại: văn bản quét thành ảnh không đọc được.")
    return Document(blocks)


def _blocks(word: WordDocument) -> Iterator[Block]:
    numbering = Numbering(word)
    paragraph_no = table_no = 0
    for element in word.element.body.iterchildren():
        if isinstance(element, CT_P):
            paragraph_no += 1
            yield from _paragraph(Paragraph(element, word), numbering, f"đoạn {paragraph_no}")
        elif isinstance(element, CT_Tbl):
            table_no += 1
            yield from _table(element, word, numbering, table_no)


def _paragraph(paragraph: Paragraph, numbering: Numbering, place: str) -> Iterator[Block]:
    """One block for each line that was broken on purpose."""
    number = numbering.next_number(paragraph)
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    level = int(style[-1]) if style.startswith("Heading ") and style[-1].isdigit() else 0
    runs = [run for run in paragraph.runs if run.text.strip()]
    is_bold = bool(runs) and all(run.bold for run in runs)
    for line_no, line in enumerate(paragraph.text.split("\n")):
        text = f"{number} {line}" if number and line_no == 0 and line.strip() else line
        block = written_block(text, place, level=level, is_bold=is_bold)
        if block is not None:
            yield block


def _table(table: CT_Tbl, word: WordDocument, numbering: Numbering, table_no: int) -> Iterator[Block]:
    for row_no, row in enumerate(table.tr_lst, start=1):
        cells: list[str] = []
        for cell in row.tc_lst:
            merged_into_above = cell.vMerge == "continue"
            cells.append("" if merged_into_above else _cell(cell, word, numbering))
            cells.extend([""] * (min(cell.grid_span, _WIDEST_SPAN) - 1))
        if any(cells):
            text = " ".join(cell for cell in cells if cell)
            yield Block("table_row", text, f"bảng {table_no}, hàng {row_no}", cells=tuple(cells), table=table_no)


def _cell(cell: CT_Tc, word: WordDocument, numbering: Numbering) -> str:
    lines = []
    for element in cell.p_lst:
        paragraph = Paragraph(element, word)
        number = numbering.next_number(paragraph)
        text = paragraph.text
        lines.append(f"{number} {text}" if number and text.strip() else text)
    return plain("\n".join(lines))
