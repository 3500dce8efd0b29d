"""Which report stands, and what is said of the others; nothing of history is dropped."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from sources.contract import SourceFile
from sources.results.accounts import ResultAccount
from sources.results.jobs import Reading
from sources.results.rows import FigureRow, Layout, SubmissionRow
from sources.results.submissions import standing_reports
from sources.results.template.form import Form
from tests.sources.received import kinds, receive
from tests.sources.results.workshop import FORM, read_here, write_form


def _file(folder: Path, form: Form, name: str, hours: int) -> SourceFile:
    return receive(write_form(folder, form, name), f"results/{name}", hours_later=hours)


def test_a_draft_after_the_signed_report_is_told_on_the_draft(tmp_path: Path) -> None:
    signed = _file(tmp_path, replace(FORM, report_state="signed"), "1.xlsx", 0)
    draft = _file(tmp_path, replace(FORM, report_state="draft"), "2.xlsx", 5)
    rows = read_here([draft, signed])
    found = {(row.model_dump()["kind"], row.source_path) for row in rows["results_findings"]}
    assert found == {("superseded_submission", "results/1.xlsx"), ("draft_after_signed", "results/2.xlsx")}


def test_a_signed_report_after_the_draft_is_the_way_of_things(tmp_path: Path) -> None:
    draft = _file(tmp_path, replace(FORM, report_state="draft"), "1.xlsx", 0)
    signed = _file(tmp_path, replace(FORM, report_state="signed"), "2.xlsx", 5)
    rows = read_here([draft, signed])
    assert kinds(rows, "results") == ["superseded_submission"]
    assert rows["results_findings"][0].model_dump()["severity"] == "info"


def test_what_was_taken_back_takes_nobodys_place_and_keeps_its_rows(tmp_path: Path) -> None:
    first = _file(tmp_path, FORM, "1.xlsx", 0)
    second = _file(tmp_path, replace(FORM, report_number="9/BC"), "2.xlsx", 5)
    rows = read_here([first, replace(second, withdrawn_at=datetime(2026, 4, 1, tzinfo=UTC))])
    assert kinds(rows, "results") == []
    assert len(rows["results_submissions"]) == 2
    assert {row.source_path for row in rows["results_figures"]} == {"results/1.xlsx", "results/2.xlsx"}


def test_what_a_file_says_does_not_hang_on_the_others(tmp_path: Path) -> None:
    alone = _file(tmp_path, FORM, "1.xlsx", 0)
    other = _file(tmp_path, replace(FORM, unit_key="so-y-te-minh-hoa/khac", unit_name="Khác"), "2.xlsx", 5)
    together = read_here([other, alone])
    for table, found in read_here([alone]).items():
        assert [row for row in together[table] if row.source_path == "results/1.xlsx"] == found


def _said(folder: Path, layout: Layout, hours: int, figures: dict[str, int]) -> Reading:
    """A file of the layout that says these figures of one unit and period."""
    path = folder / f"{layout}.xlsx"
    path.write_text(layout, encoding="utf-8")
    account = ResultAccount(receive(path, f"results/{path.name}", hours_later=hours))
    whose = {"agency_key": "a", "unit_key": "a/u", "period_key": "2026-q1"}
    submission = SubmissionRow.model_construct(**whose, unit_name="U", layout=layout, sent_date=None, report_state=None)
    rows = [
        FigureRow.model_construct(**whose, indicator_code=code, state="reported", numerator=Decimal(number))
        for code, number in figures.items()
    ]
    return Reading(account, [submission, *rows])


def test_a_later_file_without_indicators_of_the_earlier_is_asked_for_them_in_both(tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    first.mkdir()
    second.mkdir()
    earlier = _said(first, "figure_table", 0, {"dossiers": 1, "dialogues": 2})
    later = _said(second, "figure_table", 1, {"dialogues": 2})
    standing_reports([earlier, later])
    assert [finding.kind for finding in earlier.account.findings] == [
        "superseded_submission",
        "indicators_not_sent_again",
    ]
    assert [(finding.kind, finding.severity, finding.value) for finding in later.account.findings] == [
        ("indicators_not_sent_again", "warning", "dossiers")
    ]


@pytest.mark.parametrize("came", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_of_one_indicator_in_several_layouts_the_report_counts_whatever_came_last(
    tmp_path: Path, came: Sequence[int]
) -> None:
    form, table, one_stop = came
    readings = [
        _said(tmp_path, "dossier_table", one_stop, {"all": 1, "listed": 2, "alone": 3}),
        _said(tmp_path, "figure_table", table, {"all": 4, "listed": 5}),
        _said(tmp_path, "form", form, {"all": 6}),
    ]
    (report,) = standing_reports(readings)
    assert report.submission.layout == "form"
    assert {row.indicator_code: row.numerator for row in report.figures} == {"all": 6, "listed": 5, "alone": 3}
    assert [reading.account.findings for reading in readings] == [[], [], []]


def _versions(folder: Path, *hours: int) -> list[Reading]:
    """Reports of one unit and period, each with another content."""
    readings = []
    for number, later in enumerate(hours):
        (folder / str(number)).mkdir()
        readings.append(_said(folder / str(number), "form", later, {"all": number}))
        path = folder / str(number) / f"{number}.xlsx"
        path.write_text(str(number), encoding="utf-8")
        readings[-1].account.file = receive(path, f"results/{number}.xlsx", hours_later=later)
    return readings


def _kinds(reading: Reading) -> list[tuple[str, str | None]]:
    return [(finding.kind, finding.value) for finding in reading.account.findings]


def test_every_superseded_report_names_the_one_that_stands(tmp_path: Path) -> None:
    first, second, third = _versions(tmp_path, 0, 1, 2)
    standing_reports([first, second, third])
    told = ("superseded_submission", "results/2.xlsx")
    assert [_kinds(first), _kinds(second), _kinds(third)] == [[told], [told], []]


def test_of_two_reports_received_at_once_no_name_decides_and_a_person_is_asked(tmp_path: Path) -> None:
    readings = _versions(tmp_path, 0, 0)
    (report,) = standing_reports(readings)
    said = {reading.account.file.name: _kinds(reading) for reading in readings}
    (left_out,) = [name for name, found in said.items() if found[0][0] == "superseded_submission"]
    (standing,) = said.keys() - {left_out}
    assert said == {left_out: [("superseded_submission", standing)], standing: [("reports_at_once", left_out)]}
    renamed = [reading.account for reading in _versions(_new(tmp_path), 0, 0)]
    for account, name in zip(renamed, ("results/z.xlsx", "results/a.xlsx"), strict=True):
        account.file = replace(account.file, name=name)
    (again,) = standing_reports(
        [Reading(account, reading.rows) for account, reading in zip(renamed, readings, strict=True)]
    )
    assert [row.numerator for row in again.figures] == [row.numerator for row in report.figures]


def _new(folder: Path) -> Path:
    (folder / "đổi tên").mkdir()
    return folder / "đổi tên"
