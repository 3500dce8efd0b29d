"""Rows that were read from pictures of pages: a machine guessed their letters, so a person has to confirm them."""

import re
from collections.abc import Sequence

from sources.contract import RawRow
from sources.documents.blocks import Document
from sources.plans.remarks import Remark, remark
from sources.plans.rows import PlanRow, ReviewedRow

_PAGE = re.compile(r"(?<!\w)trang (\d+), ")


def marked(rows: Sequence[RawRow], document: Document) -> list[RawRow]:
    """The rows, those from scanned pages marked; the plan's own row where any page is scanned, for it speaks of all."""
    scanned = _scanned(document)
    if not scanned:
        return list(rows)
    return [
        row.model_copy(update={"is_unconfirmed": True})
        if isinstance(row, ReviewedRow) and _is_of(row, scanned)
        else row
        for row in rows
    ]


def scan_remarks(document: Document) -> list[Remark]:
    """That a person has to confirm the scanned pages, and which of them could not be read at all."""
    remarks = []
    scanned = _scanned(document)
    if scanned:
        remarks.append(remark("scan_unconfirmed", _places(scanned), _numbers(scanned)))
    if document.unread_pages:
        remarks.append(remark("scan_page_unread", _places(document.unread_pages), _numbers(document.unread_pages)))
    return remarks


def _scanned(document: Document) -> list[int]:
    return sorted({block.page for block in document.blocks if block.is_unconfirmed})


def _is_of(row: ReviewedRow, scanned: Sequence[int]) -> bool:
    return isinstance(row, PlanRow) or any(int(page) in scanned for page in _PAGE.findall(row.source_place))


def _numbers(pages: Sequence[int]) -> str:
    return ", ".join(str(page) for page in pages)


def _places(pages: Sequence[int]) -> str:
    return f"trang {_numbers(pages)}"
