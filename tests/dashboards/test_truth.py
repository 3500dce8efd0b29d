"""What the pages of a night print, held against the rows of the warehouse that they say it comes from.

Nothing of the pages' own code is asked: the HTML is read as a browser would read it, the warehouse by its keys.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
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
        links = tree.findall(".//a[@class='figure']")
        self.figures = [(self.row_of(link), said(link)) for link in links]
        asked = [text for row, text in self.figures if row.partition("/")[0] in ("fct_target", *ASKED)]
        self.levels = {parsed(number) for text in asked for number in re.findall(NUMBER, text)}
        self.beside = [[number for line in link.iterancestors("tr") for number in told(line)] for link in links]
        self.lines = [line for line in tree.iterfind(".//tbody/tr") if "group" not in (line.get("class") or "")]

    def row_of(self, link: Any) -> str:
        found: str = self.rows[link.get("href")[1:]]
        return found

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


def told(line: Any) -> list[Decimal]:
    """Every number that a line of a table prints."""
    return [parsed(number) for cell in line.iterfind("td") for number in re.findall(NUMBER, said(cell))]


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


def differences(beside: list[Decimal], levels: set[Decimal]) -> set[Decimal]:
    """How far the numbers of one line lie from each other and from the levels of the page: the distance to a level is
    told between the two that are printed."""
    return {one - other for one in beside for other in {*beside, *levels}}


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


def is_told(text: str, known: set[Decimal]) -> bool:
    """Whether a number as printed is one known, rounded as it is printed; or the share of the counts beside it.

    The warehouse keeps shares with four decimals, and pages round what it keeps.
    """
    counts = [tuple(parsed(part) for part in pair) for pair in COUNTS.findall(text)]
    shares = {(100 * part / whole).quantize(Decimal("0.0001"), ROUND_HALF_UP) for part, whole in counts if whole}
    for found in re.findall(NUMBER, text):
        places = Decimal(1).scaleb(-len(found.partition(",")[2]))
        allowed = known if (found, "") in counts else known | shares
        if not any(
            abs(value).quantize(max(places, Decimal("0.01")), ROUND_HALF_UP) == abs(parsed(found)) for value in allowed
        ):
            return False
    return all(part in known and whole in known for part, whole in counts)


def test_every_figure_is_that_of_the_row_it_leads_to(
    printed: list[Printed], rows: Mapping[str, Mapping[str, Any]]
) -> None:
    checked: Counter[str] = Counter()
    wrong = []
    for page in printed:
        for (row_id, text), beside in zip(page.figures, page.beside, strict=True):
            if not FIGURE.fullmatch(text) or DAY.search(text):
                continue
            table, _, keys = row_id.partition("/")
            row = rows[row_id]
            known = changes(row) if table == "fct_index_score" and text[0] in "+−" else numbers(row)
            known |= of_dossiers(row) if table == "fct_dossier" else set()
            known |= differences(beside, page.levels) if table != "fct_index_score" and text[0] in "+−0" else set()
            if table in ASKED:
                known |= numbers(rows[f"fct_target/{'/'.join(keys.split('/')[:2])}"])
            checked[table] += 1
            if not is_told(text, known):
                wrong.append((row_id, text))
    assert not wrong[:20]
    assert min(checked[table] for table in ("fct_target_status", "fct_indicator_result", "fct_index_score")) > 50


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
