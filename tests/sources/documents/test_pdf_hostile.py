"""PDF files that are damaged, locked, huge or mean harm: a reason a person understands, in bounded time."""

import time
import zlib
from pathlib import Path
from random import Random

import pypdfium2
import pytest

from sources.bounded import Limits
from sources.documents import ocr
from sources.documents.blocks import DocumentError
from sources.documents.files import read_document
from sources.documents.pdf import MAX_PAGES
from sources.plans import reader
from tests.sources.documents.pdf_bytes import assembled, pdf, ruled, text
from tests.sources.documents.printing import PRINTED
from tests.sources.received import accounts, assert_balanced, kinds, receive


def refused(folder: Path, content: bytes) -> str:
    path = folder / "a.pdf"
    path.write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    assert str(caught.value)
    assert caught.value.remedy
    return caught.value.kind


def picture_page(width: int, height: int) -> bytes:
    """A page that is one picture, its dots all black."""
    image = (
        f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray "
        f"/BitsPerComponent 1 /Filter /ASCIIHexDecode /Length 3 >>\nstream\n00>\nendstream"
    )
    resources = "/Resources << /XObject << /I 5 0 R >> >>"
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {resources} >>"
    draw = "595 0 0 842 0 0 cm /I Do"
    content = f"<< /Length {len(draw)} >>\nstream\n{draw}\nendstream"
    return assembled(
        ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page, content, image]
    )


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"no pdf at all", b"%PDF-1.7\n" + b"\0" * 5000])
def test_what_is_no_pdf_is_a_broken_file(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, content) == "broken_file"


def test_half_a_file_is_refused_or_read_as_far_as_it_goes(tmp_path: Path) -> None:
    whole = (PRINTED / "invented_by_office.pdf").read_bytes()
    assert refused(tmp_path, whole[: len(whole) // 2]) in {"broken_file", "no_text"}


def test_pages_without_a_word_are_no_text(tmp_path: Path) -> None:
    assert refused(tmp_path, pdf([], [])) == "no_text"
    assert refused(tmp_path, pdf(ruled((100, 200, 300), (100, 200)))) == "no_text"


def test_ten_thousand_pages_are_refused_by_their_number_at_once(tmp_path: Path) -> None:
    content = pdf(*([text(100, 100, f"page {page}")] for page in range(10_000)))
    start = time.monotonic()
    assert refused(tmp_path, content) == "too_long"
    assert time.monotonic() - start < 5
    assert MAX_PAGES < 10_000


def test_a_page_tree_that_leads_back_to_itself_ends(tmp_path: Path) -> None:
    tree = "<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>"
    assert refused(tmp_path, assembled(["<< /Type /Catalog /Pages 2 0 R >>", tree])) in {"broken_file", "no_text"}


def test_a_locked_file_says_password(tmp_path: Path) -> None:
    key = "<" + "41" * 32 + ">"
    lock = f"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O {key} /U {key} >>"
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 /Kids [] >>", lock]
    trailer = f"/Encrypt 3 0 R /ID [{key} {key}]"
    (tmp_path / "a.pdf").write_bytes(assembled(bodies, trailer))
    with pytest.raises(DocumentError, match="mật khẩu"):
        read_document(tmp_path / "a.pdf")


def test_scripts_and_enclosed_files_are_left_alone(tmp_path: Path) -> None:
    script = "<< /S /JavaScript /JS (app.alert\\('x'\\); this.exportDataObject\\({cName: 'a'}\\)) >>"
    enclosed = "<< /Type /EmbeddedFile /Length 4 >>\nstream\nevil\nendstream"
    spec = "<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>"
    names = "/EmbeddedFiles << /Names [(a.exe) 7 0 R] >> /JavaScript << /Names [(j) 5 0 R] >>"
    catalog = f"/OpenAction 5 0 R /Names << {names} >>"
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([text(100, 100, "Only this is read.")], catalog=catalog, objects=[script, enclosed, spec]))
    assert [block.text for block in read_document(path).blocks] == ["Only this is read."]


def test_a_page_of_drawings_is_read_past_in_bounded_time(tmp_path: Path) -> None:
    random = Random(1)  # noqa: S311 -- the same drawing every time
    drawing = [
        f"{random.randrange(595)} {random.randrange(842)} m {random.randrange(595)} {random.randrange(842)} l S"
        for _ in range(20_000)
    ]
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([*drawing, *ruled(range(0, 595, 2), range(0, 842, 2)), text(100, 100, "Words.")]))
    start = time.monotonic()
    assert [block.text for block in read_document(path).blocks] == ["Words."]
    assert time.monotonic() - start < 20


def test_a_huge_picture_is_a_scan_that_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_at_hand", lambda: False)
    assert refused(tmp_path, picture_page(100_000, 100_000)) == "scan_not_read"


def test_a_stream_that_unpacks_to_gigabytes_ends_in_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LIMITS", Limits(seconds=3, memory_bytes=reader.LIMITS.memory_bytes))
    packed = zlib.compress(zlib.compress(b" " * 400_000_000, 1), 9).decode("latin-1")
    bomb = f"<< /Length {len(packed)} /Filter [/FlateDecode /FlateDecode] >>\nstream\n{packed}\nendstream"
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R 4 0 R 4 0 R 4 0 R 4 0 R 4 0 R] >>"
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page, bomb]
    path = tmp_path / "bomb.pdf"
    path.write_bytes(assembled(bodies))
    assert path.stat().st_size < 10_000
    rows = reader.read([receive(path, "plans/bomb.pdf")])
    assert set(kinds(rows, "plans")) <= {"too_heavy", "too_slow", "no_text", "broken_file"}
    assert accounts(rows, "plans")["plans/bomb.pdf"][0] == "unreadable"
    assert_balanced(rows, "plans")


@pytest.mark.parametrize("seed", range(30))
def test_no_damage_stops_the_reader(tmp_path: Path, seed: int) -> None:
    random = Random(seed)  # noqa: S311 -- the same damage every time
    name = random.choice(("invented_by_office.pdf", "invented_by_browser.pdf"))
    spoiled = bytearray((PRINTED / name).read_bytes())
    # Half of the damage where the structure stands: the objects and their table at the end.
    first = random.choice((0, int(len(spoiled) * 0.9)))
    for _ in range(random.choice((1, 5, 50, 300))):
        spoiled[random.randrange(first, len(spoiled))] = random.choice(b"0129<>/[]()% \x00\xff" + bytes(range(256)))
    path = tmp_path / "a.pdf"
    path.write_bytes(spoiled)
    try:
        outcome = bool(read_document(path).blocks)
    except DocumentError as error:
        outcome = bool(error.remedy)
    assert outcome


def test_the_two_libraries_agree_on_the_number_of_pages() -> None:
    with pypdfium2.PdfDocument(PRINTED / "sample_by_office.pdf") as pdf_file:
        pages = {block.page for block in read_document(PRINTED / "sample_by_office.pdf").blocks}
        assert pages == set(range(1, len(pdf_file) + 1))
