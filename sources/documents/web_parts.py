"""Which parts of a page are its text: not scripts, not what is hidden, not the portal around it, not the notes."""

import re
from typing import Any, Final

from sources.documents.web_styles import PageStyles, is_hidden

_SILENT: Final = frozenset(
    {
        *("script", "style", "head", "title", "template", "noscript", "svg", "iframe", "object", "canvas", "audio"),
        *("video", "select", "textarea", "button", "datalist", "nav", "aside", "footer", "del", "rt", "map"),
    }
)
_ROLES: Final = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog"})
# Words of class and id by which portals name what stands around the text.
_AROUND: Final = frozenset(
    {
        *("menu", "nav", "navbar", "navigation", "breadcrumb", "breadcrumbs", "sidebar", "footer", "copyright"),
        *("pagination", "social", "share", "related"),
    }
)
# Word, LibreOffice and Google Docs: marks of notes and comments, and the notes themselves at the end of the page.
_NOTE_MARK: Final = re.compile(r"^#(?:_?(?:ftn|edn|cmnt|msocom)_?\w*|sd(?:foot|end)note\w*)$")
_NOTE_BODY: Final = re.compile(r"^(?:ftn|edn|sdfootnote|sdendnote)\d+$")
_NOTE_BACK: Final = re.compile(r"^#(?:_?(?:ftnt?|ednt?|cmnt)_?ref\w*|sd(?:foot|end)note\d+anc)$")
_MSO_PARTS: Final = frozenset({"header", "footer", "footnote-list", "endnote-list", "comment-list", "comment"})
# Four links that say nearly all there is are a menu; a list of recipients or of laws has text around its links.
_LEAST_LINKS: Final = 4
_LINK_SHARE: Final = 0.8
_LINK_HOLDERS: Final = frozenset({"ul", "ol", "div", "table", "td", "section", "p", "header", "form"})


def is_silent(element: Any, styles: PageStyles) -> bool:
    """Whether nothing inside the element is text of the document."""
    tag, attributes = element.tag, element.attrib
    if tag in _SILENT or "hidden" in attributes or attributes.get("role", "").lower() in _ROLES:
        return True
    names = re.split(r"[\s_-]+", f"{attributes.get('class', '')} {attributes.get('id', '')}".lower())
    if tag in {"div", "ul", "ol", "section", "td"} and not _AROUND.isdisjoint(names):
        return True
    if tag == "a" and _NOTE_MARK.match(attributes.get("href", "")):
        return True
    if tag == "div" and (_NOTE_BODY.match(attributes.get("id", "")) or _is_note(element)):
        return True
    properties = styles.of(attributes)
    return is_hidden(properties) or properties.get("mso-element") in _MSO_PARTS


def _is_note(element: Any) -> bool:
    """A note of Google Docs: a block that begins with a link back to its mark."""
    return any(_NOTE_BACK.match(link.get("href") or "") for link in element.xpath("./p[1]/a[1]"))


def menus(root: Any) -> set[Any]:
    """Elements that hold hardly anything but links. Lengths are counted once, from the leaves up."""
    lengths: dict[Any, tuple[int, int, int]] = {}  # text, text in links, links
    found = set()
    for element in reversed(list(root.iter())):
        if not isinstance(element.tag, str):
            continue
        inner = [lengths.get(child, (0, 0, 0)) for child in element]
        own = len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)
        text = own + sum(length for length, _, _ in inner)
        linked, links = sum(length for _, length, _ in inner), sum(count for _, _, count in inner)
        if element.tag == "a" and element.get("href"):
            linked, links = text, 1
        if element.tag in {"script", "style"}:
            text = linked = links = 0
        lengths[element] = (text, linked, links)
        if element.tag in _LINK_HOLDERS and links >= _LEAST_LINKS and linked >= _LINK_SHARE * text:
            found.add(element)
    return found
