"""What a traced row says on a screen: its columns under their Vietnamese names, then each origin with its place."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final

from dashboards.theme import formats
from orchestration import code_words
from orchestration.resources import HOME_ZONE
from orchestration.tracing import Trace

# Said of each origin, and not of the row.
PROVENANCE: Final = frozenset(("source_sha256", "source_path", "source_place", "parser_version", "received_at"))


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
    basis = _word("dim_source_file", "receipt_basis", origin["receipt_basis"])
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
    """A value of the row; a code with the word that pages print for it."""
    word = _word(row_id.partition("/")[0], column, value)
    return f"{word} ({value})" if word else _value(value)


def _word(table: str, column: str, code: Any) -> str:
    """The word of a code in the lists of its column; "" where it has none, or several in lists for different rows."""
    lists = (code_words.lists()[use.domain] for use in code_words.uses().get((table, column), ()))
    found = {one.word for codes in lists for one in codes if one.code == str(code)}
    return found.pop() if len(found) == 1 else ""


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
