"""A published night in words: what it holds, what it held back, and what became of a night built again."""

from datetime import date

from rich.console import Console

from orchestration import runs
from orchestration.resources import HOME_ZONE, Workspace


def counts(ended: runs.Run) -> list[str]:
    """What a published night holds and held back, in words."""
    held = ended.counts
    return [
        f"Số liệu đến ngày {date.fromisoformat(ended.as_of or ''):%d/%m/%Y}",
        f"  {held['agencies']} cơ quan · {held['plans']} kế hoạch · {held['targets']} chỉ tiêu · "
        f"{held['goals']} mục tiêu không có số · {held['tasks']} nhiệm vụ · {held['units']} đơn vị",
        f"  {held['files_received']} tệp: {held['files_read']} đọc được, {held['files_unreadable']} không đọc "
        f"được hoặc không nhận, {held['files_ignored']} không dùng · {held['values_quarantined']} số liệu chờ xác minh",
        f"  Nội dung cần kiểm tra: {held['findings_error']} lỗi, {held['findings_warning']} cảnh báo, "
        f"{held['findings_info']} lưu ý",
    ]


def rebuilt(workspace: Workspace, run: runs.Run) -> list[str]:
    """Of a night built again: how much it knew, and what became of the comparison with the night of then."""
    if run.known_until is None:
        return []
    known = f"Chỉ dùng những gì đã biết đến {run.known_until.astimezone(HOME_ZONE):%H:%M ngày %d/%m/%Y}."
    if run.rebuilds is None:
        return [known, "Không có đêm nào đã công bố cho ngày này; lấy mọi tệp nhận đến hết ngày."]
    from orchestration import differences

    found = differences.read(workspace.version(run.run_id))
    if found is None:
        return [known, f"Bản công bố của đêm {run.rebuilds} không còn được giữ nên không đối chiếu được."]
    return [known, *differences.in_words(found)]


def say(console: Console, line: str) -> None:
    """One line as it stands: no mark-up, no breaks of our own."""
    console.print(line, markup=False, highlight=False, soft_wrap=True)
