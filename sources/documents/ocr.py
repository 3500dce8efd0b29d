"""Scanned pages to words by tesseract, where the optional extra and the program are installed.

What is read here is a guess of letters: "quý III" comes out as "quý II". Pages keep their mark `is_scan`, and a person
confirms the rows.
"""

import shutil
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, UnidentifiedImageError

from sources.documents.blocks import Document, DocumentError
from sources.documents.pdf_blocks import blocks_of
from sources.documents.pdf_pages import Page

PICTURES: Final = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
NOT_READ: Final = "Tệp là bản quét (ảnh chụp), không có chữ để đọc; cần nhận dạng chữ (OCR)."
REMEDY: Final = (
    "Gửi tệp Word hoặc PDF xuất từ Word. Nếu chỉ có bản quét: cài tesseract với dữ liệu tiếng Việt (tesseract-ocr-vie) "
    "và phần mở rộng “ocr” của chương trình, rồi chạy lại."
)
# Tesseract is made for three hundred dots an inch.
_DOTS_PER_INCH: Final = 300
_POINTS: Final = 72 / _DOTS_PER_INCH
# A page takes one to two seconds: forty come to a minute, the time a file is given.
_MOST_PAGES: Final = 40
# An A3 page at three hundred dots has seventeen million; a larger picture is no page.
_MOST_DOTS: Final = 40_000_000


def is_at_hand() -> bool:
    """Whether scanned pages can be read on this machine."""
    if find_spec("pytesseract") is None or shutil.which("tesseract") is None:
        return False
    import pytesseract  # type: ignore[import-untyped]

    return "vie" in pytesseract.get_languages()


def read_scanned(path: Path, pages: Sequence[Page]) -> tuple[list[Page], list[int]]:
    """The pages of a PDF, its pictures read where that can be done; numbers of the pages that stay unread."""
    unread = [page.number for page in pages if page.is_unread]
    if not unread or not is_at_hand():
        return list(pages), unread
    if len(unread) > _MOST_PAGES:
        message = f"Bản quét có {len(unread)} trang, nhiều hơn mức {_MOST_PAGES} trang."
        raise DocumentError("too_long", message, "Gửi tệp Word hoặc PDF xuất từ Word; hoặc chỉ gửi phần kế hoạch.")
    try:
        with pypdfium2.PdfDocument(path) as pdf:
            return [_drawn(pdf, page) if page.is_unread else page for page in pages], []
    except pypdfium2.PdfiumError as error:
        raise DocumentError("broken_file", "Không vẽ được trang của tệp PDF để nhận dạng chữ.", REMEDY) from error


def _drawn(pdf: Any, page: Page) -> Page:
    """The page drawn and read; drawn smaller where it is larger than paper."""
    # The libraries of the extra are imported where there is something to read.
    from sources.documents.scan_pages import read_scan

    dots = page.width * page.height / _POINTS**2
    scale = 1 / _POINTS * min(1.0, (_MOST_DOTS / dots) ** 0.5)
    return read_scan(page.number, pdf[page.number - 1].render(scale=scale, grayscale=True).to_pil().convert("L"), scale)


def read_picture(path: Path) -> Document:
    """Blocks of a plan that is one picture, or a .tif of several."""
    Image.MAX_IMAGE_PIXELS = _MOST_DOTS
    try:
        with Image.open(path) as picture:
            frames = getattr(picture, "n_frames", 1)
            if frames > _MOST_PAGES or picture.width * picture.height > _MOST_DOTS:
                raise DocumentError("too_large", "Ảnh quá lớn so với một trang văn bản.", REMEDY)
            if not is_at_hand():
                raise DocumentError("scan_not_read", NOT_READ, REMEDY)
            from sources.documents.scan_pages import read_scan

            pages = [read_scan(number, frame, 1 / _POINTS) for number, frame in enumerate(_frames(picture), start=1)]
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise DocumentError("too_large", "Ảnh quá lớn so với một trang văn bản.", REMEDY) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        if isinstance(error, DocumentError):
            raise
        raise DocumentError("broken_file", "Tệp ảnh bị hỏng, không đọc được.", REMEDY) from error
    return Document(tuple(blocks_of(pages)))


def _frames(picture: Any) -> Iterator[Any]:
    for frame in range(getattr(picture, "n_frames", 1)):
        picture.seek(frame)
        yield picture.convert("L")
