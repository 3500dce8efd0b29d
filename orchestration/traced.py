"""What a traced row says on a screen: its columns under their Vietnamese names, then each origin with its place."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final

from dashboards.theme import formats
from dashboards.theme.words import words
from orchestration.resources import HOME_ZONE
from orchestration.tracing import Trace

# Said of each origin, and not of the row.
PROVENANCE: Final = frozenset(("source_sha256", "source_path", "source_place", "parser_version", "received_at"))
# Beginning of the ID, column, block of words.
STATES: Final = (
    ("fct_target", "status", "target_status"),
    ("fct_target", "status_reason", "status_reason"),
    ("fct_target", "state", "figure_state"),
    ("fct_indicator", "state", "figure_state"),
    ("fct_indicator", "year_to_date_state", "figure_state"),
    ("fct_index", "state", "figure_state"),
    ("fct_task", "status", "task_status"),
    ("fct_own_task", "status", "task_status"),
    ("fct_report_submission", "status", "report_status"),
    ("fct_finding", "severity", "severity"),
)


def said(found: Trace) -> Iterator[str]:
    """The row and its origins, line by line."""
    yield found.row_id
    yield ""
    labels = {name: _label(name, found.comments.get(name)) for name in found.row if name not in PROVENANCE}
    width = max(map(len, labels.values()))
    for name, label in labels.items():
        if found.row[name] is not None:
            yield f"  {label:<{width}}  {_meaning(found.row_id, name, found.row[name])}"
    yield ""
    yield f"Đường về nguồn: {len(found.origins)} nơi"
    for origin in found.origins:
        yield ""
        yield f"{origin['origin_no']}. {origin['role_name']}"
        if origin["said"]:
            yield f"   {_value(origin['said'])}"
        for label, value in _details(origin):
            yield f"   {label:<10} {value}"


def _details(origin: dict[str, Any]) -> Iterator[tuple[str, str]]:
    who = [name for name in (origin["unit_name"], origin["period_name"]) if name]
    if who:
        yield "Của", ", ".join(who)
    if origin["corrected_by"]:
        on = f", ngày {_value(origin['corrected_on'])}" if origin["corrected_on"] else ""
        yield "Người sửa", _value(origin["corrected_by"]) + on
    elif origin["is_corrected"]:
        yield "Đã sửa", "bản trước ghi khác, hoặc người rà soát đã sửa"
    if origin["source_path"] is None:
        return
    yield "Tệp", _value(origin["source_path"])
    if origin["source_place"]:
        yield "Vị trí", _value(origin["source_place"])
    yield "Mã băm", origin["source_sha256"]
    basis = words().receipt_basis.get(origin["receipt_basis"], "")
    yield "Nhận", f"{_value(origin['received_at'])} (giờ Việt Nam)" + (f", {basis}" if basis else "")
    if origin["sent_at"] or origin["sender"]:
        yield "Gửi", ", ".join(_value(origin[name]) for name in ("sent_at", "sender") if origin[name])
    if origin["version_no"]:
        yield "Lần gửi", str(origin["version_no"])
    for name, label in (("superseded_at", "Bị thay"), ("withdrawn_at", "Bị rút")):
        if origin[name]:
            yield label, _value(origin[name])
    if origin["is_simulated"]:
        yield "Lưu ý", "số liệu mô phỏng"
    if origin["parser_version"]:
        yield "Trình đọc", origin["parser_version"]
    yield "Bản lưu", str(origin["stored_copy"] or "không còn trong thư mục trạng thái")


def _label(name: str, comment: str | None) -> str:
    """The Vietnamese name that a comment opens with, "Tên (đơn vị): nghĩa | English"; else the column's own name."""
    vietnamese, bar, _ = (comment or "").partition(" | ")
    return vietnamese.partition(":")[0] if bar and ":" in vietnamese else name


def _meaning(row_id: str, column: str, value: Any) -> str:
    """A value of the row; a state with the word that pages print for it."""
    block = next((block for start, name, block in STATES if row_id.startswith(start) and name == column), None)
    word = words()[block].get(str(value), "") if block else ""
    return f"{word} ({value})" if word else _value(value)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, Decimal):
        return formats.number(value, places=4)
    if isinstance(value, datetime):
        return f"{value.replace(tzinfo=UTC).astimezone(HOME_ZONE):%H:%M ngày %d/%m/%Y}"
    if isinstance(value, date):
        return formats.day(value)
    # Text of files is hostile: neither colours nor moves of the cursor reach the screen.
    return " ".join("".join(letter if letter.isprintable() else " " for letter in str(value)).split())
