"""What the page of a unit says first: what it owes now, and what it owes next."""

from dashboards.pages.book import Book
from dashboards.pages.units.standing import UnitStanding
from dashboards.row import Row
from dashboards.theme import formats

# As many as a sentence bears.
_TOLD = 3


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


def coming(book: Book, unit_key: str) -> str:
    """What falls due next for the unit, nearest first; empty where nothing does within a quarter. What is too much for
    a sentence is counted: nothing is left out unsaid."""
    words, rows = book.words.unit_page, _coming(book, unit_key)
    shown = rows if len(rows) <= _TOLD + 1 else rows[:_TOLD]
    parts = [
        words.coming_part.format(
            kind=book.words.upcoming_kind.get(row["kind"], row["kind"]),
            title=row["title"],
            date=formats.day(row["due_date"]),
        )
        for row in shown
    ]
    if len(shown) < len(rows):
        last = formats.day(rows[-1]["due_date"])
        parts.append(words.coming_more.format(n=formats.number(len(rows) - len(shown)), date=last))
    return words.coming.format(parts="; ".join(parts)) if parts else ""


def _coming(book: Book, unit_key: str) -> list[Row]:
    """Its own parts of tasks, those too that it has through a group or beside other leads, which the list of what falls
    due names by one of them; then all else of that list."""
    tasks = [
        {
            **row,
            "kind": "task",
            "title": row["description"],
            "due_date": row["last_day_given"],
            "item_no": row["task_no"],
        }
        for row in book.rows_of("unit_tasks", "unit_key").get(unit_key, [])
        if row["is_upcoming"]
    ]
    others = [row for row in book.rows_of("upcoming", "unit_key").get(unit_key, []) if row["kind"] != "task"]
    return sorted(
        [*tasks, *others], key=lambda row: (row["due_date"], row["kind"], row["plan_key"] or "", row["item_no"] or "")
    )
