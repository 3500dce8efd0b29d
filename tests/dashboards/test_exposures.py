"""The dbt exposures say which marts a page draws; here the pages themselves say it, and both must agree."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from dashboards.pages.book import Book
from dashboards.pages.changes import page as changes
from dashboards.pages.glossary import page as glossary
from dashboards.pages.indices import all_provinces as indices
from dashboards.pages.indices import page as index
from dashboards.pages.overview import page as overview
from dashboards.pages.page import Page
from dashboards.pages.plans import listing as plans
from dashboards.pages.plans import page as plan
from dashboards.pages.quality import page as quality
from dashboards.pages.reports import page as reports
from dashboards.pages.targets import board as targets
from dashboards.pages.targets import page as target
from dashboards.pages.tasks import page as tasks
from dashboards.pages.units import board as units
from dashboards.pages.units import page as unit
from dashboards.queries.marts import query, read
from dashboards.theme.words import words
from orchestration.resources import Workspace
from tests.dashboards.watching import WatchedMarts
from tests.places import PROJECT

EXPOSURES = PROJECT / "dbt_project" / "models" / "exposures.yml"
SECTIONS: dict[str, Callable[[Book], Iterator[Page]]] = {
    "overview": overview.pages,
    "tasks": tasks.pages,
    "reports": reports.pages,
    "targets": targets.pages,
    "target": target.pages,
    "changes": changes.pages,
    "plans": plans.pages,
    "plan": plan.pages,
    "units": units.pages,
    "unit": unit.pages,
    "papi": index.pages,
    "indices": indices.pages,
    "glossary": glossary.pages,
    "quality": quality.pages,
}


def _mart(name: str) -> str:
    return query(name).split("reporting.")[1].split()[0].strip(";")


def _declared() -> dict[str, set[str]]:
    exposures = yaml.safe_load(EXPOSURES.read_text(encoding="utf-8"))["exposures"]
    return {item["name"]: {ref.split("'")[1] for ref in item["depends_on"]} for item in exposures}


@pytest.mark.slow
@pytest.mark.parametrize("section", SECTIONS)
def test_a_page_draws_exactly_the_marts_of_its_exposure(sample_night: Workspace, section: str) -> None:
    watched = WatchedMarts(read(sample_night.current / "warehouse.duckdb"))
    list(SECTIONS[section](Book(watched, words())))
    assert {_mart(name) for name in watched.asked} == _declared()[section]


def test_the_three_index_pages_are_one_page_with_three_subjects() -> None:
    declared = _declared()
    assert declared["par_index"] == declared["sipas"] == declared["papi"]


def test_every_reporting_mart_is_drawn_by_a_page_or_read_by_what_is_named() -> None:
    models = {path.stem for path in Path(PROJECT / "dbt_project/models/marts/reporting").glob("*.sql")}
    read_by = set().union(*_declared().values())
    assert models == {name for name in read_by if name.startswith("rpt_")}
