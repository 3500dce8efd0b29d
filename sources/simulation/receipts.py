"""receipts.csv and withdrawn.csv of the collection: when every file came and what was taken back, so that the
demonstration hangs on no clock."""

import csv
from collections.abc import Iterable
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from sources.receipts.registers import RECEIPTS_FILE, WITHDRAWN_FILE
from sources.receipts.scanning import Findings, hash_file, walk
from sources.simulation.agency import Agency
from sources.simulation.sendings import sendings
from sources.simulation.story import tell
from sources.simulation.tables import summary_path

_COLUMNS: Final = ("sha256", "sent_at", "received_at", "sender")
_WITHDRAWN_COLUMNS: Final = ("sha256", "withdrawn_at", "withdrawn_by", "reason")
_VIETNAM: Final = "+07:00"


def write_receipts(agency: Agency, out: Path) -> None:
    """Write receipts.csv for every content that a night would read under `out`, in the order in which they came."""
    summaries = {summary_path(told["period"]): told["sent"] for told in tell("tables")["summaries"]["reports"]}
    sent = {path: sending for sending in sendings(agency) for path in (sending.path, *sending.copies)}
    rows: dict[str, tuple[str, str, str, str, str]] = {}
    for file in walk(out, Findings()):
        if file.name in sent:
            sending = sent[file.name]
            sent_at, received_at = sending.sent_at.isoformat(), sending.received_at.isoformat()
            sender = sending.unit.name
        elif file.name in summaries:
            sent_at = received_at = summaries[file.name]
            sender = agency.name
        else:
            sent_at, received_at, sender = _told(file.name)
        rows.setdefault(file.sha256, (_instant(received_at), file.name, file.sha256, _instant(sent_at), sender))
    _write(
        out / RECEIPTS_FILE,
        _COLUMNS,
        ((digest, sent_at, received, sender) for received, _, digest, sent_at, sender in sorted(rows.values())),
    )


def write_withdrawals(out: Path) -> None:
    """Write withdrawn.csv: what units sent in error and took back."""
    _write(
        out / WITHDRAWN_FILE,
        _WITHDRAWN_COLUMNS,
        (
            (hash_file(out / told["path"])[0], _instant(told["withdrawn"]), told["by"], told["reason"])
            for told in tell("withdrawals")
        ),
    )


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def _told(name: str) -> tuple[str, str, str]:
    """What story/receipts.yml says of a file that no unit sent: sent, received, sender."""
    rule = next(rule for rule in tell("receipts") if fnmatchcase(name, rule["pattern"]))
    return rule["sent"], rule["received"], rule["sender"]


def _instant(text: str) -> str:
    """An instant with seconds and zone; nothing stays nothing."""
    return f"{datetime.fromisoformat(text).isoformat()}{_VIETNAM}" if text else ""
