"""The questions of docs/analysts.md: each with its SQL, the columns it promises and how its answer is read."""

import re
from dataclasses import dataclass
from typing import Any

import duckdb

from orchestration.resources import Workspace
from tests.places import PROJECT

_QUESTION = re.compile(
    r"^### (?P<number>\d+)\. (?P<title>.+?)\n\n```sql\n(?P<sql>.+?)```\n\nCột: (?P<columns>.+?)\n\n"
    r"\*\*Cách đọc\*\*: (?P<reading>.+?)$",
    re.MULTILINE | re.DOTALL,
)
TEXT = (PROJECT / "docs" / "analysts.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Question:
    """A question, and the one line under its answer."""

    number: int
    title: str
    sql: str
    columns: tuple[str, ...]
    reading: str


QUESTIONS = [
    Question(
        int(found["number"]),
        found["title"],
        found["sql"],
        tuple(re.findall(r"`(\w+)`", found["columns"])),
        found["reading"],
    )
    for found in _QUESTION.finditer(TEXT)
]


def answer(night: Workspace, question: Question) -> list[dict[str, Any]]:
    """What the published file of a night answers."""
    with duckdb.connect(str(night.current / "warehouse.duckdb"), read_only=True) as connection:
        cursor = connection.execute(question.sql)
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
