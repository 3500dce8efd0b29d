"""The shipped simulated part is what the generator makes, and it shows what it is meant to show."""

import shutil
from pathlib import Path

import pytest

from sources.plans.reviews.reading import read_review
from sources.simulation.__main__ import main
from sources.simulation.agency import Agency, read_agency
from sources.simulation.figures import figure_lines
from sources.simulation.plan import plan_tasks
from sources.simulation.results import sendings
from sources.simulation.review import write_review
from sources.simulation.story import tell
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
    for name in ("plans/minh_hoa_2026.docx", "plans/minh_hoa_2026.yml", "receipts.csv"):
        (folder / name).unlink()
    main(["--out", str(folder)])
    return folder


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_the_generator_remakes_the_shipped_files_byte_for_byte(remade: Path) -> None:
    shipped, made = _contents(SAMPLE), _contents(remade)
    assert sorted(made) == sorted(shipped)
    assert [name for name in shipped if made[name] != shipped[name]] == []


def test_half_year_counts_are_cumulative(agency: Agency) -> None:
    unit = "Văn phòng Sở"
    lines = {
        period: {line.indicator_code: line for line in figure_lines(unit, period, {})} for period in ("q1", "h1", "q3")
    }
    first, half = lines["q1"]["dossier_on_time_rate"], lines["h1"]["dossier_on_time_rate"]
    assert first.denominator is not None
    assert half.denominator is not None
    assert first.numerator is not None
    assert half.numerator is not None
    assert half.denominator > first.denominator
    assert half.numerator > first.numerator
    assert unit in agency.units


def test_every_indicator_and_every_task_speaks_of_a_known_unit_and_period(agency: Agency) -> None:
    tasks = {task["number"] for task in plan_tasks()}
    for indicator in tell("figures"):
        assert set(indicator["units"]) <= set(agency.units), indicator["code"]
    for period, units in tell("tasks").items():
        assert period in agency.periods
        for unit, words in units.items():
            assert unit in agency.units
            assert set(words) <= tasks, (period, unit)


def test_a_unit_speaks_of_tasks_only_where_it_sent_a_report(agency: Agency) -> None:
    reported = {(period.key, unit.name) for _, unit, period, _ in sendings(agency)}
    spoken = {(period, unit) for period, units in tell("tasks").items() for unit in units}
    assert spoken <= reported


def test_two_reports_are_missing_one_is_late_and_one_was_sent_again(agency: Agency) -> None:
    sent = [(period.key, unit.name) for _, unit, period, _ in sendings(agency)]
    closed = [period for period in agency.periods.values() if period.key != "2026-annual"]
    owed = {
        (period.key, unit.name) for period in closed for unit in agency.units.values() if unit.kind in period.owed_by
    }
    assert owed - set(sent) == {("2026-h1", "Phòng Nghiệp vụ Dược"), ("2026-q3", "Bệnh viện Sản Nhi Minh Họa")}
    assert {key for key in sent if sent.count(key) > 1} == {("2026-h1", "Chi cục An toàn vệ sinh thực phẩm")}
    # 15 March 2026 is a Sunday: the sixteenth is still in time.
    late = [
        (period.key, unit.name)
        for sending, unit, period, report in sendings(agency)
        if (sending.sent_at.date() - period.due_date).days > 1 and "file" not in report
    ]
    assert late == [("2026-q1", "Bệnh viện Y học cổ truyền Minh Họa")]


def test_the_tasks_of_the_annex_are_numbered_in_their_order() -> None:
    numbers = [task["number"] for task in plan_tasks()]
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
