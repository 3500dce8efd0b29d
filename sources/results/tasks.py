"""Reads Biểu 2: one task of a plan a line, how far it is, and the document that shows it."""

import re
from datetime import date, timedelta, timezone
from typing import Final

from sources.keys import KEY
from sources.results.amounts import HeldBackError, check_cell, read_day
from sources.results.headings import TASK_STATES
from sources.results.lines import BLANK_LINES, REPEATED_LINE, Sheet, any_text
from sources.results.rows import TaskProgressRow
from sources.spreadsheet import Typed
from sources.vietnamese.normal import match_key

# Days in workbooks are days in Vietnam, which keeps one offset all year.
_HOME: Final = timezone(timedelta(hours=7))
ENTRIES: Final = ("state", "done_date", "document_number", "document_date", "explanation")
_TASK_KEY = re.compile(rf"({KEY.pattern})/(a[0-9]{{3,}})")
_STATE_WORDS: Final = {match_key(words): state for state, words in TASK_STATES.items()}


def read_tasks(sheet: Sheet) -> None:
    """Add the rows of Biểu 2 to the sheet, and its counts and findings to the account."""
    seen: dict[str, tuple[str, ...]] = {}
    for row in sheet.grid.lines():
        entries = sheet.entries(row, ENTRIES)
        task = sheet.text(row, "task_key").replace(" ", "").casefold()
        if entries:
            _read_line(sheet, task, entries, seen)
        elif task:
            sheet.account.note(BLANK_LINES, 1)


def _read_line(sheet: Sheet, task: str, entries: dict[str, Typed], seen: dict[str, tuple[str, ...]]) -> None:
    first = next(iter(entries.values()))
    key = _TASK_KEY.fullmatch(task)
    if key is None:
        sheet.hold_back(entries, [(first, _unknown_task(task))])
        return
    content = tuple(f"{name}={cell.text}" for name, cell in entries.items())
    if task in seen:
        if seen[task] == content:
            sheet.account.ignore(len(entries), REPEATED_LINE)
        else:
            sheet.hold_back(entries, [(first, _REPEATED)])
        return
    seen[task] = content
    dates, problems = _dates(entries)
    state = _STATE_WORDS.get(match_key(entries["state"].text)) if "state" in entries else None
    if state is None:
        problems.append((first, _unknown_state(entries.get("state"))))
    if state is None or problems:
        sheet.hold_back(entries, problems)
        return
    done = dates.get("done_date")
    if state == "done" and done is None:
        sheet.warn(first, "done_without_date", f"nhiệm vụ “{task}” hoàn thành nhưng không có ngày", _GIVE_DAY)
    elif state != "done" and done is not None:
        sheet.warn(
            first, "date_without_done", f"nhiệm vụ “{task}” có ngày hoàn thành nhưng chưa ghi hoàn thành", _GIVE_DAY
        )
    for name, day in dates.items():
        if day > sheet.account.file.received_at.astimezone(_HOME).date():
            message = f"ngày “{entries[name].text}” sau ngày nhận tệp"
            sheet.warn(entries[name], "date_after_receipt", message, "Kiểm tra lại ngày, tháng, năm.")
    sheet.account.loaded += len(entries)
    sheet.rows.append(
        TaskProgressRow(
            **sheet.keys,
            plan_key=key[1],
            task_no=key[2].upper(),
            state=state,
            done_date=done,
            document_number=any_text(entries, "document_number"),
            document_date=dates.get("document_date"),
            explanation=any_text(entries, "explanation"),
            extension_until=None,
            extension_document=None,
            **sheet.account.origin(first.place),
        )
    )


def _dates(entries: dict[str, Typed]) -> tuple[dict[str, date], list[tuple[Typed, HeldBackError]]]:
    """The days of a line, and the cells of the line that cannot be read."""
    dates: dict[str, date] = {}
    problems: list[tuple[Typed, HeldBackError]] = []
    for name, cell in entries.items():
        try:
            check_cell(cell)
            if name in ("done_date", "document_date"):
                dates[name] = read_day(cell)
        except HeldBackError as error:
            problems.append((cell, error))
    return dates, problems


def _unknown_task(task: str) -> HeldBackError:
    if not task:
        return HeldBackError("missing_task_key", "dòng có nội dung nhưng không có mã nhiệm vụ", _GIVE_KEY)
    return HeldBackError("unknown_task_key", f"mã nhiệm vụ “{task}” không đúng dạng", _GIVE_KEY)


def _unknown_state(cell: Typed | None) -> HeldBackError:
    words = "; ".join(TASK_STATES.values())
    if cell is None:
        return HeldBackError("missing_task_state", "chưa ghi tình trạng nhiệm vụ", f"Chọn một trong: {words}.")
    return HeldBackError("unknown_task_state", f"không hiểu tình trạng “{cell.text}”", f"Chọn một trong: {words}.")


_GIVE_KEY: Final = "Ghi mã nhiệm vụ như biểu mẫu, dạng mã kế hoạch/A001."
_GIVE_DAY: Final = "Ghi ngày hoàn thành cùng tình trạng “Hoàn thành”."
_REPEATED: Final = HeldBackError(
    "duplicate_task", "nhiệm vụ đã có ở dòng trên với nội dung khác", "Giữ một dòng cho mỗi nhiệm vụ."
)
