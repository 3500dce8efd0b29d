"""What feedback is made of: findings and held cells as they come, lines as a person reads them. Nothing is sorted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from sources.findings import Severity

Level = Severity | Literal["held"]
# What matters most first.
LEVELS: Final[dict[Level, str]] = {
    "error": "Lỗi phải sửa",
    "held": "Chờ xác minh",
    "warning": "Cần kiểm tra",
    "info": "Lưu ý",
}
WHOLE_FILE: Final = "cả tệp"
# As many names as a person reads in one sentence; whoever left out more begins with these.
_SHOWN: Final = 12
UNKNOWN: Final = "chưa xác định được"
NOTHING: Final = "không có nội dung cần sửa"


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding as readers and rules give it. kind: its rule; place: Biểu 1 Số liệu!E12, or words."""

    kind: str
    severity: Severity
    place: str
    value: str | None
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class HeldCell:
    """A cell that was not loaded, and the rule that held its line back."""

    place: str
    column: str
    value: str
    rule: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what to mend, as a person reads it. sheet "": the file as a whole."""

    kind: str
    level: Level
    sheet: str
    cell: str
    value: str
    what: str
    action: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """What to mend in one report, and what became of it. Names None: not known; is_report: it has a unit and a period,
    as plans and registers have not; holds: what stands for a unit and a period without a name; is_shared: its
    file holds reports of others too, and the counts are the file's;
    received_on None: not sent yet."""

    file_name: str
    unit_name: str | None
    period_name: str | None
    received_on: date | None
    is_readable: bool
    loaded: int
    held_back: int
    left_out: int
    lines: tuple[Line, ...]
    is_report: bool = True
    is_shared: bool = False
    holds: tuple[str, str] = (UNKNOWN, UNKNOWN)

    @property
    def has_errors(self) -> bool:
        """Something must be mended before the report is whole."""
        return any(line.level == "error" for line in self.lines)

    @property
    def counts(self) -> str:
        """How much of each level there is, as words; "" where there is nothing."""
        levels = Counter(line.level for line in self.lines)
        return "; ".join(f"{levels[level]} {words.lower()}" for level, words in LEVELS.items() if levels[level])

    @property
    def accepted(self) -> str:
        """What was taken over, in one sentence."""
        if not self.is_readable:
            return "Chưa nhận được số liệu nào của tệp này."
        whose = "Cả tệp, gồm nhiều đơn vị hoặc nhiều kỳ: đã" if self.is_shared else "Đã"
        return f"{whose} nhận {self.loaded} giá trị; giữ lại chờ xác minh {self.held_back}; không dùng {self.left_out}."


def unanswered(names: Sequence[str]) -> Line | None:
    """The indicators that the form asks for and the report does not speak of: lines left blank, or taken out."""
    if not names:
        return None
    shown = "; ".join(names[:_SHOWN]) + (f"; và {len(names) - _SHOWN} chỉ tiêu khác" if len(names) > _SHOWN else "")
    what = f"{len(names)} chỉ tiêu của biểu chưa có số liệu, được coi là chưa báo cáo: {shown}."
    action = (
        "Điền số liệu, hoặc chọn “Không phát sinh”, “Không áp dụng”; dòng đã xóa thì lấy lại từ biểu được phát hành."
    )
    return Line("indicators_unanswered", "info", "", WHOLE_FILE, "", what, action)


def needs_mending(lines: Iterable[Line]) -> bool:
    """Something was held back, is wrong, or should be looked at; what is only good to know asks for nothing."""
    return any(line.level != "info" for line in lines)
