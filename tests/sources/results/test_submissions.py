"""Which report stands, and what is said of the others; nothing of history is dropped."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sources.contract import SourceFile
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
