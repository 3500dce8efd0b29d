"""What the styles of a page say that matters to its text: bold, hidden, how list items are numbered.

Only rules for one class are read (".c3", "p.c3"): that is how Google Docs and Word write their pages.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

_RULE: Final = re.compile(r"([^{}]{1,300})\{([^{}]{0,5000})\}")
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_ONE_CLASS: Final = re.compile(r"^\s*[a-z0-9]*\.([\w-]+)\s*$", re.IGNORECASE)
# Google Docs numbers items by a counter before them: ".lst-kix_a-0 > li:before{content:"" counter(x,decimal) ". "}".
_ITEMS: Final = re.compile(r"^\s*(?:[uo]l)?\.([\w-]+)\s*>\s*li:before\s*$", re.IGNORECASE)
_PART: Final = re.compile(r"counter\(\s*([\w-]+)\s*(?:,\s*([\w-]+)\s*)?\)|\"([^\"]*)\"|'([^']*)'")
_BOLD: Final = frozenset({"bold", "bolder", "600", "700", "800", "900"})


@dataclass(frozen=True, slots=True)
class PageStyles:
    """declarations: class -> property -> value. items: class of a list -> (literal text, numbering) parts before
    each of its items; a part has one or the other."""

    declarations: dict[str, dict[str, str]] = field(default_factory=dict)
    items: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def of(self, attributes: Mapping[str, str]) -> dict[str, str]:
        """Properties that an element has by its classes and its own style attribute."""
        found: dict[str, str] = {}
        for name in attributes.get("class", "").split():
            found.update(self.declarations.get(name, {}))
        found.update(_properties(attributes.get("style", "")))
        return found


def read_styles(sheets: Iterable[str]) -> PageStyles:
    """Rules of all style elements of a page."""
    styles = PageStyles()
    for sheet in sheets:
        for selectors, body in _RULE.findall(_COMMENT.sub("", sheet)):
            properties = _properties(body)
            for selector in selectors.split(","):
                if named := _ONE_CLASS.match(selector):
                    styles.declarations.setdefault(named[1], {}).update(properties)
                elif items := _ITEMS.match(selector):
                    parts = _PART.findall(properties.get("content", ""))
                    styles.items[items[1]] = tuple(
                        (double or single, (kind or "decimal") if counter else "")
                        for counter, kind, double, single in parts
                    )
    return styles


def is_bold(properties: Mapping[str, str]) -> bool | None:
    """None where nothing is said."""
    weight = properties.get("font-weight")
    return None if weight is None else weight in _BOLD


def is_hidden(properties: Mapping[str, str]) -> bool:
    return (
        properties.get("display") == "none"
        or properties.get("visibility") == "hidden"
        or properties.get("mso-hide") == "all"
    )


def _properties(declarations: str) -> dict[str, str]:
    found = {}
    for declaration in declarations.split(";"):
        name, colon, said = declaration.partition(":")
        if colon:
            found[name.strip().lower()] = said.replace("!important", "").strip().strip("\n")
    return found
