"""Letters of a cell as they are meant: text in a legacy Vietnamese font becomes Unicode, by the cell's font alone."""

from openpyxl.cell.cell import Cell, MergedCell

from sources.documents.letters import coding_of, decoded

# Letters of TCVN3 and VNI lie in these codes; most text of a workbook has none of them and needs no look at its font.
_FIRST, _LAST = "\u00a1", "\u00ff"


def in_unicode(cell: Cell | MergedCell, text: str) -> tuple[str, str]:
    """The text, and the legacy font that it was converted from; "" where it stays as it is."""
    if text.isascii() or not any(_FIRST <= char <= _LAST for char in text):
        return text, ""
    font = _font(cell)
    coding = coding_of(font)
    if coding not in {"tcvn3", "tcvn3_capitals", "vni"}:
        return text, ""
    meant = decoded(text, coding)
    return meant, font if meant != text else ""


def _font(cell: Cell | MergedCell) -> str:
    """Name of the cell's font; "" where the workbook points to one that it does not define."""
    try:
        return str(cell.font.name or "")
    except (IndexError, AttributeError):
        return ""
