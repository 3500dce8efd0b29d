"""Lists of a page: the number or sign before each item, as a browser shows it."""

from dataclasses import dataclass
from typing import Any, Final

from sources.documents.web_styles import PageStyles

_NUMBERINGS: Final = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_ROMAN: Final = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
# Lists of plans stay below a hundred; a hostile start would write a Roman number of a million signs.
_HIGHEST: Final = 1_000


@dataclass(slots=True)
class WebList:
    """An open list. next: number of the next item; depth: 1 for the outermost bullets."""

    is_ordered: bool
    kind: str
    next: int
    depth: int
    items: tuple[tuple[str, str], ...] = ()

    def sign(self, item: Any) -> str:
        """What stands before this item."""
        if not self.is_ordered:
            return "-" if self.depth == 1 else "+"
        self.next = _whole(item.get("value"), self.next)
        number, self.next = self.next, self.next + 1
        if self.items:
            return "".join(written(number, kind) if kind else text for text, kind in self.items).strip()
        if self.kind == "none":
            return ""
        return written(number, self.kind) + (")" if self.kind.startswith("lower") and "roman" not in self.kind else ".")


def open_list(element: Any, outer: list[WebList], styles: PageStyles) -> WebList:
    """The list that a ul or ol begins. Google Docs writes inner lists beside the outer ones and tells their depth
    by the end of their class."""
    classes = (element.get("class") or "").split()
    items = next((styles.items[name] for name in classes if name in styles.items), ())
    depth = 1 + sum(not held.is_ordered for held in outer)
    for name in classes:
        if name.startswith("lst-") and name[-1].isdigit():
            depth = 1 + int(name[-1])
    kind = _NUMBERINGS.get(element.get("type") or "", "decimal")
    kind = styles.of(element.attrib).get("list-style-type", kind) if not items else kind
    is_ordered = element.tag == "ol" and (not items or any(kind for _, kind in items))
    return WebList(is_ordered, kind.replace("latin", "alpha"), _whole(element.get("start"), 1), depth, items)


def written(number: int, kind: str) -> str:
    """The number in this kind of numbering."""
    if kind.endswith("roman"):
        text = ""
        for amount, sign in _ROMAN:
            text += sign * (number // amount)
            number %= amount
        return text if kind.startswith("upper") else text.lower()
    if kind.endswith(("alpha", "latin")) and number > 0:
        letter = _LATIN[(number - 1) % len(_LATIN)] * ((number - 1) // len(_LATIN) + 1)
        return letter.upper() if kind.startswith("upper") else letter
    return str(number)


def _whole(text: str | None, default: int) -> int:
    return min(int(text), _HIGHEST) if text and text.isascii() and text.isdigit() and len(text) < 10 else default
