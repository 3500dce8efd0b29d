"""The pages of plans, held against the rows that they were made from."""

from datetime import date
from pathlib import Path

import pytest

from dashboards.blocks.layout import Bullets, Facts, Text, walk
from dashboards.blocks.table import Cell
from dashboards.pages.book import Book
from dashboards.pages.force import force
from dashboards.pages.page import Page
from dashboards.pages.plans import listing as plans
from dashboards.pages.plans import page as plan
from dashboards.pages.plans import sentences as plan_sentences
from dashboards.queries.marts import Row
from dashboards.theme import formats
from dashboards.theme.words import words
from tests.dashboards.reading import table

FULL, OLD, EMPTY = "an_hoa_2026", "an_hoa_2021_2030", "dong_lam_papi"
CLAUSES = {
    "plan_targets": ("chi-tieu", "fct_target", "target_no", "statement"),
    "plan_tasks": ("nhiem-vu", "fct_task", "task_no", "description"),
    "plan_goals": ("muc-tieu", "fct_goal", "goal_no", "statement"),
    "plan_measures": ("giai-phap", "fct_measure", "measure_no", "description"),
    "plan_duties": ("trach-nhiem", "fct_duty", "duty_no", "duty"),
}


@pytest.fixture(scope="module")
def pages(book: Book) -> dict[str, Page]:
    found = {page.path: page for page in plan.pages(book)}
    return {key: found[path] for key, path in book.plan_pages.items()}


def read(cell: Cell) -> str:
    """All that a person reads in a cell."""
    return " ".join([cell.text, *cell.lines, *cell.flags, *([cell.mark.text] if cell.mark else [])])


def rows(book: Book, name: str, key: str) -> list[Row]:
    return book.rows_of(name, "plan_key")[key]


def bullets(page: Page) -> list[str]:
    blocks = [block for section in page.sections for block in walk(section.blocks)]
    return [cell.text for block in blocks if isinstance(block, Bullets) for cell in block.cells]


def facts(page: Page) -> dict[str, Cell]:
    blocks = [block for section in page.sections for block in walk(section.blocks)]
    return dict(next(block for block in blocks if isinstance(block, Facts)).facts)


@pytest.mark.parametrize("name", CLAUSES)
def test_every_clause_of_a_plan_is_on_its_page_with_its_words_and_its_origin(
    name: str, book: Book, pages: dict[str, Page]
) -> None:
    table_id, fact, number, text = CLAUSES[name]
    shown = {line.cells[0].text: line for line in table(pages[FULL], table_id).lines}
    expected = rows(book, name, FULL)
    assert set(shown) == {row[number] for row in expected}
    for row in expected:
        line = shown[row[number]]
        assert any(cell.text == row[text] for cell in line.cells)
        origin = line.cells[-1].origin
        if row.get("is_repeat"):
            continue
        assert origin is not None, row[number]
        assert origin.row_id.split("/")[0] in (fact, f"{fact}_status")
        assert origin.row_id.split("/")[1:] == [FULL, row[number]]


def test_anchors_that_other_pages_lead_to_stay(site: Path, book: Book) -> None:
    page = (site / book.plan_pages[FULL]).read_text(encoding="utf-8")
    for name, (_, _, number, _) in CLAUSES.items():
        assert all(f'<tr id="{row[number]}"' in page for row in rows(book, name, FULL))


def test_a_figure_printed_again_is_judged_where_it_stands_first(book: Book, pages: dict[str, Page]) -> None:
    shown = table(pages[FULL], "chi-tieu")
    again = next(line for line in shown.lines if line.cells[0].text == "T097")
    assert again.cells[3].is_blank
    assert again.cells[4].text == words().plan.repeat
    judged = sum(count for group in shown.groups for _, count in group.tally)
    assert judged == sum(not row["is_repeat"] for row in rows(book, "plan_targets", FULL))
    assert judged == sum(line.cells[4].mark is not None for line in shown.lines)


def test_a_result_that_is_not_there_is_a_dash_beside_its_state(book: Book, pages: dict[str, Page]) -> None:
    lines = {line.cells[0].text: line for line in table(pages[FULL], "chi-tieu").lines}
    missing = [row for row in rows(book, "plan_targets", FULL) if row["actual"] is None]
    assert missing
    for row in missing:
        assert lines[row["target_no"]].cells[3].text == formats.DASH
        assert lines[row["target_no"]].cells[4].mark is not None


def test_a_contradiction_shows_both_places_with_what_each_says(book: Book, pages: dict[str, Page]) -> None:
    found = [row for row in rows(book, "quality_findings", FULL) if row["place_a"] and row["place_b"]]
    assert found
    lines = table(pages[FULL], "hai-noi").lines
    assert len(lines) == len(found)
    for row, line in zip(found, lines, strict=True):
        for side, cell in zip("ab", line.cells[1:3], strict=True):
            assert (cell.text, cell.lines) == (row[f"value_{side}"], [row[f"place_{side}"]])
            assert cell.origin is not None
            assert cell.origin.row_id == f"fct_finding/{row['finding_key']}"


def test_blanks_of_the_header_are_said_to_be_blanks(pages: dict[str, Page]) -> None:
    say, shown = words(), facts(pages[OLD])
    assert read(shown[say.plan.number]) == f"{formats.DASH} {say.common.blank_number}"
    assert read(shown[say.plan.signer]) == f"{formats.DASH} {say.common.blank_signer}"
    assert read(shown[say.plan.issued]) == f"…/03/2021 {say.plan.date_partial}"
    assert say.common.blank_date in read(facts(pages[EMPTY])[say.plan.issued])


def test_a_plan_without_figures_and_annex_says_what_is_not_in_it_and_why_that_matters(pages: dict[str, Page]) -> None:
    gap, said = words().plan.gap, bullets(pages[EMPTY])
    assert {gap.no_targets, gap.no_tasks, gap.no_date, gap.no_parents} <= set(said)
    assert {gap.no_number, gap.no_date, gap.no_signer} <= set(bullets(pages[OLD]))
    assert not {gap.no_targets, gap.no_tasks} & set(bullets(pages[FULL]))


def test_units_are_asked_what_the_mart_says_and_nobody_comes_last(book: Book, pages: dict[str, Page]) -> None:
    lines = table(pages[FULL], "giao-viec").lines
    expected = sorted(rows(book, "plan_units", FULL), key=lambda row: row["unit_key"] is None)
    assert [line.cells[0].text for line in lines] == [row["unit_name"] or words().plan.nobody for row in expected]
    for row, line in zip(expected, lines, strict=True):
        # Nobody helps in this plan, so that column is left out.
        assert [cell.value for cell in line.cells[1:3]] == [row["tasks_led"], row["duties"]]
        assert [cell.value for cell in line.cells[3:]] == [row["first_due_date"], row["last_due_date"]]
    assert words().plan.no_day in lines[1].cells[3].lines


@pytest.mark.parametrize(
    ("table_id", "name", "number", "day"),
    [("nhiem-vu", "plan_tasks", "task_no", "due_to"), ("trach-nhiem", "plan_duties", "duty_no", "due_date")],
)
def test_a_day_before_which_something_is_due_is_said_to_be_one(
    book: Book, pages: dict[str, Page], table_id: str, name: str, number: str, day: str
) -> None:
    lines = {line.cells[0].text: line.cells[3].lines for line in table(pages[FULL], table_id).lines}
    seen = set()
    for row in rows(book, name, FULL):
        if row[day]:
            is_strict = row["is_strict"] if "is_strict" in row else row["deadline_kind"] == "before_date"
            said = formats.day(row[day])
            assert lines[row[number]][-1] == (f"{said} ({words().plan.strict})" if is_strict else said)
            seen.add(is_strict)
    assert True in seen


@pytest.mark.parametrize("key", [FULL, EMPTY])
def test_what_areas_hold_adds_up_to_what_the_mart_says(key: str, book: Book, pages: dict[str, Page]) -> None:
    shown, held = table(pages[key], "linh-vuc"), rows(book, "plan_areas", key)
    names = [name for name in ("targets", "goals", "tasks", "measures") if any(row[name] for row in held)]
    assert [column.title for column in shown.columns[1:]] == [words().plan.held[name] for name in names]
    sums = [sum(int(str(line.cells[column].value)) for line in shown.lines) for column in range(1, len(names) + 1)]
    assert sums == [sum(row[name] for row in held) for name in names]


def test_a_correction_names_who_when_and_what_was_read_before(book: Book, pages: dict[str, Page]) -> None:
    text = " ".join(read(cell) for line in table(pages[FULL], "da-ra-soat").lines for cell in line.cells)
    said = rows(book, "plan_corrections", FULL)
    assert said
    for row in said:
        assert book.phrases.reviewed(row["reviewer"], row["reviewed_on"], row["reason"]) in text
        if row["action"] == "corrected":
            assert (row["value_before"] or words().review.blank) in text


def test_a_plan_that_amends_and_the_plan_that_it_amends_name_each_other(book: Book, pages: dict[str, Page]) -> None:
    amending, amended = facts(pages[FULL]), facts(pages[OLD])
    assert amending[words().amendment.amends].href == book.plan_pages[OLD]
    assert amended[words().amended.amends].href == book.plan_pages[FULL]
    assert amended[words().amended.amends].text == "12/KH-SYT"
    closed = [row for row in rows(book, "plan_targets", FULL) if row["valid_to"] is not None]
    shown = {line.cells[0].text: line.cells[1].flags for line in table(pages[FULL], "chi-tieu").lines}
    assert {row["is_current"] for row in closed} == {True, False}
    for row in closed:
        word = words().targets.closing if row["is_current"] else words().targets.closed
        assert word.format(date=formats.day(row["valid_to"])) in shown[row["target_no"]]


def test_the_plans_of_an_agency_stand_newest_first_with_what_they_hold(book: Book) -> None:
    page = next(page for page in plans.pages(book) if page.agency_key == "so-y-te-an-hoa")
    lines = table(page, "ke-hoach").lines
    own = sorted(book.rows_of("plans", "agency_key")["so-y-te-an-hoa"], key=lambda row: -row["period_start"])
    assert [line.cells[0].href for line in lines] == [book.plan_pages[row["plan_key"]] for row in own]
    for key, line in zip([row["plan_key"] for row in own], lines, strict=True):
        for name, cell in (("plan_targets", line.cells[2]), ("plan_tasks", line.cells[3])):
            counted = [row for row in rows(book, name, key) if not row.get("is_repeat")]
            assert sum(count for _, count in cell.tally) == len(counted)
        assert [cell.value for cell in line.cells[4:6]] == [book.plan[key]["measures"], book.plan[key]["duties"]]
        found = rows(book, "quality_findings", key)
        assert sum(count for _, count in line.cells[6].tally) == len(found)
    assert all(book.plan_title(row) in said for row, said in zip(own, bullets(page), strict=True))


def test_the_parts_of_how_a_plan_stands_add_up(pages: dict[str, Page], book: Book) -> None:
    lead = " ".join(str(getattr(block, "text", "")) for block in pages[FULL].sections[0].blocks)
    judged = lead[lead.index(words().plan.stand_targets.partition("{")[0]) :].partition(".")[0]
    numbers = [int(part) for part in judged.replace(":", ",").replace(",", " ").split() if part.isdigit()]
    assert numbers[0] == sum(not row["is_repeat"] for row in rows(book, "plan_targets", FULL))
    assert sum(numbers[1:]) == numbers[0]


@pytest.mark.parametrize(
    ("years", "amendment", "expected"),
    [
        ((2026, 2026, False), None, "in_force"),
        ((2025, 2025, False), None, "ended"),
        ((2025, None, False), None, "ended"),
        ((2019, None, True), None, "in_force"),
        ((2027, 2030, False), None, "not_begun"),
        ((None, None, False), None, "no_period"),
        ((2026, 2026, False), ("amends", True, date(2026, 9, 30)), "amended"),
        ((2026, 2026, False), ("amends", True, date(2026, 10, 1)), "in_force"),
        ((2026, 2026, False), ("replaces", False, date(2026, 1, 1)), "in_force"),
        ((2021, 2030, False), ("replaces", True, None), "replaced"),
    ],
)
def test_a_plan_holds_as_its_years_and_its_amendments_say(
    years: tuple[int | None, int | None, bool], amendment: tuple[str, bool, date | None] | None, expected: str
) -> None:
    row = dict(zip(("period_start", "period_end", "is_open_ended"), years, strict=True))
    later = [dict(zip(("relation", "is_amended", "effective_date"), amendment, strict=True))] if amendment else []
    assert force(row, later, date(2026, 9, 30)) == expected


def test_a_plan_of_which_made_up_results_are_counted_says_so_in_its_row(book: Book) -> None:
    seen = set()
    for page in plans.pages(book):
        if page.agency_key in book.labels.simulated_agencies:
            continue
        for line in table(page, "ke-hoach").lines:
            key = next(key for key, path in book.plan_pages.items() if path == line.cells[0].href)
            counted = [row for name in ("plan_targets", "plan_tasks") for row in rows(book, name, key)]
            is_made_up = any(row["is_simulated"] for row in counted)
            assert (words().common.simulated_results in line.cells[0].flags) == is_made_up, key
            seen.add(is_made_up)
    assert seen == {True, False}


@pytest.mark.parametrize(
    ("start", "end", "is_open_ended", "has_ended"),
    [
        (2019, None, True, False),
        (2019, None, False, True),
        (None, None, False, False),
        (2021, 2026, False, False),
        (2021, 2025, False, True),
        (2021, 2025, True, False),
    ],
)
def test_a_plan_has_ended_by_its_last_year_unless_its_end_is_open(
    book: Book, start: int | None, end: int | None, is_open_ended: bool, has_ended: bool
) -> None:
    plan = {"period_start": start, "period_end": end, "is_open_ended": is_open_ended}
    assert book.site["as_of_date"].year == 2026
    assert book.has_ended(plan) == has_ended


def test_a_plan_whose_years_are_over_says_so_once_and_asks_for_nothing(book: Book, pages: dict[str, Page]) -> None:
    said, remedy, seen = words().plan, words().column.remedy, set()
    for key, page in pages.items():
        ended = book.has_ended(book.plan[key])
        blocks = [block for section in page.sections for block in walk(section.blocks)]
        texts = [block.text for block in blocks if isinstance(block, Text)]
        assert sum(text.startswith(said.over.ended) for text in texts) == ended
        asked = said.asks.day.partition("{")[0]
        if ended:
            assert not [text for text in texts if asked in text]
            assert not [item for item in page.tables if remedy in [column.title for column in item.columns]]
            assert not [item for item in page.tables if item.note.startswith(remedy)]
        seen.add(ended)
    assert seen == {True, False}


def test_the_days_of_a_plan_whose_years_are_over_are_told_and_not_asked_for(book: Book) -> None:
    row = {"unit_key": "u", "first_due_date": date(2024, 6, 1), "last_due_date": date(2024, 10, 15)}
    assert plan_sentences.asked(book, [row], is_over=True).endswith("từ 01/06/2024 đến 15/10/2024.")
    assert "phải xong" in plan_sentences.asked(book, [row])
    assert "phải xong" not in plan_sentences.asked(book, [row], is_over=True)


@pytest.mark.parametrize(
    ("years_ago", "flags", "said"),
    [
        (0, {}, []),
        (1, {}, ["ended", "still_open"]),
        (2, {"is_asked": False}, ["ended", "nothing_to_do"]),
        (0, {"is_asked": False, "is_in_force": False}, ["replaced", "nothing_to_do"]),
    ],
)
def test_a_plan_that_is_over_says_why_and_whether_its_open_work_is_still_to_be_done(
    book: Book, years_ago: int, flags: dict[str, bool], said: list[str]
) -> None:
    year = book.site["as_of_date"].year - years_ago
    plan = {**book.plan["an_hoa_2026"], "period_start": year, "period_end": year} | flags
    words = book.words.plan.over
    assert plan_sentences.over(book, plan) == ([" ".join(words[name] for name in said)] if said else [])
