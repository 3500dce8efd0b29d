"""A file that was looked through before it is sent, told on a screen and as a workbook. No reading."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Any, Final, Literal

from sources.results.feedback.lines import clean
from sources.results.feedback.note import one_line
from sources.results.feedback.parts import NOTHING, Feedback
from sources.results.feedback.sheet import write as write_sheet
from sources.vietnamese.normal import slug

Room = Literal["plans", "results", "indices", "registers"]
ROOMS: Final[dict[Room, str]] = {
    "plans": "kế hoạch",
    "results": "báo cáo kết quả",
    "indices": "bảng chỉ số",
    "registers": "sổ theo dõi",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """One file: what it was taken for, values read in it, why some were left out, and what to mend."""

    path: str
    room: Room
    read: int
    reason: str | None
    feedback: Feedback

    @property
    def plain(self) -> dict[str, Any]:
        """The same for machines."""
        return {
            "path": self.path,
            "room": self.room,
            "read": self.read,
            "ignored_reason": self.reason,
            **asdict(self.feedback),
        }


def said(one: Checked) -> Iterator[str]:
    """What is found in a file, for a screen: what it is, its counts, how many of each level, the lines in order."""
    feedback = one.feedback
    names = [name for name in (ROOMS[one.room], feedback.unit_name, feedback.period_name) if name]
    yield f"{clean(one.path)}: {clean(', '.join(names))}"
    yield f"  Đọc {one.read} giá trị. {feedback.accepted}"
    if one.reason:
        yield f"  Không dùng: {clean(one.reason)}."
    yield f"  Tổng cộng: {feedback.counts}." if feedback.lines else f"  {NOTHING.capitalize()}."
    for number, line in enumerate(feedback.lines, start=1):
        yield f"  {number}. {one_line(line)}"


def write_workbooks(checked: Iterable[Checked], folder: Path) -> list[Path]:
    """A workbook for every file that has something to mend; files of one name get a number. FileExistsError before
    anything is written, its arguments the names there; OSError where the folder cannot be written."""
    waiting: dict[Path, Feedback] = {}
    for one in checked:
        if one.feedback.lines:
            name = slug(PurePosixPath(one.feedback.file_name).stem) or "tep"
            paths = (folder / f"{name}-can-sua{f'-{number}' if number > 1 else ''}.xlsx" for number in count(1))
            waiting[next(path for path in paths if path not in waiting)] = one.feedback
    standing = [path.name for path in waiting if path.exists()]
    if standing:
        raise FileExistsError(*standing)
    folder.mkdir(parents=True, exist_ok=True)
    for path, feedback in waiting.items():
        write_sheet(feedback, path)
    return list(waiting)
