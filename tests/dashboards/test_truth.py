"""What the pages of a night print, held against the rows of the warehouse that they say it comes from.

Nothing of the pages' own code is asked: the HTML is read as a browser would read it, the warehouse by its keys.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml
from lxml import html

from dashboards.theme.words import words
from orchestration.resources import Workspace
from tests.places import PROJECT

MARTS = PROJECT / "dbt_project" / "models" / "marts"
# A figure as it is printed: "1.234,5", "−3", "96 % (24/25)", "tối thiểu 97 %". Clauses and places are text.
NUMBER = r"[−+]?\d{1,3}(?:\.\d{3})*(?:,\d+)?"
COUNTS = re.compile(rf"({NUMBER})/({NUMBER})")
FIGURE = re.compile(rf"(?:\D* )?{NUMBER}(?:[ \xa0][^\d(]*)?(?:\({NUMBER}/{NUMBER}\))?(?:\([^\d]*\))?")
DAY = re.compile(r"\d\d/\d\d/\d{4}")
# The column of how far a result lies from the level asked.
GAP = words().column.gap
# The fact that a state on a page is the state of, and its family of words.
STATES = {
    "fct_target_status": "target_status",
    "fct_task_status": "task_status",
    "fct_report_submission": "report_status",
}
# A level asked stands with its target, whichever judgement of it the cell leads to.
ASKED = ("fct_target_status", "fct_target_progress")
# The day up to which something is in time stands with what was asked, which the judgement of it leads to.
ASKED_BY = {"fct_target_status": "fct_target", "fct_task_status": "fct_task"}


class Printed:
    """One page: which row each origin stands for, what is printed as a figure, and the rows of its tables."""

    def __init__(self, page: Path) -> None:
        tree = html.parse(str(page)).getroot()
        self.rows = {item.get("id"): item.get("data-row") for item in tree.iter() if item.get("data-row")}
        self.lines = [line for line in tree.iterfind(".//tbody/tr") if "group" not in (line.get("class") or "")]
        links = [link for link in tree.iterfind(".//a[@class='figure']") if not is_state(link)]
        gaps = [
            link for link in links if next((cell.get("data-label") for cell in link.iterancestors("td")), "") == GAP
        ]
        self.heading = self.levels(link for link in links if next(link.iterancestors("table"), None) is None)
        self.by_period = {
            self.row_of(link).split("/")[3]: self.levels(beside(link)) for link in gaps if self.is_period(link)
        }
        self.figures = [(self.row_of(link), said(link)) for link in links if link not in gaps]
        self.gaps = [(self.row_of(link), said(link), self.distances(link)) for link in gaps]

    def row_of(self, link: Any) -> str:
        found: str = self.rows[link.get("href")[1:]]
        return found

    def levels(self, links: Iterable[Any]) -> set[Decimal]:
        """Every number of the levels among some links: a level asked leads to its target."""
        asked = [said(link) for link in links if self.row_of(link).startswith("fct_target/")]
        return {parsed(number) for text in asked for number in re.findall(NUMBER, text)}

    def is_period(self, link: Any) -> bool:
        """Whether it leads to a target of the whole agency as it stood in one period."""
        table, _, _, _, scope, *_ = [*self.row_of(link).split("/"), "", "", "", ""]
        return table == "fct_target_progress" and scope == "agency"

    def distances(self, gap: Any) -> set[Decimal]:
        """How far the figure that another cell of the line prints of the same row lies from the level printed beside
        it; where the line prints none, from that of the period that its table is of, else of the heading."""
        others = beside(gap)
        figures = [said(link) for link in others if self.row_of(link) == self.row_of(gap)]
        numbers = [parsed(re.findall(NUMBER, text)[0]) for text in figures if not DAY.search(text)]
        period = next(gap.iterancestors("table")).get("id").removeprefix("don-vi-")
        levels = self.levels(others) or self.by_period.get(period, self.heading)
        return {number - level for number in numbers for level in levels}

    def states(self) -> Iterator[tuple[str, str]]:
        """(row, word) of every line that prints one state and leads to one row with a state."""
        for line in self.lines:
            marks = [said(mark) for mark in line.iterfind(".//span[@class]") if mark.get("class").startswith("state")]
            led = {self.row_of(link) for link in line.iterfind(".//a[@class='figure']")}
            found = {row for row in led if row.partition("/")[0] in STATES}
            if len(marks) == 1 and len(found) == 1:
                yield found.pop(), marks[0]


def said(element: Any) -> str:
    return " ".join(element.text_content().split())


def beside(link: Any) -> list[Any]:
    """What the other cells of its line print as figures."""
    line = next(link.iterancestors("tr"))
    return [other for other in line.iterfind(".//a[@class='figure']") if other is not link and not is_state(other)]


def is_state(link: Any) -> bool:
    """Whether a link prints a state alone, the sign of which may be a figure: "0 Không phát sinh"."""
    return any((mark.get("class") or "").startswith("state") and said(mark) == said(link) for mark in link.iter("span"))


@pytest.fixture(scope="module")
def printed(sample_night: Workspace) -> list[Printed]:
    return [Printed(page) for page in sorted((sample_night.current / "dashboards").rglob("*.html"))]


@pytest.fixture(scope="module")
def rows(sample_night: Workspace, printed: list[Printed]) -> Mapping[str, Mapping[str, Any]]:
    """Every row that a page leads to, by the ID that the page gives."""
    tables = {row.partition("/")[0] for page in printed for row in page.rows.values()} | set(ASKED_BY.values())
    keys = {
        model["name"]: (f"{path.parent.name}.{model['name']}", constraint["columns"])
        for path in MARTS.glob("*/_*.yml")
        for model in yaml.safe_load(path.read_text(encoding="utf-8")).get("models", [])
        for constraint in model.get("constraints", [])
        if constraint["type"] == "primary_key"
    }
    found: dict[str, Mapping[str, Any]] = {}
    with duckdb.connect(str(sample_night.current / "warehouse.duckdb"), read_only=True) as connection:
        for table in sorted(tables):
            relation, key = keys[table]
            named = ", ".join(f"cast({column} as varchar)" for column in key)
            cursor = connection.execute(f"select concat_ws('/', '{table}', {named}) as row_id, * from {relation}")
            columns = [str(column[0]) for column in cursor.description or ()]
            found |= {record[0]: dict(zip(columns, record, strict=True)) for record in cursor.fetchall()}
        # The result of a unit stands beside the day on which the cell came that it ends with.
        query = "select row_id, received_at from reporting.rpt_target_unit where received_at is not null"
        for row_id, received_at in connection.execute(query).fetchall():
            if row_id in found:
                found[row_id]["received_at"] = received_at + timedelta(hours=7)
    return found


def numbers(row: Mapping[str, Any]) -> set[Decimal]:
    return {Decimal(value) for value in row.values() if isinstance(value, Decimal | int) and value is not True}


def changes(row: Mapping[str, Any]) -> set[Decimal]:
    """By how much a score changed, as the two scores tell it that are printed: rounded each for itself."""
    value, by = row.get("value"), row.get("change_from_previous")
    if value is None or by is None:
        return set()
    now, before = (Decimal(score).quantize(Decimal("0.01"), ROUND_HALF_UP) for score in (value, value - by))
    return {now - before}


def of_dossiers(row: Mapping[str, Any]) -> set[Decimal]:
    """Of how many a line of dossiers says whether they were in time, and what share of them was."""
    judged = row["resolved"] + row["open_overdue"]
    return (
        {judged, (100 * row["resolved_in_time"] / judged).quantize(Decimal("0.0001"), ROUND_HALF_UP)}
        if judged
        else set()
    )


def parsed(text: str) -> Decimal:
    return Decimal(text.replace("−", "-").replace("+", "").replace(".", "").replace(",", "."))


def places(text: str) -> Decimal:
    """What a number is rounded to as it is printed: two decimals, of one that would vanish four."""
    return min(Decimal(1).scaleb(-len(text.partition(",")[2])), Decimal("0.01"))


def is_told(text: str, known: set[Decimal]) -> bool:
    """Whether a number as printed is one known, rounded as it is printed; or the share of the counts beside it.

    The warehouse keeps shares with four decimals, and pages round what it keeps.
    """
    counts = [tuple(parsed(part) for part in pair) for pair in COUNTS.findall(text)]
    shares = {(100 * part / whole).quantize(Decimal("0.0001"), ROUND_HALF_UP) for part, whole in counts if whole}
    for found in re.findall(NUMBER, text):
        allowed = known if (found, "") in counts else known | shares
        if not any(abs(value).quantize(places(found), ROUND_HALF_UP) == abs(parsed(found)) for value in allowed):
            return False
    return all(part in known and whole in known for part, whole in counts)


def is_distance(text: str, known: set[Decimal]) -> bool:
    """Whether a distance as printed is one known, with its sign: nought is printed of nought alone."""
    found = re.findall(NUMBER, text)[0]
    return any(value.quantize(places(found), ROUND_HALF_UP) == parsed(found) for value in known)


@pytest.mark.parametrize(
    ("gap", "is_true"), [("+6", True), ("−6", False), ("0", False), ("+96", False), ("+90", False)]
)
@pytest.mark.parametrize("is_level_beside", [True, False])
def test_a_distance_lies_between_two_other_numbers_and_has_the_sign_of_their_difference(
    tmp_path: Path, gap: str, is_true: bool, is_level_beside: bool
) -> None:
    level = '<a class="figure" href="#o2">tối thiểu 90 %</a>'
    cells = [("Kết quả", f'<a class="figure" href="#o1">96 % (24/25)</a>{level if is_level_beside else ""}'), ("", "0")]
    cells.append((GAP, f'<a class="figure" href="#o1">{gap} điểm %</a>'))
    line = "".join(f'<td data-label="{label}">{said}</td>' for label, said in cells)
    notes = '<div id="o1" data-row="fct_target_status/p/T1"></div><div id="o2" data-row="fct_target/p/T1"></div>'
    page = tmp_path / "page.html"
    heading = "" if is_level_beside else level
    table = f'<table id="t"><tbody><tr>{line}</tr></tbody></table>'
    page.write_text(f'<meta charset="utf-8"><p>{heading}</p>{table}{notes}', encoding="utf-8")
    [(_, text, distances)] = Printed(page).gaps
    assert is_distance(text, distances) == is_true


def test_every_figure_is_that_of_the_row_it_leads_to(
    printed: list[Printed], rows: Mapping[str, Mapping[str, Any]]
) -> None:
    checked: Counter[str] = Counter()
    wrong = []
    for page in printed:
        for row_id, text in page.figures:
            if not FIGURE.fullmatch(text) or DAY.search(text):
                continue
            table, _, keys = row_id.partition("/")
            row = rows[row_id]
            known = changes(row) if table == "fct_index_score" and text[0] in "+−" else numbers(row)
            known |= of_dossiers(row) if table == "fct_dossier" else set()
            if table in ASKED:
                known |= numbers(rows[f"fct_target/{'/'.join(keys.split('/')[:2])}"])
            checked[table] += 1
            if not is_told(text, known):
                wrong.append((row_id, text))
    assert not wrong[:20]
    assert min(checked[table] for table in ("fct_target_progress", "fct_indicator_result", "fct_index_score")) > 50


def test_every_distance_is_that_of_its_row_or_lies_between_the_figure_and_the_level_printed_with_it(
    printed: list[Printed], rows: Mapping[str, Mapping[str, Any]]
) -> None:
    checked: Counter[str] = Counter()
    wrong = []
    for page in printed:
        for row_id, text, distances in page.gaps:
            checked[row_id.partition("/")[0]] += 1
            kept = rows[row_id].get("gap")
            if not is_distance(text, distances | ({kept} if kept is not None else set())):
                wrong.append((row_id, text))
    assert not wrong[:20]
    assert all(checked[table] > 50 for table in ASKED), checked


def test_every_day_is_that_of_the_row_it_leads_to(
    printed: list[Printed], rows: Mapping[str, Mapping[str, Any]]
) -> None:
    # What a finding is about is text as its plan prints it, days among it.
    told = [
        (row_id, text)
        for page in printed
        for row_id, text in page.figures
        if DAY.fullmatch(text) and not row_id.startswith("fct_finding/")
    ]
    for row_id, text in told:
        table, _, keys = row_id.partition("/")
        asked = rows[f"{ASKED_BY[table]}/{keys}"] if table in ASKED_BY else {}
        days = {value for value in (*rows[row_id].values(), *asked.values()) if isinstance(value, date)}
        if table == "fct_duty" and rows[row_id]["deadline_kind"] == "before_date":
            days = {day - timedelta(1) for day in days}
        assert text in {f"{day:%d/%m/%Y}" for day in days}, (row_id, text)
    assert len(told) > 50


def test_no_page_gives_another_state_than_the_warehouse(
    printed: list[Printed], rows: Mapping[str, Mapping[str, Any]]
) -> None:
    checked: Counter[str] = Counter()
    wrong = []
    for page in printed:
        for row_id, text in page.states():
            table = row_id.partition("/")[0]
            checked[table] += 1
            family = words()[STATES[table]].mapping()
            word, printed_word = family[rows[row_id]["status"]], text.partition(" ")[2]
            # A reason may stand behind the word; another word of the family that begins alike is another state.
            is_explained = printed_word.startswith(f"{word} (") and printed_word not in family.values()
            if printed_word != word and not is_explained:
                wrong.append((row_id, text, word))
    assert not wrong[:20]
    assert all(checked[table] > 20 for table in STATES), checked
