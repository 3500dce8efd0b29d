"""Styles of a Word file: what a paragraph or a run looks like after its styles, and the styles those are based on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sources.documents.letters import Coding, coding_of
from sources.documents.word_package import w

# A chain of styles that leads back to itself would never end; real ones have three or four links.
_LONGEST_CHAIN: Final = 12
_OFF: Final = frozenset({"0", "false", "off", "none"})
# Built-in names are English in the file whatever Word's language; other programs write the translated ones.
_HEADING_NAME: Final = re.compile(r"^(?:heading|đầu đề|tiêu đề|đề mục)\s*([1-9])$", re.IGNORECASE)
_CONTENTS_NAME: Final = re.compile(r"^(?:toc|mục lục)\s*\d$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Looks:
    """None: nothing is said here, the style below decides."""

    is_bold: bool | None = None
    is_hidden: bool | None = None
    is_capitals: bool | None = None
    is_raised: bool | None = None
    font: str | None = None

    def over(self, below: "Looks") -> "Looks":
        """These properties where they say something, else those of `below`."""
        return Looks(
            below.is_bold if self.is_bold is None else self.is_bold,
            below.is_hidden if self.is_hidden is None else self.is_hidden,
            below.is_capitals if self.is_capitals is None else self.is_capitals,
            below.is_raised if self.is_raised is None else self.is_raised,
            below.font if self.font is None else self.font,
        )

    @property
    def coding(self) -> Coding:
        return coding_of(self.font or "")


def value(parent: Any, name: str, default: str = "") -> str:
    """w:val of a child element."""
    child = None if parent is None else parent.find(w(name))
    return default if child is None else child.get(w("val"), default)


def looks_of(properties: Any) -> Looks:
    """What one w:rPr says itself."""
    if properties is None:
        return Looks()
    fonts = properties.find(w("rFonts"))
    font = None
    if fonts is not None:
        is_themed = fonts.get(w("hAnsiTheme")) or fonts.get(w("asciiTheme"))
        font = "" if is_themed else fonts.get(w("hAnsi")) or fonts.get(w("ascii"))
    position = value(properties, "vertAlign")
    return Looks(
        _switch(properties, "b"),
        _switch(properties, "vanish"),
        _switch(properties, "caps"),
        position == "superscript" if position else None,
        font,
    )


def _switch(properties: Any, name: str) -> bool | None:
    child = properties.find(w(name))
    return None if child is None else child.get(w("val"), "1") not in _OFF


class Styles:
    """Looks up styles by their id; each is worked out once."""

    def __init__(self, root: Any | None) -> None:
        found = [] if root is None else root.findall(w("style"))
        self._styles: dict[str, Any] = {style.get(w("styleId"), ""): style for style in found}
        self._default = next(
            (
                style.get(w("styleId"), "")
                for style in found
                if style.get(w("type")) == "paragraph" and style.get(w("default"), "0") not in _OFF
            ),
            "",
        )
        defaults = None if root is None else root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        self._below = looks_of(defaults)
        self._looks: dict[str, Looks] = {}

    def chain(self, style_id: str) -> Iterator[Any]:
        """The style and those it is based on, nearest first."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = value(style, "basedOn")

    def style_of(self, paragraph: Any) -> str:
        """Id of the paragraph's style."""
        return value(paragraph.find(w("pPr")), "pStyle") or self._default

    def looks_of_style(self, style_id: str) -> Looks:
        """What the style and its chain say, without the document's defaults."""
        if style_id not in self._looks:
            looks = Looks()
            for style in self.chain(style_id):
                looks = looks.over(looks_of(style.find(w("rPr"))))
            self._looks[style_id] = looks
        return self._looks[style_id]

    def paragraph_looks(self, paragraph: Any) -> Looks:
        """What runs of the paragraph look like where they say nothing themselves."""
        return self.looks_of_style(self.style_of(paragraph)).over(self._below)

    def heading_level(self, paragraph: Any) -> int:
        """Depth of the heading that the paragraph is marked as, 0 for none: its own outline level, or its style's."""
        own = value(paragraph.find(w("pPr")), "outlineLvl")
        levels = [own] if own else []
        for style in self.chain(self.style_of(paragraph)):
            named = _HEADING_NAME.match(value(style, "name"))
            if named:
                levels.append(str(int(named[1]) - 1))
            levels.append(value(style.find(w("pPr")), "outlineLvl"))
        level = next((level for level in levels if level), "9")
        return int(level) + 1 if level.isascii() and level.isdigit() and int(level) < 9 else 0

    def is_contents(self, paragraph: Any) -> bool:
        """A line of the table of contents."""
        return any(_CONTENTS_NAME.match(value(style, "name")) for style in self.chain(self.style_of(paragraph)))
