"""The .yml beside a flat table: a few lines that say whose its figures are where the table itself does not."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final

from sources.contract import SourceFile
from sources.keys import KEY, PERIOD_KEY, UNIT_KEY
from sources.results.accounts import ResultAccount
from sources.results.jobs import Reading

_ENDINGS: Final = frozenset({".yml", ".yaml"})
# What may be said, and how it looks; what it means for the report is read with the table.
_KEYS: Final[Mapping[str, re.Pattern[str]]] = {
    "agency_key": KEY,
    "unit_key": UNIT_KEY,
    "period_key": PERIOD_KEY,
    "is_simulated": re.compile("có|không|true|false"),
    "report_state": re.compile("dự thảo|chính thức, đã ký|draft|signed"),
    "sent_date": re.compile(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}
_LINE: Final = re.compile(r"""([a-z_]+)\s*:\s*["']?([^"'#]*?)["']?\s*(#.*)?""")
# Six short lines; a longer file is not this one.
_MAX_BYTES: Final = 4 * 1024
_MARKS: Final = ("---", "...")


def pair(files: Sequence[SourceFile]) -> tuple[list[SourceFile], dict[str, SourceFile], list[Reading]]:
    """Tables by path; of each with a .yml beside it that .yml, by the table's path; what became of every .yml."""
    tables = sorted((file for file in files if not _is_beside(file)), key=lambda file: file.name)
    readings: list[Reading] = []
    besides: dict[str, SourceFile] = {}
    stems = {_stem(file): file.name for file in tables}
    for file in sorted((file for file in files if _is_beside(file)), key=lambda file: file.name):
        account = ResultAccount(file)
        reading = Reading(account, status="ignored")
        readings.append(reading)
        table = stems.get(_stem(file))
        if table is None or table in besides:
            account.say("keys_without_table", value=PurePosixPath(file.name).name)
            account.note("không có bảng số liệu bên cạnh")
            continue
        besides[table] = file
        reading.status = "read"
        _judge(file, account)
    return tables, besides, readings


def keys_of(file: SourceFile) -> dict[str, str]:
    """What the file says, as far as it is well-formed."""
    return {key: value for _, key, value in _lines(file) if key in _KEYS and _KEYS[key].fullmatch(value)}


def _judge(file: SourceFile, account: ResultAccount) -> None:
    """Each line is a value: taken, or left out after a finding."""
    for number, key, value in _lines(file):
        if key in _KEYS and _KEYS[key].fullmatch(value):
            account.loaded += 1
        else:
            account.say("keys_unclear", f"dòng {number}", value=f"{key}: {value}")
            account.ignore(1, "dòng không hiểu được")


def _lines(file: SourceFile) -> list[tuple[int, str, str]]:
    """Number, name and value of the lines with content; the whole line as a name where it has no such shape."""
    try:
        with file.path.open("rb") as stream:
            text = stream.read(_MAX_BYTES).decode("utf-8-sig", errors="replace")
        text = unicodedata.normalize("NFC", text)
    except OSError:
        return []
    lines: list[tuple[int, str, str]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.strip()
        if bare and not bare.startswith("#") and bare not in _MARKS:
            found = _LINE.fullmatch(bare)
            lines.append((number, found[1], found[2].casefold()) if found else (number, bare, ""))
    return lines


def _is_beside(file: SourceFile) -> bool:
    return PurePosixPath(file.name).suffix.casefold() in _ENDINGS


def _stem(file: SourceFile) -> str:
    return str(PurePosixPath(file.name).with_suffix(""))
