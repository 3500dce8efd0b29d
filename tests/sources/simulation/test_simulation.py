"""The shipped simulated part is what the generator makes, and it shows what it is meant to show."""

import shutil
from pathlib import Path

import pytest

from sources.plans.reviews.reading import read_review
from sources.simulation.__main__ import main
from sources.simulation.agency import Agency, read_agency
from sources.simulation.figures import figure_lines
from sources.simulation.plan import PLANS, plan_tasks
from sources.simulation.review import write_review
from sources.simulation.sendings import sendings
from sources.simulation.story import tell
from sources.simulation.tasks import plan_of, task_lines
from tests.places import SAMPLE
from tests.sources.received import receive


@pytest.fixture(scope="module")
def agency() -> Agency:
    return read_agency()


@pytest.fixture(scope="module")
def remade(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The collection with its simulated part taken out and made again."""
    folder = tmp_path_factory.mktemp("remade") / "sample"
    shutil.copytree(SAMPLE, folder)
    shutil.rmtree(folder / "results")
    shutil.rmtree(folder / "registers")
    plans = [f"plans/{key}.{suffix}" for key in PLANS for suffix in ("docx", "yml")]
    for name in (*plans, "receipts.csv", "withdrawn.csv"):
        (folder / name).unlink()
    main(["--out", str(folder)])
    return folder


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.mark.slow
def test_the_generator_remakes_the_shipped_files_byte_for_byte(remade: Path) -> None:
    shipped, made = _contents(SAMPLE), _contents(remade)
    assert sorted(made) == sorted(shipped)
    assert [name for name in shipped if made[name] != shipped[name]] == []


def test_the_sample_is_light() -> None:
    # Whoever installs the program takes the sample along.
    assert sum(len(content) for content in _contents(SAMPLE).values()) < 5_000_000
    assert max(len(content) for name, content in _contents(SAMPLE / "results").items()) < 40_000


@pytest.mark.parametrize("year", [2025, 2026])
def test_windows_of_a_year_add_up_for_every_unit(agency: Agency, year: int) -> None:
    for unit in agency.units.values():
        lines = {
            period.part: {line.indicator_code: line for line in figure_lines(unit, period, {}, is_quarterly=True)}
            for period in agency.periods.values()
            if period.year == year
        }
        for code, whole in lines["annual"].items():
            if not whole.is_additive or whole.numerator is None:
                continue
            half, third = (lines[part][code].numerator for part in ("h1", "q3"))
            first = lines["q1"][code].numerator
            assert half is not None
            assert third is not None
            assert first is not None
            assert first <= half
            assert half + third <= whole.numerator


def test_a_year_is_never_a_copy_of_the_year_before(agency: Agency) -> None:
    for unit in agency.units.values():
        counts = [
            [
                (line.numerator, line.denominator)
                for line in figure_lines(unit, agency.periods[key], {}, is_quarterly=True)
            ]
            for key in ("2025-h1", "2026-h1")
        ]
        assert counts[0] != counts[1], unit.name


def test_every_indicator_and_every_task_speaks_of_a_known_unit_and_period(agency: Agency) -> None:
    kinds = {unit.kind for unit in agency.units.values()}
    for indicator in tell("figures"):
        assert set(indicator["units"]) <= set(agency.units), indicator["code"]
        assert set(indicator.get("kinds", {})) <= kinds, indicator["code"]
    for key, units in tell("tasks").items():
        tasks = {task["number"] for task in plan_tasks(plan_of(agency.periods[key]))}
        for unit, words in units.items():
            if unit == "kinds":
                assert set(words) <= kinds
                assert {number for of_kind in words.values() for number in of_kind} <= tasks
            else:
                assert unit in agency.units
                assert set(words) <= tasks, (key, unit)


def test_a_unit_is_told_to_speak_of_tasks_only_where_it_sent_a_report(agency: Agency) -> None:
    reported = {(sending.period.key, sending.unit.name) for sending in sendings(agency)}
    spoken = {(period, unit) for period, units in tell("tasks").items() for unit in units if unit != "kinds"}
    assert spoken <= reported


def test_every_report_of_the_story_is_owed_and_every_exception_names_a_unit(agency: Agency) -> None:
    for key, reports in tell("reports").items():
        owed = {unit.name for unit in agency.owed(agency.periods[key])}
        assert {report["unit"] for report in reports} <= owed, key


def test_usual_reports_come_in_time(agency: Agency) -> None:
    for sending in sendings(agency):
        if not sending.told:
            assert sending.sent_at.date() <= sending.period.due_date, sending.path


def test_every_lead_of_a_task_that_is_over_says_something_of_it(agency: Agency) -> None:
    hospitals = [unit for unit in agency.units.values() if unit.kind == "hospital"]
    for unit in hospitals:
        said = {line.task_no: line.state for line in task_lines(unit, agency.periods["2025-annual"])}
        assert said["A007"] == "done", unit.name


@pytest.mark.parametrize("plan", PLANS)
def test_the_tasks_of_the_annex_are_numbered_in_their_order(plan: str) -> None:
    numbers = [task["number"] for task in plan_tasks(plan)]
    assert numbers == [f"A{number:03}" for number in range(1, len(numbers) + 1)]


def test_the_review_is_filled_in_as_the_story_tells_and_the_shipped_one_says_the_same(tmp_path: Path) -> None:
    for name in ("minh_hoa_2026.docx", "minh_hoa_2026.yml"):
        shutil.copy(SAMPLE / "plans" / name, tmp_path)
    write_review(tmp_path)
    said = [
        [(one.kind, one.action, dict(one.values), one.said) for one in read_review(receive(path, path.name)).statements]
        for path in (tmp_path / "minh_hoa_2026.review.xlsx", SAMPLE / "plans" / "minh_hoa_2026.review.xlsx")
    ]
    assert said[0] == said[1]
    assert [action for _, action, *_ in said[0]] == ["correct", "add", "strike"]
