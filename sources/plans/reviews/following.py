"""What follows from a correction elsewhere: dates from a deadline's words, keys, the documents a plan carries out."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sources.contract import Provenance, RawRow
from sources.plans.deadlines import read_deadline
from sources.plans.reviews.fields import Kind
from sources.plans.reviews.kinds import PLAN
from sources.plans.reviews.statements import Values
from sources.plans.rows import CitationRow, MeasureRow, ParentRow
from sources.vietnamese.organisations import agency_key

_DATES: Final = ("deadline_kind", "due_from", "due_to", "due_date")


def deadline_columns(given: Values, plan_year: int | None) -> dict[str, Any]:
    """Kind and dates of a deadline whose words changed, unless the person gave one of them too."""
    if "deadline_text" not in given or any(given.get(name) is not None for name in _DATES):
        return {}
    deadline = read_deadline(given["deadline_text"], plan_year)
    return {
        "deadline_kind": deadline.kind,
        "due_from": deadline.due_from,
        "due_to": deadline.due_to,
        "is_strict": deadline.is_strict,
        "due_date": deadline.due_to if deadline.kind == "before_date" else None,
    }


def plan_columns(kind: Kind, columns: Mapping[str, Any]) -> dict[str, Any]:
    """What follows from corrected fields of the plan itself."""
    followed: dict[str, Any] = {}
    if kind is PLAN and columns.get("agency"):
        followed["agency_key"] = agency_key(columns["agency"])
    if kind is PLAN and columns.get("period_end"):
        followed["is_open_ended"] = False
    return followed


def with_parents(before: Sequence[RawRow], after: Sequence[RawRow]) -> list[RawRow]:
    """The documents carried out, as the citations that name them now stand; numbers stay with their citations."""
    was, now = _carried_out(before), _carried_out(after)
    parents = [row for row in before if isinstance(row, ParentRow)]
    if was == now:
        return list(after)
    numbers = {citation.citation_no: parent.parent_no for citation, parent in zip(was, parents, strict=False)}
    made: list[RawRow] = [
        ParentRow.model_validate(
            {
                "plan_key": row.plan_key,
                "parent_no": numbers.get(row.citation_no, row.citation_no),
                "number": row.number,
                "document_date": row.document_date,
                "issuer": row.issuer,
                **{column: getattr(row, column) for column in Provenance.model_fields},
            }
        )
        for row in now
    ]
    return [*(row for row in after if not isinstance(row, ParentRow)), *made]


def _carried_out(rows: Sequence[RawRow]) -> list[CitationRow]:
    return [row for row in rows if isinstance(row, CitationRow) and row.role == "implements"]


def without_lost_parents(rows: Sequence[RawRow]) -> list[RawRow]:
    """A part of a measure that was struck out stands alone."""
    there = {row.measure_no for row in rows if isinstance(row, MeasureRow)}
    return [
        row.model_copy(update={"parent_no": None})
        if isinstance(row, MeasureRow) and row.parent_no not in {None, *there}
        else row
        for row in rows
    ]
