"""What is overdue, by who leads it."""

from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.pages.standing import standings
from dashboards.theme.states import TASK_LATE
from tests.dashboards.books import with_rows
from tests.dashboards.reading import table

AGENCY = "so-y-te-an-hoa"


def test_what_is_overdue_stands_with_the_unit_that_leads_it_and_not_with_each_member_of_a_group(
    book: Book, page: Page
) -> None:
    units = {row["unit_key"]: row["unit_name"] for row in book.units}
    late = [
        (units[row["unit_key"]], row["status"])
        for row in book.marts.rows("unit_tasks")
        if row["is_own_part"]
        and not row["group_name"]
        and row["status"].startswith("overdue")
        and row["unit_key"] in units
    ]
    # Who is no unit of the register has no page.
    shown = [line for line in table(page, "nhiem-vu-qua-han").lines if line.cells[0].href]
    assert {line.cells[0].text for line in shown} == {name for name, _ in late}
    for column, status in ((1, "overdue"), (2, "overdue_unconfirmed")):
        assert sum(int(str(line.cells[column].value)) for line in shown) == sum(code == status for _, code in late)


def test_units_that_lead_overdue_tasks_are_those_of_tasks_that_their_agency_counts(book: Book) -> None:
    tasks = [dict(row) | {"is_counted": row["task_no"] != "A001"} for row in book.marts.rows("unit_tasks")]
    known, before = (
        {one.agency["agency_key"]: [row for row in one.overdue if row["unit_key"]] for one in standings(given)}
        for given in (with_rows(book, unit_tasks=tasks), book)
    )
    late = [row for row in tasks if row["is_counted"] and row["is_own_part"] and row["status"] in TASK_LATE]
    assert sum(row[code] for row in known[AGENCY] if row["unit_key"] for code in TASK_LATE) == len(late)
    assert sum(row[code] for row in before[AGENCY] if row["unit_key"] for code in TASK_LATE) > len(late)
