"""The clerks' part of a publication: what to mend in each report, one folder an agency and period. No SQL here."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from orchestration.resources import HOME_ZONE
from orchestration.warehouse import clerks
from sources.keys import KEY, PERIOD_KEY, UNIT_KEY
from sources.results.feedback import note, parts, sheet
from sources.results.feedback.lines import lines_of
from sources.vietnamese.normal import slug

UNKNOWN: Final = "_chua-ro-don-vi"
# A file may be named with two hundred letters; with its folder and ending the name must still fit a file system.
_LONGEST_NAME: Final = 80

_SEVERAL: Final = ("nhiều đơn vị, hoặc chưa xác định được", "nhiều kỳ, hoặc chưa xác định được")
_NAMED: Final = ("unit_key", "period_key")
_NAMES: Final = (*_NAMED, "unit_name", "period_name")
_NOBODY: Final[dict[str, Any]] = dict.fromkeys(("agency_key", *_NAMES))

Record = Mapping[str, Any]
_File = tuple[str, str]
_Keys = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of one file."""

    findings: list[Record]
    held: list[Record]

    @property
    def named(self) -> set[_Keys]:
        """Units and periods that are spoken of."""
        return {_keys(row) for row in (*self.findings, *self.held) if all(_keys(row))}

    def of(self, keys: _Keys) -> "_Said":
        """What names this unit and period."""
        return _Said(
            [row for row in self.findings if _keys(row) == keys], [row for row in self.held if _keys(row) == keys]
        )

    def beside(self, keys: set[_Keys]) -> "_Said":
        """What names none of these units and periods."""
        return _Said(
            [row for row in self.findings if _keys(row) not in keys],
            [row for row in self.held if _keys(row) not in keys],
        )


def write(database: Path, folder: Path) -> int:
    """A workbook and a short text for every report that has something to mend; how many reports that were."""
    folder.mkdir(parents=True, exist_ok=True)
    told = of_reports(clerks.feedback(database))
    for name, feedback in told.items():
        path = folder / f"{name}.xlsx"
        path.parent.mkdir(parents=True, exist_ok=True)
        sheet.write(feedback, path)
        path.with_suffix(".txt").write_text(note.write_note(feedback), encoding="utf-8")
    return len(told)


def of_reports(rows: clerks.Feedback) -> dict[str, parts.Feedback]:
    """What to mend by the name of its file, <agency>/<period>/<unit>; reports with nothing to mend are left out.

    Of a table of many units each is told what names it and its period; the rest has no one clerk, and goes with what
    could not be told whose it is.
    """
    by_file: dict[_File, list[Record]] = defaultdict(list)
    for report in rows.reports:
        by_file[_file(report)].append(report)
    said = _said_of_files(rows)
    blank: dict[_Keys, list[str]] = defaultdict(list)
    for row in rows.unanswered:
        blank[_keys(row)].append(row["indicator_name"])
    told: dict[str, parts.Feedback] = {}
    for file, reports in by_file.items():
        standing = {_keys(report) for report in reports}
        if said[file].named <= standing and len(reports) == 1:
            (report,) = reports
            _tell(told, report, report, _feedback(report, said[file], blank[_keys(report)]))
            continue
        for report in reports:
            mine = said[file].of(_keys(report))
            _tell(told, report, report, _feedback(report, mine, blank[_keys(report)], is_shared=True))
        rest = said[file].beside(standing)
        _tell(told, {}, reports[0], _feedback({**reports[0], **_NOBODY}, rest, is_shared=True))
    for account in rows.unread:
        one = said[_file(account)]
        tied = next((found for found in one.findings if found["unit_key"] and found["period_key"]), _NOBODY)
        _tell(told, tied, account, _feedback({**account, **{key: tied[key] for key in _NAMES}}, one))
    return dict(sorted(told.items()))


def _tell(told: dict[str, parts.Feedback], report: Record, file: Record, feedback: parts.Feedback) -> None:
    """Only what has something to mend takes a name: pages lead to <agency>/<period>/<unit> where there is anything."""
    if parts.needs_mending(feedback.lines):
        told[_name(report, file, told)] = feedback


def _said_of_files(rows: clerks.Feedback) -> dict[_File, _Said]:
    said = {_file(row): _Said([], []) for row in (*rows.reports, *rows.unread)}
    for row in rows.findings:
        if _file(row) in said:
            said[_file(row)].findings.append(row)
    for row in rows.held:
        if _file(row) in said:
            said[_file(row)].held.append(row)
    return said


def _feedback(
    report: Record, said: _Said, unanswered: Sequence[str] = (), *, is_shared: bool = False
) -> parts.Feedback:
    found = (
        parts.Noted(row["kind"], row["severity"], row["source_place"], row["value"], row["message"], row["remedy"])
        for row in said.findings
    )
    held = (parts.HeldCell(row["source_place"], row["column_name"], row["value"], row["rule"]) for row in said.held)
    lines = lines_of(found, held, report["source_path"])
    blank = parts.unanswered(unanswered) if report.get("layout") == "form" else None
    return parts.Feedback(
        file_name=report["source_path"],
        unit_name=report.get("unit_name") or report.get("unit_key"),
        period_name=report.get("period_name") or report.get("period_key"),
        received_on=report["received_at"].astimezone(HOME_ZONE).date(),
        is_readable=report["status"] == "read",
        loaded=report["values_loaded"],
        held_back=report["values_quarantined"],
        left_out=report["values_ignored"],
        lines=(*lines, blank) if blank else lines,
        is_shared=is_shared,
        holds=_SEVERAL if is_shared and not report.get("unit_key") else (parts.UNKNOWN, parts.UNKNOWN),
    )


def _file(row: Record) -> _File:
    return row["source_sha256"], row["source_path"]


def _keys(row: Record) -> _Keys:
    return row["unit_key"], row["period_key"]


def _name(report: Record, file: Record, taken: Mapping[str, object]) -> str:
    """Keys name folders only where they are keys; a second file for one unit and period adds its own name."""
    agency, unit, period = (str(report.get(key) or "") for key in ("agency_key", *_NAMED))
    inside = PurePosixPath(file["source_path"].removeprefix("results/")).with_suffix("")
    plain = slug(str(inside))[:_LONGEST_NAME] or "tep"
    is_known = KEY.fullmatch(agency) and UNIT_KEY.fullmatch(unit) and PERIOD_KEY.fullmatch(period)
    name = f"{agency}/{period}/{unit.rpartition('/')[2]}" if is_known else f"{UNKNOWN}/{plain}"
    if name in taken and is_known:
        name = f"{name}-{plain}"
    return f"{name}-{file['source_sha256'][:8]}" if name in taken else name
