"""Who issued a plan when, what it carries out, which plans came before and after it. Blanks are said to be blanks."""

from collections.abc import Sequence

from dashboards.blocks.layout import Facts
from dashboards.blocks.table import Cell
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.force import force
from dashboards.pages.plans.corrections import reviewed
from dashboards.row import Row
from dashboards.theme import formats


def facts(book: Book, plan: Row, amendments: Sequence[Row], parents: Sequence[Row], otherwise: Sequence[Row]) -> Facts:
    """The header of a plan; otherwise: what a person corrected in it."""
    words = book.words.plan
    flags, lines = reviewed(book, plan, otherwise)
    as_of = book.site["as_of_date"]
    issued = [plan["issued_place"]] if plan["issued_place"] else []
    if plan["issued_date"] is None:
        issued.append(words.date_partial if plan["issued_date_text"] else book.words.common.blank_date)
    return Facts(
        [
            (words.number, _said(plan["number"], book.words.common.blank_number, lines, flags)),
            (words.issued, Cell(formats.partial_day(plan["issued_date_text"]), lines=issued)),
            (words.period, Cell(book.phrases.period(plan))),
            (words.in_force, cells.state(book, "plan_force", force(plan, amendments, as_of))),
            (words.signer, _said(plan["signer"], book.words.common.blank_signer, _signed(book, plan))),
            (words.kind, Cell(book.words.plan_kind.get(plan["plan_kind"], plan["plan_kind"] or formats.DASH))),
            (words.source, cells.file(plan["source_path"], [words.received.format(at=_received(plan))])),
            *(_amendment(book, row) for row in amendments),
            *((words.parents, _parent(book, row)) for row in parents),
        ]
    )


def _said(text: str | None, blank: str, lines: Sequence[str] = (), flags: Sequence[str] = ()) -> Cell:
    """What is printed, or that nothing is."""
    return Cell(text or formats.DASH, lines=[*([] if text else [blank]), *lines], flags=flags)


def _signed(book: Book, plan: Row) -> Sequence[str]:
    """As what, and for whom; nothing where nobody signed."""
    signed_for = plan["signed_for"] and book.words.plan.signed_for.format(signed_for=plan["signed_for"])
    parts = [part for part in (plan["signer_title"], signed_for) if part]
    return [", ".join(parts)] if parts and plan["signer"] else []


def _received(plan: Row) -> str:
    return formats.instant(plan["received_at"])


def _amendment(book: Book, row: Row) -> tuple[str, Cell]:
    """The other plan, and since when."""
    names = book.words.amended if row["is_amended"] else book.words.amendment
    other = row["other_number"] or row["other_title"] or row["other_plan_key"]
    since = book.words.plan.amendment_since.format(date=formats.day(row["effective_date"]))
    lines = [since] if row["effective_date"] else []
    return names.get(row["relation"], row["relation"]), Cell(other, lines=lines, href=_plan_page(book, row))


def _plan_page(book: Book, row: Row) -> str | None:
    return book.plan_pages.get(row["other_plan_key"])


def _parent(book: Book, row: Row) -> Cell:
    """A document that the plan carries out."""
    words = book.words.plan
    issuer = row["issuer"] or words.issuer_none
    if not row["document_date"]:
        return Cell(row["number"], lines=[words.parent_no_date.format(issuer=issuer)])
    return Cell(
        row["number"], lines=[words.parent.format(date=formats.partial_day(row["document_date"]), issuer=issuer)]
    )
