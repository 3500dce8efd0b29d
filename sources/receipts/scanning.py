"""Walks the collected folder: which files lie there, what they hash to, what is left out. No ledger, no clock."""

import hashlib
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal, cast

from sources.findings import Severity
from sources.receipts.rows import ReceiptFindingRow

PARSER_VERSION: Final = "receipts/1"
SourceKind = Literal["plans", "results", "indices", "registers", "other"]
ROOMS: Final = ("plans", "results", "indices", "registers")
# Files at the top that speak about the collection, and files that systems and people leave in folders.
CONTROL_FILES: Final = ("receipts.csv", "withdrawn.csv", "collection.yml")
_CLUTTER: Final = ("thumbs.db", "desktop.ini")
_CHUNK: Final = 1024 * 1024
# What people and programs make of their names: Withdrawn.csv, withdrawn.csv.txt, receipts (1).xlsx.
_LIKE_CONTROL: Final = re.compile(r"(receipts|withdrawn|collection)\b")
# Agency, year, period, unit: people need four levels. A folder nested without end is an accident or an attack.
_DEEPEST: Final = 50
# Stands where a finding is about no single content.
NO_CONTENT: Final = "—"


@dataclass(frozen=True, slots=True)
class ScannedFile:
    """A file of the folder. name: path inside the folder, forward slashes, NFC; kind: its top folder."""

    path: Path
    name: str
    sha256: str
    size_bytes: int
    kind: SourceKind


class Findings:
    """Findings of one scan, numbered by path, after those `before`. Their time is the file's: no clock is read."""

    def __init__(self, before: Iterable[ReceiptFindingRow] = ()) -> None:
        self.rows = list(before)
        self._numbers = Counter(row.source_path for row in self.rows)

    def add(
        self, path: Path, name: str, kind: str, severity: Severity, message: str, remedy: str, place: str = NO_CONTENT
    ) -> None:
        """Add a finding about the file or folder at `path`."""
        self._numbers[name] += 1
        self.rows.append(
            ReceiptFindingRow(
                finding_no=self._numbers[name],
                kind=kind,
                severity=severity,
                message=message,
                remedy=remedy,
                source_sha256=NO_CONTENT,
                source_path=name,
                source_place=place,
                parser_version=PARSER_VERSION,
                received_at=_changed_at(path),
            )
        )


def walk(collected: Path, findings: Findings) -> list[ScannedFile]:
    """The files of the folder by name. Links, hidden and lock files are left out, with findings where it matters."""
    files: dict[str, ScannedFile] = {}
    for path in _files_below(collected, collected, findings):
        name = _name(path, collected)
        if name in files:
            message = f"Có hai tệp cùng tên {name} (khác cách mã hóa dấu); chỉ đọc một tệp."
            findings.add(path, name, "same_name_twice", "warning", message, "Đổi tên một trong hai tệp.")
            continue
        try:
            digest, size = hash_file(path)
        except OSError:
            message = f"Không mở được tệp {name} để đọc."
            findings.add(path, name, "unreadable_file", "error", message, "Kiểm tra quyền đọc của tệp rồi chạy lại.")
            continue
        files[name] = ScannedFile(path, name, digest, size, _kind(name, path, findings))
    return [files[name] for name in sorted(files)]


def hash_file(path: Path) -> tuple[str, int]:
    """sha256 and size of a file, read in pieces."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return digest.hexdigest(), size


def _files_below(folder: Path, collected: Path, findings: Findings, depth: int = 0) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        name = _name(folder, collected)
        message = f"Không mở được thư mục {name} để đọc."
        findings.add(folder, name, "unreadable_folder", "error", message, "Kiểm tra quyền đọc của thư mục.")
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith(".") or entry.name.casefold() in _CLUTTER or _is_readme(entry.name):
            continue
        if folder == collected and entry.name in CONTROL_FILES:
            continue
        if entry.is_symlink():
            name = _name(path, collected)
            message = f"{name} là liên kết, không phải tệp thật; không được đọc."
            findings.add(path, name, "symbolic_link", "warning", message, "Chép tệp thật vào thư mục thu thập.")
        elif entry.is_dir(follow_symlinks=False) and depth == _DEEPEST:
            name = _name(path, collected)
            message = f"Thư mục {name} lồng quá sâu (hơn {_DEEPEST} cấp); không được đọc."
            findings.add(path, name, "folder_too_deep", "warning", message, "Chuyển tệp lên thư mục cấp trên.")
        elif entry.is_dir(follow_symlinks=False):
            yield from _files_below(path, collected, findings, depth + 1)
        elif entry.name.startswith("~$"):
            name = _name(path, collected)
            message = f"{name} là tệp khóa của Office: có người đang mở tệp này khi thu thập."
            findings.add(path, name, "office_lock_file", "info", message, "Lưu và đóng tệp để bản mới nhất được đọc.")
        elif entry.is_file(follow_symlinks=False):
            yield path
        else:
            name = _name(path, collected)
            message = f"{name} không phải tệp thường (đường ống, thiết bị); không được đọc."
            findings.add(path, name, "special_file", "warning", message, "Bỏ đi; chép tệp thật vào thư mục thu thập.")


def _kind(name: str, path: Path, findings: Findings) -> SourceKind:
    """The room of a file is its top folder; a sidecar .yml lies beside its plan and belongs there."""
    top = name.split("/")[0]
    if top in ROOMS and "/" in name:
        return cast(SourceKind, top)
    like = _LIKE_CONTROL.match(name.casefold()) if "/" not in name else None
    if like is not None:
        meant = next(file for file in CONTROL_FILES if file.startswith(like[1]))
        message = f"Tệp {name} không được dùng: tên phải đúng là {meant}."
        findings.add(path, name, "misnamed_register", "warning", message, f"Đổi tên, lưu đúng dạng tệp {meant}.")
        return "other"
    message = f"Tệp {name} nằm ngoài các thư mục {', '.join(ROOMS)}; không được đọc."
    findings.add(path, name, "unknown_folder", "warning", message, "Chuyển tệp vào thư mục đúng loại.")
    return "other"


def _is_readme(name: str) -> bool:
    """README files explain a folder to people; they are no input."""
    return name.casefold().split(".")[0] == "readme"


def _name(path: Path, collected: Path) -> str:
    """Path inside the folder; a byte that is no UTF-8 shows as its number, so that two such names stay two."""
    printable = os.fsencode(path.relative_to(collected).as_posix()).decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", printable)


def _changed_at(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.lstat().st_mtime, UTC)
    except (OSError, OverflowError, ValueError):
        return datetime.fromtimestamp(0, UTC)
