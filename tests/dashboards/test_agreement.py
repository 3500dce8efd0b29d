"""Pages of a night that speak of the same overdue tasks agree: tile, table by lead, page of tasks, pages of units.

Nothing of the pages' own code is asked: the HTML is read as a browser would read it.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from dashboards.site import build
from dashboards.theme.states import TASK_LATE
from dashboards.theme.words import words
from orchestration.resources import Workspace
from tests.dashboards.nights import night

LATE = {words().task_status[code] for code in TASK_LATE}
LATER = words().overview.tile_overdue_ended


def read(page: Path) -> Any:
    return html.parse(str(page)).getroot()


def said(element: Any) -> str:
    return " ".join(element.text_content().split())


def groups(page: Any, table_id: str) -> Iterator[tuple[str, list[Any]]]:
    """(heading, rows) of every group of a table; a page without the table has none."""
    for table in page.iterfind(f".//table[@id='{table_id}']"):
        for body in table.iterfind("tbody"):
            heads = [row for row in body.iterfind("tr") if row.get("class") == "group"]
            yield said(heads[0]) if heads else "", [row for row in body.iterfind("tr") if row not in heads]


def pattern(word: str) -> re.Pattern[str]:
    """A heading whatever numbers stand in it."""
    return re.compile(re.sub(r"\\\{\w+\\\}", r"[\\d.]+", re.escape(word)))


def task_of(row: Any) -> str:
    """The line of the plan that the name of a row leads to."""
    link: str = row.find("th//a").get("href")
    return link


def tile(page: Any) -> tuple[str, int]:
    """Label and figure of the tile of overdue tasks; a dash is nought."""
    labels = {words().overview.tile_overdue, LATER}
    box = next(box for box in page.iterfind(".//dl[@class='tiles']/div") if said(box.find("dt")) in labels)
    number = said(box.find("dd/b"))
    return said(box.find("dt")), int(number.replace(".", "")) if number != "—" else 0


def name_of(row: Any) -> str:
    """What a row is called, without its flags; letters have no links."""
    return " ".join((row.findtext("th") or row.findtext("th//a")).split())


def of_units(folder: Path, is_over: bool) -> dict[str, list[str]]:
    """Name of a unit -> overdue tasks that it leads by itself, as its page lists them."""
    found = {}
    through = words().unit_page.through.partition("{")[0]
    for path in folder.glob("don-vi-*.html"):
        page = read(path)
        rows = [row for _, rows in groups(page, "da-qua" if is_over else "chu-tri") for row in rows]
        late = [row for row in rows if any(word in said(row) for word in LATE)]
        found[said(page.find(".//h1"))] = [
            task_of(row) for row in late if not any(said(line).startswith(through) for line in row.iterfind("th/span"))
        ]
    return found


def test_overdue_tasks_are_as_many_on_every_page_that_counts_them(sample_night: Workspace) -> None:
    checked = 0
    for path in sorted((sample_night.current / "dashboards").glob("*/tom-tat.html")):
        overview, tasks_page = read(path), read(path.parent / "nhiem-vu.html")
        label, count = tile(overview)
        asked = [words().tasks.late_groups[code] for code in TASK_LATE]
        headings = [words().tasks.late_groups.past] if label == LATER else asked
        listed = [
            row
            for heading, rows in groups(tasks_page, "qua-han")
            for row in rows
            if any(pattern(word).fullmatch(heading) for word in headings)
        ]
        assert len(listed) == count, path
        by_lead = {
            name_of(row): sum(int(said(cell)) for cell in row.findall("td")[:2])
            for _, rows in groups(overview, "nhiem-vu-qua-han")
            for row in rows
        }
        units = of_units(path.parent, label == LATER)
        named = {name: by_lead.pop(name) for name in units if name in by_lead}
        assert named == {name: len(rows) for name, rows in units.items() if rows}, path
        led = {task for rows in units.values() for task in rows}
        # What no unit of the register leads stands in rows of its own.
        without = {task_of(row) for row in listed} - led
        assert led <= {task_of(row) for row in listed}, path
        assert sum(by_lead.values()) == len(without), path
        parts = sum(named.values())
        several = words().overview.several_leads.partition("{")[0]
        assert (several in said(overview)) == (parts > len(led)), path
        checked += count
    assert checked > 5


@pytest.mark.parametrize(
    ("name", "group"), [("all plans ended years ago", "past"), ("all plans were replaced", "replaced")]
)
def test_why_a_task_is_not_asked_for_any_more_is_said_as_the_marts_have_it_and_no_page_asks_for_it(
    warehouse: Path, tmp_path: Path, name: str, group: str
) -> None:
    build(night(warehouse, tmp_path / "night.duckdb", name), tmp_path / "site")
    listed, led = [], []
    for path in sorted((tmp_path / "site").glob("*/nhiem-vu.html")):
        for heading, rows in groups(read(path), "qua-han"):
            assert not rows or pattern(words().tasks.late_groups[group]).fullmatch(heading), path
            listed += [task_of(row) for row in rows]
        assert not [task for tasks in of_units(path.parent, is_over=False).values() for task in tasks], path
        led += [task for tasks in of_units(path.parent, is_over=True).values() for task in tasks]
    assert listed
    assert led
    assert set(led) <= set(listed)
