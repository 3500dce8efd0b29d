"""What the night would say of files before anybody sends them: each read as its room reads it. Nothing is kept."""

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from orchestration import foretold, received_beside
from orchestration.checked import Checked, Room
from orchestration.resources import Workspace, now
from sources.contract import RawRow, SourceFile
from sources.findings import FileRow, FindingRow
from sources.indices.reader import read as read_indices
from sources.plans.extract import look_at
from sources.receipts.scanning import hash_file
from sources.registers.reader import REGISTERS
from sources.registers.reader import read as read_registers
from sources.results.feedback.lines import lines_as_found, lines_of
from sources.results.feedback.parts import UNKNOWN, Feedback, HeldCell, Line, Noted
from sources.results.known import Known
from sources.results.rows import QuarantineRow, SubmissionRow

_TABLES: Final = frozenset({".xlsx", ".xlsm", ".xls", ".csv", ".ods", ".xlsb"})
_INDICES: Final = ("par_index", "sipas", "papi")


def check(paths: Sequence[Path], workspace: Workspace) -> list[Checked]:
    """The files, each in its room, in the order given; reports all together, as they would come."""
    given = list(dict.fromkeys(paths))
    files = [
        SourceFile(path, name, hash_file(path)[0], now())
        for path, name in zip(given, names_of(given, workspace), strict=True)
    ]
    reports = [file for file in files if room_of(file.path) == "results"]
    rows, told = received_beside.read(reports, workspace) if reports else ([], Known())
    return [_report(file, reports, rows, told, workspace) if file in reports else _alone(file) for file in files]


def names_of(paths: Sequence[Path], workspace: Workspace) -> list[str]:
    """What each file is called while it is read. Folders say whose a table is only as the night sees them: of a file
    that lies elsewhere the bare name counts, numbered where two files share it."""
    names: list[str] = []
    for path in paths:
        whole = path.resolve()
        inside = whole.is_relative_to(workspace.collected)
        name = whole.relative_to(workspace.collected).as_posix() if inside else path.name
        names.append(name if name not in names else f"{path.stem} ({len(names) + 1}){path.suffix}")
    return names


def room_of(path: Path) -> Room:
    """Documents are plans; tables are registers or indices by their names, else results."""
    name = PurePosixPath(path.name.casefold())
    if name.suffix not in _TABLES:
        return "plans"
    if name.stem in REGISTERS:
        return "registers"
    return "indices" if name.stem.startswith(_INDICES) else "results"


def _alone(file: SourceFile) -> Checked:
    """A file whose room judges it by itself."""
    room = room_of(file.path)
    if room == "plans":
        rows = look_at(file.path).rows
        account = next(row for row in rows if isinstance(row, FileRow) and row.source_sha256 == file.sha256)
        return _checked(room, file, account, lines_as_found(_noted(rows), account.source_path))
    tables = read_registers([file]) if room == "registers" else read_indices([file])
    own = [row for rows in tables.values() for row in rows]
    account = next(row for row in own if isinstance(row, FileRow))
    return _checked(room, file, account, lines_of(_noted(own), (), file.name))


def _report(
    file: SourceFile, mine: Sequence[SourceFile], rows: Iterable[RawRow], told: Known, workspace: Workspace
) -> Checked:
    own = [row for row in rows if (row.source_sha256, row.source_path) == (file.sha256, file.name)]
    account = next(row for row in own if isinstance(row, FileRow))
    cells = (row for row in own if isinstance(row, QuarantineRow))
    held = [HeldCell(row.source_place, row.column_name, row.value, row.rule) for row in cells]
    found = [*_noted(own), *received_beside.of_other_reports(rows, file, mine), *foretold.unknown_tasks(own, workspace)]
    reports = [row for row in own if isinstance(row, SubmissionRow)]
    lines = [
        *foretold.already_received(file, workspace, reports, told),
        *lines_of(found, held, file.name),
        *foretold.unanswered(own, reports, workspace),
    ]
    return _checked("results", file, account, lines, reports, told)


def _checked(
    room: Room,
    file: SourceFile,
    account: FileRow,
    lines: Sequence[Line],
    reports: Sequence[SubmissionRow] = (),
    told: Known | None = None,
) -> Checked:
    """reports: those that the file holds; a table of many units has no one unit and period to name."""
    is_shared = len(reports) > 1
    one = reports[0] if len(reports) == 1 else None
    window = told.window(one.agency_key, one.period_key) if told and one else None
    period_key = one.period_key if one else None
    feedback = Feedback(
        file_name=file.path.name,
        unit_name=one.unit_name if one else None,
        period_name=window.name if window else period_key,
        received_on=None,
        is_readable=account.status == "read",
        loaded=account.values_loaded,
        held_back=account.values_quarantined,
        left_out=account.values_ignored,
        lines=tuple(lines),
        is_report=room == "results",
        is_shared=is_shared,
        holds=(f"{len({row.unit_key for row in reports})} đơn vị", f"{len({row.period_key for row in reports})} kỳ")
        if is_shared
        else (UNKNOWN, UNKNOWN),
    )
    return Checked(str(file.path), room, account.values_read, account.ignored_reason, feedback)


def _noted(rows: Iterable[RawRow]) -> list[Noted]:
    return [
        Noted(row.kind, row.severity, row.source_place, row.value, row.message, row.remedy)
        for row in rows
        if isinstance(row, FindingRow)
    ]
