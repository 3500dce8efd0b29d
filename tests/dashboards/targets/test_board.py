"""The page of all targets of an agency: what it shows is recomputed here from the rows it was made from."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

from dashboards.blocks.layout import Chart, Fold, Sheet, Text, walk
from dashboards.blocks.table import Cell
from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.pages.targets import board as targets
from dashboards.theme.formats import lower
from dashboards.theme.states import TARGET_BEHIND
from dashboards.theme.words import words
from tests.dashboards.books import with_rows
from tests.dashboards.reading import table

PLAN, NUMBER, AGENCY = "an_hoa_2026", "T001", "so-y-te-an-hoa"
LIMIT = 250_000


def test_a_figure_printed_again_leads_to_the_page_of_the_one_that_counts_and_is_counted_once(
    book: Book, overview: Page
) -> None:
    again = next(row for row in book.marts.rows("plan_targets") if row["is_repeat"])
    assert book.target_page(PLAN, again["target_no"]) == book.target_page(PLAN, NUMBER)
    line = next(line for line in table(overview, "chi-tieu").lines if again["target_no"] in line.cells[0].lines)
    assert words().targets.repeat in line.cells[0].flags
    groups = table(overview, "chi-tieu").groups
    rows = [row for plan in (PLAN, "an_hoa_2021_2030") for row in book.rows_of("plan_targets", "plan_key")[plan]]
    counted = sum(count for group in groups for _, count in group.tally)
    assert counted == sum(row["is_current"] and not row["is_repeat"] for row in rows)
    assert sum(len(group.lines) for group in groups) == len(rows)
    said = next(block.text for block in overview.sections[0].blocks if isinstance(block, Text))
    assert said.startswith(f"{counted} ")


def test_the_conclusion_counts_what_stands_behind_and_names_the_worst_result(book: Book, overview: Page) -> None:
    rows = [row for row in book.rows_of("plan_targets", "agency_key")[AGENCY] if row["plan_key"] != "an_hoa_2024"]
    said = next(block.text for block in overview.sections[0].blocks if isinstance(block, Text))
    counts = Counter(row["status"] for row in rows if not row["is_repeat"])
    for code, count in counts.items():
        word = words().target_status[code]
        is_asking = code in (*TARGET_BEHIND, "not_reported")
        assert (f"{count} {word[:1].lower()}{word[1:]}" in said) == is_asking
    behind = [row for row in rows if row["status"] == "missed" and not row["is_repeat"]]
    assert book.phrases.actual(behind[0]) in said


def test_a_target_that_another_plan_has_closed_is_listed_with_its_flag_and_counted_named_and_drawn_nowhere(
    book: Book, overview: Page
) -> None:
    day = date(2026, 6, 30)
    rows = [
        dict(row) | ({"is_current": False, "valid_to": day} if row["status"] in TARGET_BEHIND else {})
        for row in book.marts.rows("plan_targets")
    ]
    page = next(page for page in targets.pages(with_rows(book, plan_targets=rows)) if page.agency_key == AGENCY)
    said = next(block.text for block in page.sections[0].blocks if isinstance(block, Text))
    assert not any(lower(words().target_status[code]) in said for code in TARGET_BEHIND)
    assert words().targets.worst.partition(":")[0] not in said
    now = [row for row in rows if row["agency_key"] == AGENCY and row["plan_key"] != "an_hoa_2024"]
    assert words().targets.closed_uncounted.format(n=sum(not row["is_current"] for row in now)) in said
    flagged = [
        line for line in table(page, "chi-tieu").lines if f"hết hiệu lực từ sau {day:%d/%m/%Y}" in line.cells[0].flags
    ]
    assert len(flagged) == sum(not row["is_current"] for row in now)
    ending = [row["valid_to"] for row in now if row["is_current"] and row["valid_to"] is not None]
    said_of = [flag for line in table(page, "chi-tieu").lines for flag in line.cells[0].flags if "hiệu lực" in flag]
    going_on = [words().targets.closing.format(date=f"{end:%d/%m/%Y}") for end in ending]
    assert going_on
    assert [flag for flag in said_of if not flag.startswith("hết")] == going_on
    assert len(table(page, "chi-tieu").lines) == len(table(overview, "chi-tieu").lines)
    counts: Counter[str] = Counter()
    for group in table(page, "chi-tieu").groups:
        counts.update({mark.text: n for mark, n in group.tally})
    assert counts.total() == sum(row["is_current"] and not row["is_repeat"] for row in now)
    drawn = str(
        [
            block.figure.data
            for section in page.sections[:2]
            for block in walk(section.blocks)
            if isinstance(block, Chart)
        ]
    )
    behind = [row for row in now if row["status"] in TARGET_BEHIND and row["indicator_name"]]
    assert behind
    assert not any(mark in drawn for mark in ("missed", "off_track"))


def test_a_plan_that_was_replaced_stands_with_those_that_are_over_and_tells_how_it_ended(book: Book) -> None:
    plans = [dict(row) | ({"is_in_force": False} if row["plan_key"] == PLAN else {}) for row in book.plans]
    rows = [
        dict(row) | ({"is_current": False} if row["plan_key"] == PLAN else {})
        for row in book.marts.rows("plan_targets")
    ]
    changed = with_rows(book, plans=plans, plan_targets=rows)
    page = next(page for page in targets.pages(changed) if page.agency_key == AGENCY)
    past = next(section for section in page.sections if section.title == words().targets.past)
    folds = [block for block in past.blocks if isinstance(block, Fold)]
    assert [fold.title for fold in folds] == ["12/KH-SYT (2026)", "09/KH-SYT (2024)"]
    own = [row for row in rows if row["plan_key"] == PLAN]
    assert sum(count for _, count in folds[0].tally) == sum(not row["is_repeat"] for row in own)
    assert not any(PLAN in str(line.cells[0].href) for line in table(page, "chi-tieu").lines)


def test_plans_that_are_over_fold_under_their_own_heading(overview: Page) -> None:
    past = next(section for section in overview.sections if section.title == words().targets.past)
    folds = [block for block in past.blocks if isinstance(block, Fold)]
    assert [fold.title for fold in folds] == ["09/KH-SYT (2024)"]
    assert not folds[0].is_open
    tables = [block.table for block in walk(folds) if isinstance(block, Sheet)]
    assert len(tables[0].lines) == 3
    current = table(overview, "chi-tieu")
    assert not any("09/KH-SYT" in group.title for group in current.groups)


def test_where_every_plan_is_over_the_latest_one_is_open(book: Book) -> None:
    plans = [row for row in book.plans if row["plan_key"] == "an_hoa_2024"]
    blocks = targets._past(book, plans, book.origins(), is_alone=True)
    assert [block.is_open for block in blocks if isinstance(block, Fold)] == [True]


def test_a_plan_without_figures_says_so(book: Book) -> None:
    silent = next(page for page in targets.pages(book) if page.agency_key == "so-y-te-dong-lam")
    texts = [block.text for section in silent.sections for block in section.blocks if isinstance(block, Text)]
    assert texts == [words().targets.none]
    assert "07/KH-SYT" in str(silent.sections[-1].blocks)


def test_the_filters_offer_what_the_rows_hold(overview: Page) -> None:
    found = table(overview, "chi-tieu")
    for position, (_, values) in enumerate(found.filters):
        assert set(values) == {line.facets[position][0] for line in found.lines}
    assert [word for word, _ in found.filters][-1] == words().column.plan


def test_rows_can_be_filtered_in_a_browser(site: Path) -> None:
    text = (site / AGENCY / "chi-tieu.html").read_text(encoding="utf-8")
    facets = re.findall(r"data-facets='([^']*)'", text)
    assert len(facets) > 20
    assert all(len(json.loads(value.replace("&#39;", "'"))) == 3 for value in facets)


def test_no_page_of_targets_is_heavy(site: Path) -> None:
    sizes = {path.name: path.stat().st_size for path in site.glob("*/chi-tieu*.html")}
    assert len(sizes) > 8
    assert max(sizes.values()) < LIMIT


def test_a_missing_result_is_a_dash_and_its_state_a_word(overview: Page) -> None:
    for line in table(overview, "chi-tieu").lines:
        actual: Cell = line.cells[1]
        if actual.value is None:
            assert actual.text == "—"
            assert line.cells[4].mark is not None
