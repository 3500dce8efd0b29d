"""Of a night as it is published: what is made up says so, on its page, in its row and in the files beside the page.

The HTML and the files are read as they lie there; which rows are made up is asked of the warehouse.
"""

import csv
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import pytest
from lxml import html

from dashboards.pages.addresses import addresses
from dashboards.theme.words import words
from orchestration.resources import Workspace

SIMULATED = words().common.simulated
KEYS = {
    "fct_target_status": ("plan_key", "target_no"),
    "fct_target_progress": ("plan_key", "target_no", "period_key", "scope", "scope_key"),
    "fct_task_status": ("plan_key", "task_no"),
    "fct_indicator_result": ("unit_key", "indicator_code", "period_key"),
    "fct_report_submission": ("unit_key", "period_key"),
}


class Told:
    """A page of an agency: the rows it leads to, its tables, its warnings."""

    def __init__(self, page: Path) -> None:
        self.page = page
        tree = html.parse(str(page)).getroot()
        self.rows = {item.get("id"): item.get("data-row") for item in tree.iter() if item.get("data-row")}
        self.banner = " ".join(part.text_content() for part in tree.iterfind(".//div[@class='banner']"))
        self.tables = {table.get("id"): table for table in tree.iterfind(".//table") if table.get("id")}

    def lines(self, table_id: str) -> list[Any]:
        lines = self.tables[table_id].iterfind("./tbody/tr")
        return [line for line in lines if "group" not in (line.get("class") or "")]

    def led(self, line: Any) -> set[str]:
        return {self.rows[link.get("href")[1:]] for link in line.iterfind(".//a[@class='figure']")}

    def file(self, table_id: str) -> list[str]:
        """The labels of each row of the file of a table."""
        return labels(self.page.parent / "tai-ve" / f"{self.page.stem}-{table_id}.csv")


def labels(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head[-1] == words().export.note
    return [row[-1] for row in rows]


@pytest.fixture(scope="module")
def made_up(sample_night: Workspace) -> frozenset[str]:
    """Every row of the warehouse that is made up, as pages name it."""
    found: set[str] = set()
    with duckdb.connect(str(sample_night.current / "warehouse.duckdb"), read_only=True) as connection:
        for table, keys in KEYS.items():
            parts = ", ".join(f"cast({key} as varchar)" for key in keys)
            query = f"select concat_ws('/', '{table}', {parts}) from core.{table} where is_simulated"
            found |= {row[0] for row in connection.execute(query).fetchall()}
    return frozenset(found)


@pytest.fixture(scope="module")
def folders(sample_night: Workspace) -> Mapping[Path, bool]:
    """Folder of an agency -> whether all of it is made up."""
    with duckdb.connect(str(sample_night.current / "warehouse.duckdb"), read_only=True) as connection:
        query = "select agency_key, is_simulated from reporting.rpt_agency order by agency_key"
        agencies = dict(connection.execute(query).fetchall())
    names = addresses(agencies)
    return {sample_night.current / "dashboards" / names[key]: flag for key, flag in agencies.items()}


@pytest.fixture(scope="module")
def told(folders: Mapping[Path, bool]) -> list[Told]:
    """Pages of agencies that are real."""
    real = [folder for folder, is_simulated in sorted(folders.items()) if not is_simulated]
    return [Told(page) for folder in real for page in sorted(folder.glob("*.html"))]


def test_a_page_of_a_real_agency_that_leads_to_a_made_up_row_warns_of_it(
    told: list[Told], made_up: frozenset[str]
) -> None:
    showing = [page for page in told if made_up & set(page.rows.values())]
    assert [page.page for page in showing if "Số liệu mô phỏng." not in page.banner] == []
    assert len(showing) > 10


def test_a_row_that_leads_to_a_made_up_row_says_so_on_its_page_and_in_its_file(
    told: list[Told], made_up: frozenset[str]
) -> None:
    checked, silent = 0, []
    for page in told:
        for table_id in page.tables:
            lines = page.lines(table_id)
            flagged = [SIMULATED in {flag.text for flag in line.iterfind(".//span[@class='flag']")} for line in lines]
            said = page.file(table_id) if any(flagged) and page.page.name != "tom-tat.html" else []
            for line_no, line in enumerate(lines):
                if not made_up & page.led(line):
                    continue
                checked += 1
                if not flagged[line_no] or (said and SIMULATED not in said[line_no]):
                    silent.append((page.page, table_id, " ".join(line.text_content().split())[:80]))
    assert silent[:20] == []
    assert checked > 100


def test_every_row_of_every_file_of_a_made_up_agency_says_so(folders: Mapping[Path, bool]) -> None:
    files = [path for folder, is_simulated in folders.items() if is_simulated for path in folder.glob("tai-ve/*.csv")]
    assert [path for path in files if not all(SIMULATED in label for label in labels(path))] == []
    assert files


def test_every_workbook_begins_with_what_its_page_says_of_itself(folders: Mapping[Path, bool]) -> None:
    said = words().export
    for folder in folders:
        for path in sorted(folder.glob("tai-ve/*.xlsx")):
            with zipfile.ZipFile(path) as book:
                text = book.read("xl/sharedStrings.xml").decode("utf-8")
                assert f'<sheet name="{said.note}" sheetId="1"' in book.read("xl/workbook.xml").decode("utf-8")
            assert all(word in text for word in (said.page, said.as_of, said.collection, said.warning)), path
            assert f"{folder.name}/{path.stem}.html" in text
