"""Word files put together from the XML that matters to one test."""

import zipfile
from pathlib import Path

from sources.documents.blocks import Document
from sources.documents.word import read_word

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str, properties: str = "") -> str:
    """A run with its properties (what stands in w:rPr)."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of runs; plain text becomes one run."""
    inside = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def numbered(text: str, list_id: int, level: int = 0) -> str:
    """A paragraph with an automatic number."""
    given = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(run(text) if text else "<w:r/>", given)


def cell(content: str, properties: str = "") -> str:
    """A cell of paragraphs or nested tables; plain text becomes one paragraph."""
    inside = content if content.startswith(("<w:p", "<w:tbl")) else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells; plain texts become cells."""
    inside = "".join(one if one.startswith("<w:tc") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str, widths: tuple[int, ...] = ()) -> str:
    """A table with the widths of its grid columns."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def levels(*formats: tuple[str, str]) -> str:
    """Levels of a list definition: (format, pattern)."""
    return "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for depth, (kind, pattern) in enumerate(formats)
    )


def definition(number: int, inside: str, *lists: str) -> str:
    """A list definition and the lists that use it: ids, or (as XML) what stands in their w:num after the definition."""
    nums = "".join(f'<w:num w:numId="{one[0]}"><w:abstractNumId w:val="{number}"/>{one[1:]}</w:num>' for one in lists)
    return f'<w:abstractNum w:abstractNumId="{number}">{inside}</w:abstractNum>{nums}'


def write(path: Path, body: str, *, styles: str = "", numbering: str = "", names: str = _NAMES) -> Path:
    """The file at `path`."""
    parts = {"styles": styles, "numbering": numbering}
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{_TYPE}/{kind}" Target="{kind}.xml"/>' for kind, xml in parts.items() if xml
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(path, "w") as archive:
        main = f'<Relationship Id="r1" Type="{_TYPE}/officeDocument" Target="word/document.xml"/>'
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{package}">{main}</Relationships>')
        archive.writestr("word/document.xml", f"<w:document {names}><w:body>{body}</w:body></w:document>")
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{package}">{relations}</Relationships>'
        )
        for kind, xml in parts.items():
            if xml:
                archive.writestr(f"word/{kind}.xml", f"<w:{kind} {names}>{xml}</w:{kind}>")
    return path


def read(folder: Path, body: str, *, styles: str = "", numbering: str = "") -> Document:
    """What the reader makes of a file with this body."""
    return read_word(write(folder / "a.docx", body, styles=styles, numbering=numbering))


def texts(document: Document) -> list[str]:
    """Texts of the blocks in order."""
    return [block.text for block in document.blocks]
