"""HTML pages to blocks, by the standard library's parser: headings, paragraphs, list items and table rows."""

from html.parser import HTMLParser

from sources.documents.blocks import Block, Document, plain, written_block

_BLOCK_TAGS = frozenset({"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "body", "center"})
_SILENT = frozenset({"script", "style", "head", "title", "template"})


def read_web(text: str) -> Document:
    """Blocks of an HTML page; places are line numbers of the source, counted from 1."""
    parser = _Reader()
    parser.feed(text)
    parser.close()
    parser.end_block()
    return Document(tuple(parser.blocks))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._line, self._level, self._lists, self._silent, self._table = 1, 0, 0, 0, 0
        self._bold, self._all_bold = 0, True
        self._item = False
        self._row: list[str] | None = None
        self._spans: list[int] = []  # for each column, how many rows a cell above still reaches down
        self._cell_spans = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self.end_block()
            self._table += 1
            self._spans = []
        elif tag == "tr":
            self.end_block()
            self._row = []
            self._line = self.getpos()[0]
        elif tag in {"td", "th"}:
            self._text = []
            given = dict(attrs)
            self._cell_spans = (_span(given.get("colspan")), _span(given.get("rowspan")))
        elif tag == "br":
            self._text.append("\n")
            if self._row is None:
                self.end_block()
        elif tag in {"b", "strong"}:
            self._bold += 1
        elif tag in _BLOCK_TAGS:
            if self._row is None:
                self.end_block()
                self._level = int(tag[1]) if tag[0] == "h" and tag[1:].isdigit() else 0
                self._item = tag == "li"
            else:
                self._text.append("\n- " if tag == "li" else "\n")
        elif tag in {"ul", "ol"}:
            self._lists += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in {"td", "th"} and self._row is not None:
            self._end_cell()
        elif tag == "tr" and self._row is not None:
            self._end_row()
        elif tag in {"b", "strong"}:
            self._bold = max(0, self._bold - 1)
        elif tag in {"ul", "ol"}:
            self._lists = max(0, self._lists - 1)
        elif tag in _BLOCK_TAGS and self._row is None:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if data.strip():
            if not "".join(self._text).strip():
                self._line = self._line if self._row is not None else self.getpos()[0]
                self._all_bold = True
            self._all_bold = self._all_bold and self._bold > 0
        self._text.append(data.replace("\n", " "))

    def end_block(self) -> None:
        """Close the block that is being written, where there is one."""
        text = "".join(self._text).strip()
        self._text = []
        if text and self._row is None:
            sign = ("+ " if self._lists > 1 else "- ") if self._item else ""
            block = written_block(sign + text, f"dòng {self._line}", level=self._level, is_bold=self._all_bold)
            if block is not None:
                self.blocks.append(block)
        self._item, self._level = False, 0

    def _end_cell(self) -> None:
        row = self._row if self._row is not None else []
        self._skip_spanned(row)
        columns, rows = self._cell_spans
        row.extend([plain("".join(self._text)), *[""] * (columns - 1)])
        self._spans.extend([0] * (len(row) - len(self._spans)))
        for column in range(len(row) - columns, len(row)):
            self._spans[column] = rows - 1
        self._text = []

    def _skip_spanned(self, row: list[str]) -> None:
        while len(row) < len(self._spans) and self._spans[len(row)] > 0:
            self._spans[len(row)] -= 1
            row.append("")

    def _end_row(self) -> None:
        row, self._row, self._text = self._row or [], None, []
        self._skip_spanned(row)
        if any(row):
            text = " ".join(cell for cell in row if cell)
            place = f"dòng {self._line}"
            self.blocks.append(Block("table_row", text, place, cells=tuple(row), table=self._table))


def _span(value: str | None) -> int:
    """A span as printed; at most 50, because a hostile page may claim a million."""
    return min(int(value), 50) if value and value.isascii() and value.isdigit() and int(value) > 0 else 1
