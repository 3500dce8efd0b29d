"""The picture of a page to what stands on it: words by tesseract, tables by their lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

import pytesseract  # type: ignore[import-untyped]
from PIL import ImageDraw

from sources.documents.blocks import DocumentError
from sources.documents.pdf_grids import grids_of
from sources.documents.pdf_pages import Page, arranged
from sources.documents.pdf_rules import Rule
from sources.documents.pdf_words import Word
from sources.documents.scan_rules import drawn_rules

# Ten times what a dense page takes.
_SECONDS_A_PAGE: Final = 20
# Per cent: signs below this trust are stains and edges of stamps. A word is never left out, for it may be "không".
_LEAST_TRUST: Final = 50
# Shares of the letter size: blanks between words are narrower than the white after a bullet, columns farther apart.
_BULLET_GAP: Final = (0.8, 2.5)
# Bullets come out as signs or as one of these letters: "®", "s®", "se", "e".
_BULLET_LETTERS: Final = frozenset("seoc")
# What a bullet leaves beside itself, and what is a sign of its own: "a)", "1.", "+".
_SPECKS: Final = ("-", ".", "–")
_SIGNS: Final = ").+-–"
_REMEDY: Final = "Quét lại văn bản rõ hơn, hoặc gửi tệp Word."
# Lines are wiped out with their blurred edges.
_WHITE: Final = 255
_PEN: Final = 5
# One block of text of one size: words come in lines from the left edge to the right, columns are told apart later.
_SETTINGS: Final = "--oem 1 --psm 4"


def read_scan(number: int, picture: Any, scale: float) -> Page:
    """A page from its picture. scale: dots a point."""
    level, upright = drawn_rules(picture, scale)
    grids = grids_of(level, upright)
    if grids:
        _wipe(picture, level, upright, scale)
    made = arranged(number, picture.width / scale, picture.height / scale, list(_words(picture, scale)), grids)
    return replace(made, is_scan=True)


def _wipe(picture: Any, level: Sequence[Rule], upright: Sequence[Rule], scale: float) -> None:
    """Take the lines of tables out of a picture, where they would be read as "|" and hide the letters beside them."""
    pen = ImageDraw.Draw(picture)
    for rules, is_level in ((level, True), (upright, False)):
        for rule in rules:
            start, end, at = rule.start * scale, rule.end * scale, rule.at * scale
            pen.line((start, at, end, at) if is_level else (at, start, at, end), fill=_WHITE, width=_PEN)


def _words(picture: Any, scale: float) -> Iterator[Word]:
    try:
        found = pytesseract.image_to_data(
            picture, lang="vie", config=_SETTINGS, timeout=_SECONDS_A_PAGE, output_type=pytesseract.Output.DICT
        )
    except (pytesseract.TesseractError, RuntimeError) as error:
        raise DocumentError("scan_not_read", "Không nhận dạng được chữ trong bản quét.", _REMEDY) from error
    rows = [dict(zip(found, row, strict=True)) for row in zip(*found.values(), strict=True)]
    words = [row for row in rows if row["text"].strip() and (_is_written(row["text"]) or row["conf"] >= _LEAST_TRUST)]
    lines: dict[tuple[int, ...], list[dict[str, Any]]] = {}
    for word in words:
        lines.setdefault((word["block_num"], word["par_num"], word["line_num"]), []).append(word)
    heights = sorted(word["height"] for word in words)
    # Small letters without tails are the half of a letter's size, capitals with marks the whole.
    size = heights[len(heights) // 2] / scale if heights else 0.0
    for line in lines.values():
        feet = sorted(word["top"] + word["height"] for word in line)
        base = feet[len(feet) // 2] / scale
        found_words = [
            Word(word["text"].strip(), word["left"] / scale, (word["left"] + word["width"]) / scale, base, size)
            for word in line
        ]
        yield from _with_bullet(found_words)


def _is_written(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _with_bullet(words: Sequence[Word]) -> Sequence[Word]:
    """Round bullets come out as any small sign ("®", "se", "e"); the white after them tells them from words."""
    sign = words[0].text
    is_small = len(sign) <= 2 and not any(char in _SIGNS for char in sign)
    if len(words) < 2 or not is_small or any(char.isalnum() and char not in _BULLET_LETTERS for char in sign):
        return words
    if words[1].text in _SPECKS:
        return [replace(words[0], text="•"), *words[2:]]
    least, most = _BULLET_GAP
    is_bullet = least * words[0].size <= words[1].x0 - words[0].x1 <= most * words[0].size
    return [replace(words[0], text="•"), *words[1:]] if is_bullet else words
