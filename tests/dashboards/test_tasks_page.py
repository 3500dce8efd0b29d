"""The page of tasks says what its marts hold, task by task, and every rate with what it is made of."""

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dashboards.blocks.layout import Chart, Fold, Text, walk
from dashboards.figures.due_dates import due_months
from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.pages.standing import are_tasks_told
from dashboards.pages.tasks import page as tasks
from dashboards.pages.tasks import sentences as task_sentences
from dashboards.pages.tasks.cells import deadline
from dashboards.pages.tasks.cells import state as task_state
from dashboards.pages.tasks.leads import Leads
from dashboards.pages.tasks.tables import late as late_tasks
from dashboards.pages.units import page as units
from dashboards.row import Row
from dashboards.theme.states import TASK_LATE
from dashboards.theme.words import words
from tests.dashboards.books import with_rows
from tests.dashboards.reading import table

AGENCY, SILENT, WITHOUT = "so-y-te-an-hoa", "so-y-te-dong-lam", "minh-hoa"


def page_of(book: Book, agency_key: str) -> Page:
    return next(page for page in tasks.pages(book) if page.agency_key == agency_key)


def rows_of(book: Book) -> list[Row]:
    return [row for row in book.rows_of("plan_tasks", "agency_key")[AGENCY] if row["status"]]


@pytest.fixture(scope="module")
def page(book: Book) -> Page:
    return page_of(book, AGENCY)


def test_every_task_stands_once_in_the_whole_list_with_its_state(book: Book, page: Page) -> None:
    shown = Counter(
        (line.cells[0].text, line.cells[4].mark.text) for line in table(page, "tat-ca").lines if line.cells[4].mark
    )
    assert shown == Counter((row["description"], words().task_status[row["status"]]) for row in rows_of(book))


def test_the_whole_list_is_folded_and_the_conclusion_stands_before_the_list_of_parts(page: Page, site: Path) -> None:
    blocks = page.sections[-1].blocks
    assert [type(block) for block in blocks] == [Fold]
    assert not next(block for block in blocks if isinstance(block, Fold)).is_open
    written = (site / page.path).read_text(encoding="utf-8")
    assert written.index('class="lead"') < written.index('class="contents"') < written.index("<h2>")


def test_where_tasks_of_several_leads_make_a_column_add_up_to_more_the_note_says_so(book: Book, page: Page) -> None:
    shown = table(page, "theo-chu-tri")
    led, tasks = sum(int(str(line.cells[1].value)) for line in shown.lines), len(rows_of(book))
    assert (f"{led}, nhiều hơn {tasks} nhiệm vụ" in shown.note) is (led > tasks)


def test_what_has_no_date_or_waits_for_nothing_stands_apart(book: Book, page: Page) -> None:
    apart = table(page, "tat-ca").groups[2]
    states = {words().task_status[code] for code in ("no_due_date", "stopped", "condition_not_arisen")}
    assert {line.cells[4].mark.text for line in apart.lines if line.cells[4].mark} == states


def test_the_list_of_late_tasks_is_that_of_the_mart_with_its_days(book: Book, page: Page) -> None:
    shown = Counter((line.cells[0].text, line.cells[3].value) for line in table(page, "qua-han").lines)
    late = Counter((row["description"], row["days_late"]) for row in rows_of(book) if row["status"] in TASK_LATE)
    assert shown == late
    first, second = (group for group in table(page, "qua-han").groups if group.lines)
    assert words().tasks.late_groups.overdue.format(n=len(first.lines)) == first.title
    assert words().tasks.late_groups.overdue_unconfirmed.format(n=len(second.lines)) == second.title


def test_what_falls_due_is_split_at_thirty_days(book: Book, page: Page) -> None:
    coming = [row for row in book.rows_of("upcoming", "agency_key")[AGENCY] if row["kind"] == "task"]
    month, quarter = table(page, "sap-den-han").groups
    assert [line.cells[3].value for line in month.lines] == [r["days_left"] for r in coming if r["days_left"] <= 30]
    assert [line.cells[3].value for line in quarter.lines] == [r["days_left"] for r in coming if r["days_left"] > 30]
    assert month.lines
    assert quarter.lines


def test_filters_offer_what_rows_have_and_every_row_can_be_found(page: Page) -> None:
    whole = table(page, "tat-ca")
    for position, (_, values) in enumerate(whole.filters):
        found = {value for line in whole.lines for value in line.facets[position]}
        assert found == set(values)


def test_the_chart_has_one_mark_for_each_dated_task(book: Book, page: Page) -> None:
    charts = [block for section in page.sections for block in walk(section.blocks) if isinstance(block, Chart)]
    marks = [point for trace in charts[0].figure.data for point in trace["x"]]
    assert len(marks) == sum(row["due_to"] is not None for row in rows_of(book))


def test_open_late_work_stands_in_the_denominator_of_the_rate_on_time(book: Book, page: Page) -> None:
    agency = next(row for row in book.agencies if row["agency_key"] == AGENCY)
    said = " ".join(block.text for block in walk(page.sections[0].blocks) if isinstance(block, Text))
    base = agency["tasks_done"] + agency["tasks_past_due_open"]
    assert agency["tasks_done_or_past_due"] == base
    assert f"Trong {base} nhiệm vụ đã hoàn thành hoặc đã quá hạn, {agency['tasks_done_on_time']} hoàn thành" in said
    for line in table(page, "theo-chu-tri").lines:
        on_time, late = line.cells[3], sum(cell.value for cell in line.cells[4:] if isinstance(cell.value, int))
        assert not (late and on_time.value == 100)


def test_an_agency_of_whose_tasks_nobody_ever_spoke_gets_no_rates_even_where_reports_are_owed(book: Book) -> None:
    untold = [row for row in book.agencies if row["tasks"] and not are_tasks_told(book, row["agency_key"])]
    assert untold
    for agency in untold:
        key = agency["agency_key"]
        assert "theo-chu-tri" not in {table.table_id for table in page_of(book, key).tables}
        rows = [row for row in book.rows_of("plan_tasks", "agency_key")[key] if row["status"]]
        owing = {**agency, "reports_due": 9, "tasks_done_percent": Decimal(0), "tasks_on_time_percent": Decimal(0)}
        said = " ".join(
            block.text for block in task_sentences.lead(book, owing, rows, [], Leads(book)) if isinstance(block, Text)
        )
        assert words().tasks.unheard in said
        assert "%" not in said


def test_a_task_is_drawn_in_the_month_of_the_last_day_on_which_it_is_in_time() -> None:
    last = date(2026, 10, 31)
    before = {"status": "in_progress", "description": "Việc", "due_to": date(2026, 11, 1), "last_day_given": last}
    overdue = before | {"status": "overdue", "last_day_given": date(2026, 8, 31), "extended_until": date(2026, 8, 31)}
    undated = before | {"last_day_given": None}
    figure = due_months("f", "c", [before, overdue, undated], date(2026, 9, 15), words())
    assert figure
    months = {trace["name"]: [place % 12 + 1 for place in trace["x"]] for trace in figure.data}
    assert sorted(months.values()) == [[8], [10]]
    assert due_months("f", "c", [undated], date(2026, 9, 15), words()) is None


@pytest.mark.parametrize(("is_in_force", "group"), [(True, "past"), (False, "replaced")])
def test_what_a_plan_left_open_that_asks_for_nothing_any_more_stands_apart_and_is_counted_nowhere(
    book: Book, is_in_force: bool, group: str
) -> None:
    flags = {"is_in_force": is_in_force, "is_asked": False, "is_counted": False}
    own: list[Row] = [
        row | flags if row["task_no"] == "A001" else row for row in map(dict, book.marts.rows("unit_tasks"))
    ]
    every: list[Row] = [
        row | flags if row["status"] in TASK_LATE else row for row in map(dict, book.marts.rows("plan_tasks"))
    ]
    late = [row for row in every if row["status"] in TASK_LATE]
    # Of a task that goes on counting there is a report too.
    counted = next(row for row in every if row["is_counted"] and row["agency_key"] == AGENCY)
    word = next(row for row in book.marts.rows("origins") if row["role"] == "task_word")
    of_counted = {**word, "row_id": f"fct_task_status/{counted['plan_key']}/{counted['task_no']}"}
    origins = [*book.marts.rows("origins"), of_counted]
    page = page_of(with_rows(book, plan_tasks=every, unit_tasks=own, origins=origins), AGENCY)
    said = " ".join(block.text for block in walk(page.sections[0].blocks) if isinstance(block, Text))
    pattern = words().tasks.lead_unasked[group]
    assert said.startswith(pattern.format(n=len(late), year=book.first_year))
    shown = [group for group in table(page, "qua-han").groups if group.lines]
    assert [one.title for one in shown] == [words().tasks.late_groups[group].format(n=len(late), year=book.first_year)]
    whole = table(page, "tat-ca")
    assert len(whole.groups[-1].lines) == len(late)
    assert len(whole.lines) == len(rows_of(book))
    charts = [block for section in page.sections for block in walk(section.blocks) if isinstance(block, Chart)]
    marks = sum(len(trace["x"]) for trace in charts[0].figure.data)
    assert marks == sum(row["due_to"] is not None and row["is_counted"] for row in every if row["agency_key"] == AGENCY)
    before = {line.cells[0].text: line for line in table(page_of(book, AGENCY), "theo-chu-tri").lines}
    for line in table(page, "theo-chu-tri").lines:
        names = {row["unit_key"] for row in own if row["task_no"] == "A001" and row["status"] == "overdue"}
        is_less = any(book.unit[key]["unit_name"] == line.cells[0].text for key in names if key in book.unit)
        assert (line.cells[4].value != before[line.cells[0].text].cells[4].value) == is_less


def test_nobody_counts_the_days_of_what_nobody_asks_for_any_more(book: Book) -> None:
    late = [row for row in map(dict, rows_of(book)) if row["status"] in TASK_LATE and row["days_late"]]
    assert len(late) > 1
    days, origins = words().tasks.days_late, book.origins()
    left = [row | {"is_asked": False} for row in late]
    for rows, counted in ((late, len(late)), ([*late[:1], *left[1:]], 1), (left, 0)):
        shown = late_tasks(book, rows, Leads(book), origins)
        titles = [column.title for column in shown.columns]
        assert (days in titles) == bool(counted)
        cells = [line.cells[titles.index(days)] for line in shown.lines] if counted else []
        assert sum(cell.value is not None for cell in cells) == counted
        assert all(len(line.cells) == len(titles) for line in shown.lines)
    for row, past in zip(late, left, strict=True):
        said = book.phrases.days_late(row["days_late"])
        assert said in task_state(book, row, None).lines
        assert said not in task_state(book, past, None).lines
        done = past | {"status": "done_late"}
        assert said in task_state(book, done, None).lines


def test_an_agency_without_tasks_has_a_page_that_leads_to_its_plans(site: Path) -> None:
    page = (site / WITHOUT / "nhiem-vu.html").read_text(encoding="utf-8")
    assert words().tasks.none_else in page
    assert 'href="ke-hoach-minh_hoa_2026.html"' in page


def test_a_task_that_a_group_leads_says_how_many_of_the_group_are_late(book: Book) -> None:
    leads = Leads(book)
    task = next(row for row in rows_of(book) if leads.late_part(row))
    members = [row for row in book.marts.rows("unit_tasks") if row["group_name"] and row["is_own_part"]
               and row["task_no"] == task["task_no"]]  # fmt: skip
    late = [row for row in members if row["status"] in TASK_LATE]
    assert leads.late_part(task) == words().tasks.late_part.format(part=len(late), whole=len(members))
    assert len(leads.last_words(task)) <= 4


@pytest.mark.parametrize(("is_sheet", "pattern"), [(False, "unread_lines"), (True, "unread_sheet")])
def test_a_late_unit_that_may_have_spoken_where_nobody_could_read_stands_first_and_with_the_place_on_both_pages(
    book: Book, is_sheet: bool, pattern: str
) -> None:
    found = [row for row in book.marts.rows("unit_tasks") if row["unread_place"]]
    assert found
    marked: list[Row] = [
        {**row, "is_sheet_unread": is_sheet if row["unread_place"] else None} for row in book.marts.rows("unit_tasks")
    ]
    changed = with_rows(book, unit_tasks=marked)
    for part in found:
        told = words().tasks[pattern].format(period=part["unread_period_name"], place=part["unread_place"])
        key = (part["plan_key"], part["task_no"])
        task = next(row for row in rows_of(book) if (row["plan_key"], row["task_no"]) == key)
        name = book.unit[part["unit_key"]]["unit_name"]
        first = Leads(changed).last_words({**task, "status": part["status"]})[0]
        assert first.startswith(name)
        assert first.endswith(told)
        of_unit = next(page for page in units.pages(changed) if page.path == book.unit_pages[part["unit_key"]])
        assert told in [text for line in table(of_unit, "chu-tri").lines for text in line.cells[2].lines]


def test_the_late_unit_whose_state_is_the_state_of_the_task_is_the_first_to_be_heard(book: Book) -> None:
    leads, heard = Leads(book), 0
    for task in rows_of(book):
        parts = [row for row in book.marts.rows("unit_tasks") if row["is_own_part"]
                 and (row["plan_key"], row["task_no"]) == (task["plan_key"], task["task_no"])]  # fmt: skip
        names = {
            row["unit_key"]: book.unit[row["unit_key"]]["unit_name"] for row in parts if row["unit_key"] in book.unit
        }
        for status in {row["status"] for row in parts} & set(TASK_LATE):
            first, *more = leads.last_words({**task, "status": status})
            bearing = [names[row["unit_key"]] for row in parts if row["status"] == status and row["unit_key"] in names]
            if more:
                assert first.startswith(tuple(bearing))
                heard += 1
    assert heard > 1


def test_a_last_word_names_its_report_and_the_day_it_came(book: Book) -> None:
    leads = Leads(book)
    board = {(r["agency_key"], r["unit_name"], r["period_name"]): r for r in book.marts.rows("report_board")}
    dated = 0
    for task in rows_of(book):
        said = " ".join(leads.last_words(task))
        for word in book.rows_of("origins", "row_id").get(f"fct_task_status/{task['plan_key']}/{task['task_no']}", []):
            if word["role"] == "task_word" and word["said"] in said:
                assert f"{word['unit_name']}, {word['period_name'] or '—'}" in said
                row = board.get((AGENCY, word["unit_name"], word["period_name"]))
                day = row and (row["standing_sent_date"] or row["standing_received_date"])
                assert not day or f"{day:%d/%m/%Y}" in said
                dated += bool(day)
    assert dated


def test_more_time_that_was_asked_for_without_a_document_is_said_beside_the_day_on_both_pages(book: Book) -> None:
    asked = {"due_to": date(2026, 6, 30), "is_strict": True, "deadline_text": "x", "extension_document": None}
    asked |= {"extended_until": None, "extension_asked_until": date(2026, 7, 31)}
    first, second = deadline(book, asked, None).lines
    assert first == words().tasks.before_day.format(date="30/06/2026")
    assert second == words().tasks.asked_until.format(date="31/07/2026")
    given = asked | {"extended_until": date(2026, 7, 15), "extension_document": "1/QD"}
    assert not any(
        words().tasks.asked_until.format(date="31/07/2026") == line for line in deadline(book, given, None).lines
    )
    for name in ("plan_tasks", "unit_tasks"):
        assert {"is_strict", "extension_asked_until"} <= set(book.marts.frames[name].columns)


def test_the_caption_of_the_chart_tells_late_and_unconfirmed_apart(book: Book, page: Page) -> None:
    chart = next(block for section in page.sections for block in walk(section.blocks) if isinstance(block, Chart))
    past = [row for row in rows_of(book) if row["due_to"] and row["due_to"] < book.site["as_of_date"]]
    for code in TASK_LATE:
        count = sum(row["status"] == code for row in past)
        said = words().tasks.lead_parts[code].format(n=count)
        assert (said in chart.figure.caption) is bool(count)
