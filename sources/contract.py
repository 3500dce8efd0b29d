"""What every reader promises: files in, typed rows out.

Here stand the base of all row types, the file a reader is given, and the Arrow schema that follows from a row type.
A row type is the one contract of its raw table: names, types, units, required or not, limits. No reader lives here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, ClassVar, get_args

import pyarrow as pa
from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

# Eighteen digits hold every budget in đồng and every score with the four decimals that PAPI publishes.
Number = Annotated[Decimal, Field(max_digits=18, decimal_places=4)]
Share = Annotated[Decimal, Field(max_digits=18, decimal_places=4, ge=0)]
# Documents leave blanks in their dates: "2024-01" is January 2024 with the day left open.
PartialDate = Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
Key = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_./-]*$")]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A received file as readers meet it.

    path: where the bytes lie; name: its path inside the collected folder, with forward slashes; sha256: of the bytes;
    received_at: when it came, with its time zone (given by receipts.csv, else first seen); withdrawn_at: when it was
    taken back, None while it stands. What was taken back is read for the history alone.
    """

    path: Path
    name: str
    sha256: str
    received_at: datetime
    withdrawn_at: datetime | None = None


class Provenance(BaseModel):
    """The five columns that lead any raw row back to its file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source_sha256: str = Field(description="content hash of the file")
    source_path: str = Field(description="path of the file inside the collected folder")
    source_place: str = Field(
        description="place in the file as a person would say it: mục II.2.1, dòng 47 · Biểu 1!D12"
    )
    parser_version: str = Field(description="name and version of the reader")
    received_at: datetime = Field(description="when the file came")


class RawRow(Provenance):
    """Base of all row types. A subclass names its raw table and the columns that tell its rows apart."""

    table: ClassVar[str]
    key: ClassVar[tuple[str, ...]]


Rows = Mapping[str, Sequence[RawRow]]
"""What a reader returns: raw table name -> rows; every table of its package is present, if only empty."""


def provenance(file: SourceFile, place: str, parser_version: str) -> dict[str, Any]:
    """The provenance columns of a row read from `place` of `file`, as keyword arguments of its row type."""
    return {
        "source_sha256": file.sha256,
        "source_path": file.name,
        "source_place": place,
        "parser_version": parser_version,
        "received_at": file.received_at,
    }


def gather(row_types: Iterable[type[RawRow]], rows: Iterable[RawRow]) -> dict[str, list[RawRow]]:
    """Sort rows into their tables. Tables without rows are present and empty; an unknown table is a KeyError."""
    tables: dict[str, list[RawRow]] = {row_type.table: [] for row_type in row_types}
    for row in rows:
        tables[row.table].append(row)
    return tables


_ARROW_TYPES: dict[type, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    bool: pa.bool_(),
    date: pa.date32(),
    # Instants are stored in UTC; the zone of a reader's clock never reaches the warehouse.
    datetime: pa.timestamp("us", tz="UTC"),
}


def _plain_type(field: FieldInfo) -> type:
    """The Python type of a column without None: `str | None` -> str, Literal["a", "b"] -> str."""
    annotation: Any = field.annotation
    members = [member for member in get_args(annotation) if member is not type(None)]
    if not members:
        return annotation  # type: ignore[no-any-return]
    if all(isinstance(member, str) for member in members):
        return str
    first = members[0]
    while not isinstance(first, type):
        first = get_args(first)[0]
        if isinstance(first, str):
            return str
    return first


def is_required(field: FieldInfo) -> bool:
    """A column is required unless None is one of its values."""
    return type(None) not in get_args(field.annotation)


def arrow_type(field: FieldInfo) -> pa.DataType:
    """Arrow type of a column; Decimal is decimal128(18, 4) throughout. KeyError for a type that raw does not know."""
    plain = _plain_type(field)
    return pa.decimal128(18, 4) if plain is Decimal else _ARROW_TYPES[plain]


def arrow_schema(row_type: type[RawRow]) -> pa.Schema:
    """The declared schema of a raw table: columns of the row type, those it shares with others, provenance last."""
    shared = {name: field for name, field in row_type.model_fields.items() if name not in Provenance.model_fields}
    own = {name: field for name, field in shared.items() if name in row_type.__annotations__}
    fields = {**own, **shared, **Provenance.model_fields}
    return pa.schema(
        [pa.field(name, arrow_type(field), nullable=not is_required(field)) for name, field in fields.items()]
    )
