"""PDF files to blocks: text in reading order, ruled tables, and pages that are pictures where OCR is at hand."""

import logging
from pathlib import Path
from typing import Final

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from sources.documents import ocr
from sources.documents.blocks import Document, DocumentError
from sources.documents.pdf_blocks import blocks_of
from sources.documents.pdf_pages import read_page
from sources.documents.pdf_text import check_letters
from sources.guard import SPOILED

# The longest plan with its annexes has some hundred pages; three hundred take ten seconds.
MAX_PAGES: Final = 300
# A hundred scanned pages of 300 dots an inch are fifty megabytes.
MAX_BYTES: Final = 100 * 1024 * 1024
_REMEDY: Final = "Mở lại văn bản gốc (Word) và xuất ra PDF mới, hoặc gửi tệp Word."
_BROKEN: Final[tuple[type[Exception], ...]] = (
    *SPOILED,
    PDFException,
    PSException,
    MalformedPDFException,
    PdfminerException,
)


def read_pdf(path: Path) -> Document:
    """Blocks of a PDF file; places are page and line, or page, table and row, counted from 1."""
    # Damaged files make the library write hundreds of lines about their inside; the finding says enough.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        _check(path)
        with pdfplumber.open(path) as pdf:
            pages = []
            for page in pdf.pages:
                pages.append(read_page(page))
                page.close()
    except DocumentError:
        raise
    except _BROKEN as error:
        raise DocumentError("broken_file", "Tệp PDF bị hỏng, không đọc được.", _REMEDY) from error
    check_letters([page.text for page in pages if not page.is_scan])
    pages, unread = ocr.read_scanned(path, pages)
    blocks = tuple(blocks_of(pages))
    if not blocks and not unread:
        raise DocumentError("no_text", "Tệp PDF không có chữ.", "Kiểm tra lại và gửi tệp có nội dung.")
    if not blocks:
        raise DocumentError("scan_not_read", ocr.NOT_READ, ocr.REMEDY)
    return Document(blocks, tuple(unread))


def _check(path: Path) -> None:
    """DocumentError for a file that is locked or has more pages than any plan. Only the table of pages is read."""
    if path.stat().st_size > MAX_BYTES:
        raise DocumentError("too_large", "Tệp PDF quá lớn so với một kế hoạch.", "Gửi riêng phần kế hoạch.")
    try:
        with pypdfium2.PdfDocument(path) as pdf:
            count = len(pdf)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            message = "Tệp PDF được đặt mật khẩu."
            raise DocumentError("broken_file", message, "Bỏ mật khẩu rồi gửi lại tệp.") from error
        raise DocumentError("broken_file", "Tệp PDF bị hỏng, không đọc được.", _REMEDY) from error
    if count > MAX_PAGES:
        message = f"Tệp PDF có {count} trang, nhiều hơn mức {MAX_PAGES} trang của một kế hoạch."
        raise DocumentError("too_long", message, "Gửi riêng phần kế hoạch và phụ lục của kế hoạch.")
