"""What the page of a unit says first: what it owes now, and what it owes next."""

from collections.abc import Sequence

from dashboards.pages.book import Book
from dashboards.pages.units.standing import UnitStanding
from dashboards.row import Row
from dashboards.theme import formats


def owes(book: Book, standing: UnitStanding) -> str:
    """ "Cần làm ngay: gửi báo cáo Quý III/2026 (quá hạn 30 ngày); 2 nhiệm vụ quá hạn."; or that nothing is open."""
    words = book.words.unit_page
    parts = [_report(book, row) for row in standing.missing]
    counted = {"late": standing.late, "behind": standing.behind, "to_mend": standing.to_mend}
    parts += [words.owes[name].format(n=formats.number(len(rows))) for name, rows in counted.items() if rows]
    if not parts:
        return words.owes_nothing.format(date=formats.day(book.site["as_of_date"]))
    return words.owes_now.format(parts="; ".join(parts))


def _report(book: Book, row: Row) -> str:
    owes = book.words.unit_page.owes
    pattern = owes.report_again if row["status"] == "unreadable" else owes.report
    said = book.phrases.report_notes(row)
    text: str = pattern.format(period=row["period_name"])
    return f"{text} ({', '.join(said)})" if said else text


def coming(book: Book, rows: Sequence[Row]) -> str:
    """What falls due next for the unit, nearest first; empty where nothing does within a quarter."""
    words = book.words.unit_page
    parts = [
        words.coming_part.format(
            kind=book.words.upcoming_kind.get(row["kind"], row["kind"]),
            title=row["title"],
            date=formats.day(row["due_date"]),
        )
        for row in rows[:3]
    ]
    return words.coming.format(parts="; ".join(parts)) if parts else ""
