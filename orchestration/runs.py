"""The run ledger: one line a night, whether it was published or held back. Beside the receipts the only clock."""

import json
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel


class Run(BaseModel):
    """One night. `reason` says in Vietnamese why nothing was published; counts are those of `reporting.rpt_site`."""

    run_id: str
    as_of: str | None
    collected: str
    started_at: datetime
    seconds: float
    status: Literal["published", "held_back"]
    reason: str | None = None
    counts: dict[str, int] = {}


def append(ledger: Path, run: Run) -> None:
    """Add a night at the end of the ledger."""
    ledger.parent.mkdir(parents=True, exist_ok=True)
    with ledger.open("a", encoding="utf-8") as handle:
        handle.write(run.model_dump_json() + "\n")


def history(ledger: Path) -> list[Run]:
    """All nights, oldest first. A line that a power cut left half-written is passed over."""
    if not ledger.exists():
        return []
    runs = []
    for line in ledger.read_text(encoding="utf-8").splitlines():
        try:
            runs.append(Run.model_validate(json.loads(line)))
        except ValueError:
            continue
    return runs
