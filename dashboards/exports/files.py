"""The numbers of a page beside it: one workbook with a sheet a table, and one CSV file a table.

Figures stay figures. A file is read far from its page: each row says that it is simulated or from a digest, and the
workbook begins with all that the page says of itself.
"""

import csv
import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO

from dashboards.blocks.table import Table
from dashboards.exports.columns import FlatColumn, flat
from dashboards.exports.safety import safe
from dashboards.exports.workbook import Preface, Sheet, workbook
from dashboards.theme.words import Words

_FOLDER = "tai-ve"


@dataclass(frozen=True, slots=True)
class Export:
    """path: inside the site; title: of its table, empty for the workbook of the whole page."""

    path: str
    title: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Downloads:
    """What a page offers: its workbook, and (title, path) of its CSV files."""

    workbook: str
    csv: Sequence[tuple[str, str]]


def files(preface: Preface, tables: Sequence[Table], labels: Sequence[str], words: Words) -> Sequence[Export]:
    """All exports of a page; none where it has no table. labels: what holds for every row of the page.

    Raises ValueError where two tables share their ID: one file would take the other's place.
    """
    if not tables:
        return ()
    ids = [table.table_id for table in tables]
    if len(set(ids)) < len(ids):
        raise ValueError(f"{preface.path}: two tables share an ID: {sorted(ids)}")
    folder, name = posixpath.split(preface.path)
    stem = posixpath.join(folder, _FOLDER, name.removesuffix(".html"))
    sheets = [Sheet(table.caption, flat(table, words.export, labels)) for table in tables]
    found = [Export(f"{stem}.xlsx", "", workbook(preface, sheets, words.export))]
    for table, sheet in zip(tables, sheets, strict=True):
        found.append(Export(f"{stem}-{table.table_id}.csv", table.caption, _csv(sheet.columns)))
    return found


def downloads(exports: Sequence[Export]) -> Downloads | None:
    """Where the exports of a page stand."""
    if not exports:
        return None
    return Downloads(exports[0].path, [(export.title, export.path) for export in exports[1:]])


def _csv(columns: Sequence[FlatColumn]) -> bytes:
    """UTF-8 with the mark that Excel needs; a decimal point, days as yyyy-mm-dd: a form for programs."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([safe(column.title) for column in columns])
    for row in zip(*(column.values for column in columns), strict=True):
        writer.writerow([f"{value:f}" if isinstance(value, Decimal) else safe(value) for value in row])
    return out.getvalue().encode("utf-8-sig")
