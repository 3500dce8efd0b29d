"""receipts.csv of the collection: when every file came, so that the demonstration hangs on no clock."""

import csv
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from sources.receipts.registers import RECEIPTS_FILE
from sources.receipts.scanning import Findings, walk
from sources.simulation.agency import Agency
from sources.simulation.results import sendings
from sources.simulation.story import tell

_COLUMNS: Final = ("sha256", "sent_at", "received_at", "sender")
_VIETNAM: Final = "+07:00"


def write_receipts(agency: Agency, out: Path) -> None:
    """Write receipts.csv for every file that a night would read under `out`, in the order in which they came."""
    sent = {sending.path: sending for sending, *_ in sendings(agency)}
    rows: list[tuple[str, str, str, str, str]] = []
    for file in walk(out, Findings()):
        if file.name in sent:
            sending = sent[file.name]
            sent_at, received_at, sender = sending.sent_at.isoformat(), sending.received_at.isoformat(), sending.sender
        else:
            sent_at, received_at, sender = _told(file.name)
        rows.append((_instant(received_at), file.name, file.sha256, _instant(sent_at), sender))
    with (out / RECEIPTS_FILE).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(_COLUMNS)
        writer.writerows((digest, sent_at, received, sender) for received, _, digest, sent_at, sender in sorted(rows))


def _told(name: str) -> tuple[str, str, str]:
    """What story/receipts.yml says of a file that no unit sent: sent, received, sender."""
    rule = next(rule for rule in tell("receipts") if fnmatchcase(name, rule["pattern"]))
    return rule["sent"], rule["received"], rule["sender"]


def _instant(text: str) -> str:
    """An instant with seconds and zone; nothing stays nothing."""
    return f"{datetime.fromisoformat(text).isoformat()}{_VIETNAM}" if text else ""
