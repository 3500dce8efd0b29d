"""The rules of the intake, as data: rules.csv says for each its severity, its sentence and what to do.

A rule's code is the `kind` of its findings. Sentences and remedies are templates: `{value}` and the other names in
braces are filled in by whoever found the case. Which rule applies where is said by the code that checks it.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from sources.findings import Severity

_FILE: Final = Path(__file__).parent / "rules.csv"
# A cell may hold thirty thousand letters; what a sentence needs of it is enough to find it again.
_LONGEST: Final = 120
# Choices and nearest names, which the reader offers itself.
_OURS: Final = frozenset({"words", "nearest"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. scope: what it looks at: cell, line, sheet, file, time (windows of one unit), units (of one agency)."""

    kind: str
    scope: str
    severity: Severity
    sentence: str
    remedy: str

    def say(self, **values: object) -> tuple[str, str]:
        """Sentence and remedy with the values in their places. KeyError for a name the template has and nobody gave."""
        words = {name: value if name in _OURS else _shortened(value) for name, value in values.items()}
        return self.sentence.format_map(words), self.remedy.format_map(words)


def _shortened(value: object) -> object:
    """Text cut where it is longer than a sentence bears."""
    if isinstance(value, str) and len(value) > _LONGEST:
        return value[:_LONGEST] + "…"
    return value


def _read(path: Path) -> Mapping[str, Rule]:
    with path.open(encoding="utf-8", newline="") as stream:
        return {
            line["kind"]: Rule(
                line["kind"], line["scope"], cast(Severity, line["severity"]), line["sentence"], line["remedy"]
            )
            for line in csv.DictReader(stream)
        }


RULES: Final[Mapping[str, Rule]] = _read(_FILE)
