"""Reports that are only being checked, beside the received ones that rules over time and units hold them against."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final

import pyarrow.parquet as pq

from orchestration import known, receipts
from orchestration.resources import Workspace
from sources.contract import RawRow, SourceFile
from sources.findings import FindingRow
from sources.receipts.scanning import hash_file
from sources.results.feedback.parts import Noted
from sources.results.known import Known
from sources.results.reader import read as read_results
from sources.results.rows import SubmissionRow

# The file that says of a flat table whose it is and for which period.
_BESIDE: Final = (".yml", ".yaml")
_AGENCY: Final = "agency"


def read(mine: Sequence[SourceFile], workspace: Workspace) -> tuple[list[RawRow], Known]:
    """The rows of the reports and of what stands beside them, and what was known. Before a first night the registers of
    the collected folder are known, and nothing has come."""
    has_ledger = workspace.receipts.exists()
    told = known.of_night(workspace) if has_ledger else known.of_folder(workspace.collected)
    given = [*mine, *_beside(mine)]
    rows = _rows(given, told)
    reports = [row for row in rows if isinstance(row, SubmissionRow)]
    others = _others(workspace, told, reports, {file.sha256 for file in mine}) if has_ledger and reports else []
    return (_rows([*given, *others], told) if others else rows), told


def of_other_reports(rows: Iterable[RawRow], file: SourceFile, mine: Sequence[SourceFile]) -> Iterator[Noted]:
    """Findings of received reports that do not agree with a cell of this file: the file is named in them. What is said
    of another file that is being checked is told there."""
    told = {one.sha256 for one in mine}
    for row in rows:
        if isinstance(row, FindingRow) and row.source_sha256 not in told and row.place_b:
            place = row.place_b.removeprefix(f"{file.name}, ")
            if place != row.place_b:
                yield Noted(row.kind, row.severity, place, row.value_b, row.message, row.remedy)


def _rows(files: Sequence[SourceFile], told: Known) -> list[RawRow]:
    return [row for rows in read_results(files, told).values() for row in rows]


def _beside(mine: Sequence[SourceFile]) -> Iterator[SourceFile]:
    for file in mine:
        for ending in _BESIDE:
            path = file.path.with_suffix(ending)
            if path.is_file():
                name = str(PurePosixPath(file.name).with_suffix(ending))
                yield SourceFile(path, name, hash_file(path)[0], file.received_at)


def _others(workspace: Workspace, told: Known, reports: Sequence[SubmissionRow], mine: set[str]) -> list[SourceFile]:
    units = {row.unit_key for row in reports}
    of_agencies = [row for row in reports if row.unit_key in told.units and told.units[row.unit_key].kind == _AGENCY]
    sums = {(row.agency_key, row.period_key) for row in of_agencies}
    return [file for file in received(workspace, units, sums) if file.sha256 not in mine]


def received(workspace: Workspace, units: set[str], sums: set[tuple[str, str]]) -> list[SourceFile]:
    """Received files that may speak of these units, or of any unit of the agencies and periods in `sums`: rules look at
    no others. What the last published night knows to be of somebody else is not opened again."""
    files = receipts.current_files(workspace, "results")
    submissions = workspace.current / "raw" / f"{SubmissionRow.table}.parquet"
    if not submissions.exists():
        return files
    columns = ["source_sha256", "agency_key", "unit_key", "period_key"]
    said = pq.read_table(submissions, columns=columns).to_pylist()
    asked = {
        row["source_sha256"]
        for row in said
        if row["unit_key"] in units or (row["agency_key"], row["period_key"]) in sums
    }
    others = {row["source_sha256"] for row in said} - asked
    return [file for file in files if file.sha256 not in others]
