"""What a page is made of, as text: headings, table heads, captions, sentences for empty sections, banners."""

from html.parser import HTMLParser
from pathlib import Path

_KEPT = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "figcaption": "figure: "}
_KEPT_CLASSES = {"empty": "empty: ", "banner": "banner: ", "note": "note: "}


class _Outline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._open: list[tuple[str, str]] = []
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._open:
            return
        name = dict(attrs).get("class") or ""
        mark = _KEPT.get(tag) or _KEPT_CLASSES.get(name) or ("table: " if tag == "thead" else "")
        if mark:
            self._open = [(tag, mark)]
            self._text = ""

    def handle_data(self, data: str) -> None:
        self._text += f"{data} "

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[0][0] == tag:
            self.lines.append(self._open[0][1] + " ".join(self._text.split()))
            self._open = []


def outline(page: Path) -> str:
    """Lines of one page."""
    parser = _Outline()
    parser.feed(page.read_text(encoding="utf-8"))
    return "\n".join(parser.lines)


def site_outline(site: Path) -> str:
    """All pages, by path."""
    pages = sorted(site.rglob("*.html"), key=lambda page: page.relative_to(site).as_posix())
    return "\n\n".join(f"== {page.relative_to(site).as_posix()}\n{outline(page)}" for page in pages) + "\n"
