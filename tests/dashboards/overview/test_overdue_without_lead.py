"""Overdue tasks that no unit of the register leads stand in the list by lead too: the list holds all that the tile
counts."""

from dashboards.pages.book import Book
from dashboards.pages.overview import tables
from dashboards.pages.overview.sentences import several_leads
from dashboards.pages.standing import standings
from dashboards.row import Row
from dashboards.theme.states import TASK_LATE
from dashboards.theme.words import words
from tests.dashboards.books import with_rows

AGENCY = "so-y-te-an-hoa"


def given(book: Book, leads: list[str | None], led: int) -> Book:
    """As many overdue tasks as there are printed leads; the first few of them are led by a unit of the register."""
    task = next(row for row in book.marts.rows("plan_tasks") if row["status"] == "overdue")
    late: list[Row] = [
        {**task, "task_no": f"A{number:03d}", "lead_units": lead, "days_late": number}
        for number, lead in enumerate(leads, start=1)
    ]
    part = next(row for row in book.marts.rows("unit_tasks") if row["is_own_part"] and not row["group_name"])
    keys = ("plan_key", "task_no", "status", "days_late")
    parts: list[Row] = [{**part, **{key: row[key] for key in keys}} for row in late[:led]]
    agencies: list[Row] = [{**row, "tasks_past_due_open": len(leads)} for row in book.agencies]
    return with_rows(book, plan_tasks=late, unit_tasks=parts, agencies=agencies)


def test_the_list_by_lead_holds_every_overdue_task_and_names_no_lead_as_such(book: Book) -> None:
    known = given(book, ["Văn phòng", "Văn phòng", None, None, "Ban không có trong sổ", None], led=2)
    found = next(one for one in standings(known) if one.agency["agency_key"] == AGENCY)
    assert sum(row[code] for row in found.overdue for code in TASK_LATE) == found.agency["tasks_past_due_open"]
    lines = tables.overdue(known, found.overdue, known.origins(), None, is_past=False).lines
    shown = [(line.cells[0].text, line.cells[1].value, line.cells[0].href) for line in lines]
    assert shown[0][1] == 2
    assert shown[0][2] is not None
    assert shown[1:] == [(words().overview.no_lead, 3, None), ("Ban không có trong sổ", 1, None)]
    # The task that waits longest is named with them, and how long.
    assert lines[1].cells[3].value == 6
    assert several_leads(known, found) == ""


def test_what_no_unit_leads_is_no_part_of_the_sum_over_several_leads(book: Book) -> None:
    known = given(book, ["Văn phòng", None], led=1)
    part = known.marts.rows("unit_tasks")[0]
    other = next(row["unit_key"] for row in known.units if row["unit_key"] != part["unit_key"])
    both = with_rows(known, unit_tasks=[part, {**part, "unit_key": other}])
    found = next(one for one in standings(both) if one.agency["agency_key"] == AGENCY)
    assert several_leads(both, found) == words().overview.several_leads.format(led=3, tasks=2)


def test_a_task_that_its_agency_does_not_count_is_not_listed_either(book: Book) -> None:
    known = given(book, [None], led=0)
    rows: list[Row] = [{**row, "is_counted": False} for row in known.marts.rows("plan_tasks")]
    assert not any(one.overdue for one in standings(with_rows(known, plan_tasks=rows)))


def test_a_lead_that_is_no_unit_has_the_label_of_its_tasks(book: Book) -> None:
    known = given(book, ["Ban A", "Ban B"], led=0)
    rows: list[Row] = [{**row, "is_simulated": row["lead_units"] == "Ban B"} for row in known.marts.rows("plan_tasks")]
    leads = [row for one in standings(with_rows(known, plan_tasks=rows)) for row in one.overdue]
    assert {row["unit_name"]: row["is_simulated"] for row in leads} == {"Ban A": False, "Ban B": True}
