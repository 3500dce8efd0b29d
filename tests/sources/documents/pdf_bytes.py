"""PDF files written by hand, for what no printer makes: odd layouts, and files that mean harm. Letters are ASCII."""

from collections.abc import Sequence

WIDTH, HEIGHT = 595, 842


def text(x: float, y: float, words: str, *, size: float = 12, is_bold: bool = False) -> str:
    """Words from x to the right, y points below the top of the page."""
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F{2 if is_bold else 1} {size} Tf {x} {HEIGHT - y} Td ({escaped}) Tj ET"


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    """A drawn line."""
    return f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S"


def ruled(xs: Sequence[float], ys: Sequence[float]) -> list[str]:
    """All lines of a table."""
    return [line(x, ys[0], x, ys[-1]) for x in xs] + [line(xs[0], y, xs[-1], y) for y in ys]


def _described(font: str) -> str:
    """What a font that no reader knows has to say of itself; every letter is half as wide as its size."""
    if font == "Helvetica":
        return ""
    box = "/FontBBox [0 -200 1000 800] /Ascent 800 /Descent -200"
    descriptor = f"/FontDescriptor << /Type /FontDescriptor /FontName /{font} /Flags 32 {box} >>"
    return f"/FirstChar 0 /LastChar 255 /Widths [{' '.join(['500'] * 256)}] {descriptor}"


def pdf(*pages: Sequence[str], catalog: str = "", objects: Sequence[str] = (), font: str = "Helvetica") -> bytes:
    """A file of pages, each a list of drawing commands. objects: further ones, numbered from 5."""
    bodies = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding {_described(font)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        *objects,
    ]
    kids = []
    for commands in pages:
        stream = "\n".join(commands)
        bodies.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(len(bodies) + 1)
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {len(bodies)} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
        )
    bodies[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>"
    return assembled(bodies)


def assembled(bodies: Sequence[str], trailer: str = "") -> bytes:
    """Objects numbered from 1 with their table, the catalog first."""
    content = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(content)
    content += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode()
    content += "".join(f"{offset:010d} 00000 n \n" for offset in offsets).encode()
    content += f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(content)
