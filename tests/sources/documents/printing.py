"""Prints the PDF files that tests read: `python -m tests.sources.documents.printing` writes them to printed/.

Two printers, because each draws text, bullets and borders in its own way: LibreOffice (`soffice`) from Word files, and
Chromium from pages. Made once and committed, since a machine that runs the tests need not have either.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from tests.sources.plans.invented import as_web, write_word

PRINTED = Path(__file__).parent / "printed"
# The longest Word plan of the shipped collection: body, merged cells, and an annex over seven pages on their side.
SAMPLE = Path(__file__).parents[3] / "sources" / "sample" / "plans" / "dong_nai_2023.docx"
_STYLE = "table{border-collapse:collapse}td{border:1px solid #000;padding:3px}"


def by_office(word: Path, name: str) -> None:
    """Word file -> PDF by LibreOffice."""
    with TemporaryDirectory() as home:
        command = ["soffice", f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", "pdf", "--outdir"]
        subprocess.run([*command, home, str(word)], check=True, capture_output=True)
        (PRINTED / name).write_bytes((Path(home) / f"{word.stem}.pdf").read_bytes())


def by_browser(page: Path, name: str) -> None:
    """HTML page -> PDF by Chromium, with the date and the page numbers it prints at the edges."""
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={PRINTED / name}"]
    subprocess.run([*command, str(page)], check=True, capture_output=True)


def ruled(word: Path) -> None:
    """Lines around the cells of the annex, as in every plan that is printed; the heading block keeps none."""
    document: Any = Document(str(word))
    document.tables[-1].style = "Table Grid"
    # The face of Times New Roman, in which offices write.
    document.styles["Normal"].font.name = "Liberation Serif"
    document.styles["Normal"].font.size = Pt(13)
    for table in document.tables[:-1]:
        for paragraph in (paragraph for cell in table._cells for paragraph in cell.paragraphs):
            paragraph.paragraph_format.space_after = Pt(0)
            for run in paragraph.runs:
                run.font.size = Pt(9)
    for paragraph in document.paragraphs:
        if paragraph.text == "KẾ HOẠCH":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.save(str(word))


def main() -> None:
    """Print every sample again."""
    PRINTED.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        word, page = Path(folder) / "invented.docx", Path(folder) / "invented.html"
        write_word(word)
        ruled(word)
        by_office(word, "invented_by_office.pdf")
        page.write_text(f'<meta charset="utf-8"><style>{_STYLE}</style>{as_web()}', encoding="utf-8")
        by_browser(page, "invented_by_browser.pdf")
    by_office(SAMPLE, "sample_by_office.pdf")


if __name__ == "__main__":
    sys.exit(main())
