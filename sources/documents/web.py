"""HTML pages to blocks: headings, paragraphs, list items with their numbers, table rows with merged cells left blank.

Pages come from portals, and from Word, LibreOffice and Google Docs. Nothing in them is ever run or fetched.
"""

import re
from typing import Any, Final

from lxml import etree, html  # type: ignore[import-untyped]

from sources.documents.blocks import Document, DocumentError
from sources.documents.flow import FlowBlocks, Line, Row, Table
from sources.documents.letters import raised, refuse_legacy_letters
from sources.documents.web_lists import WebList, open_list
from sources.documents.web_parts import is_silent, menus
from sources.documents.web_styles import PageStyles, is_bold, read_styles
from sources.documents.web_tables import WebRows

_HEADINGS: Final = {f"h{depth}": depth for depth in range(1, 7)}
_BLOCKS: Final = frozenset(
    {
        *("p", "div", "section", "article", "main", "header", "body", "html", "center", "blockquote", "pre", "form"),
        *("address", "details", "summary", "figure", "figcaption", "fieldset", "legend", "dl", "dt", "dd", "hr"),
        *("li", "ul", "ol", "caption", *_HEADINGS),
    }
)
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]{0,200}>")
_LEVEL: Final = re.compile(r"level(\d)")
_BLANKS: Final = re.compile(r"[ \t\n\r\f]+")


def read_web(text: str) -> Document:
    """Blocks of an HTML page; places are line numbers of the source, counted from 1."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(_DECLARATION.sub("", text).encode(), parser=parser)
    except etree.LxmlError:
        return Document(())  # nothing but comments
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        message = "Trang web lồng các phần quá sâu, không đọc được hết."
        raise DocumentError("too_long", message, "Mở trang bằng Word, lưu lại thành .docx rồi gửi lại.")
    styles = read_styles(style.text_content() for style in root.iter("style"))
    reader = _Reader(styles, menus(root))
    reader.walk(root)
    reader.end_line()
    blocks = tuple(FlowBlocks().of(reader.flow))
    refuse_legacy_letters(blocks)
    return Document(blocks)


class _Reader:
    """Writes the flow of a page, or of one cell. Lists that are open around a table do not reach into it."""

    def __init__(self, styles: PageStyles, left_out: set[Any]) -> None:
        self.flow: list[Line | Table] = []
        self._styles, self._left_out = styles, left_out
        self._pieces: list[tuple[str, bool]] = []
        self._lists: list[WebList] = []
        self._sign, self._level, self._place = "", 0, ""

    def walk(self, element: Any, *, bold: bool = False, raise_digits: bool = False, as_typed: bool = False) -> None:
        """Take in an element and what it holds."""
        tag = element.tag
        if not isinstance(tag, str) or element in self._left_out or is_silent(element, self._styles):
            return
        if tag == "table":
            self.end_line()
            for caption in element.findall("caption"):
                self.walk(caption, bold=bold)
            self.flow.append(self._table(element))
            return
        if tag == "br":
            self.end_line(keeps_level=True)
            return
        said = is_bold(self._styles.of(element.attrib))
        bold = said if said is not None else bold or tag in {"b", "strong", "th"}
        raise_digits = raise_digits or tag == "sup"
        as_typed = as_typed or tag == "pre"
        if tag in _BLOCKS:
            self.end_line()
            self._begin(element)
        ignored = self._ignored_sign(element)
        if ignored:
            self._sign = ignored
        else:
            self._say(element.text, element, bold, raise_digits, as_typed)
            for child in element:
                self.walk(child, bold=bold, raise_digits=raise_digits, as_typed=as_typed)
                self._say(child.tail, child, bold, raise_digits, as_typed)
        if tag in _BLOCKS:
            self.end_line()
            self._level = 0
            if tag in {"ul", "ol"}:
                self._lists.pop()
            elif tag == "li":
                self._sign = ""

    def _begin(self, element: Any) -> None:
        tag = element.tag
        self._level = _HEADINGS.get(tag, self._level)
        if tag in {"ul", "ol"}:
            self._lists.append(open_list(element, self._lists, self._styles))
        elif tag == "li":
            self._sign = self._lists[-1].sign(element) if self._lists else "-"

    def _ignored_sign(self, element: Any) -> str:
        """Word writes the sign of a list item into a span of its own: a number is kept, a bullet of a symbol font
        becomes a dash or, from the second level, a plus."""
        if self._styles.of(element.attrib).get("mso-list", "").lower() != "ignore":
            return ""
        sign = "".join(element.itertext()).replace("\xa0", " ").strip()
        if re.search(r"\d|[IVXivx]+[.)]|^\w[.)]", sign) or sign in {"-", "+"}:
            return sign
        holder = next((above for above in element.iterancestors() if above.tag in _BLOCKS), None)
        level = _LEVEL.search(self._styles.of(holder.attrib).get("mso-list", "")) if holder is not None else None
        return "+" if level and level[1] != "1" else "-"

    def _say(self, text: str | None, element: Any, bold: bool, raise_digits: bool, as_typed: bool) -> None:
        if not text:
            return
        for number, part in enumerate(text.split("\n") if as_typed else [_BLANKS.sub(" ", text)]):
            if number:
                self.end_line()
            if part.strip() and not any(said.strip() for said, _ in self._pieces):
                self._place = f"dòng {element.sourceline or 1}"
            self._pieces.append((raised(part) if raise_digits else part, bold))

    def end_line(self, *, keeps_level: bool = False) -> None:
        """Close the line that is being written, where there is one."""
        text = "".join(said for said, _ in self._pieces).strip()
        bold = all(bold for said, bold in self._pieces if said.strip())
        self._pieces = []
        if text:
            self.flow.append(Line(f"{self._sign} {text}".strip(), self._place, self._level, bold))
            self._sign = ""
        if not keeps_level and text:
            self._level = 0

    def _table(self, table: Any) -> Table:
        rows = WebRows()
        for row in table.xpath("./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr"):
            if is_silent(row, self._styles):
                continue
            cells = [cell for cell in row if cell.tag in {"td", "th"}]
            rows.add([(self._cell(cell), cell.get("colspan"), cell.get("rowspan")) for cell in cells])
            rows.places.append(f"dòng {row.sourceline or 1}")
        made = zip(rows.rows, rows.places, strict=True)
        return Table(tuple(Row(tuple(cells), place) for cells, place in made))

    def _cell(self, cell: Any) -> tuple[Line | Table, ...]:
        reader = _Reader(self._styles, self._left_out)
        reader.walk(cell)
        reader.end_line()
        return tuple(reader.flow)
