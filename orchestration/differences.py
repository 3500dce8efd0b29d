"""A night built again, beside the version it published then: equal in contents, or what differs and why.

Nothing here fails a night. With the code of then the contents are equal; with newer code people are told what changed.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import BaseModel

from orchestration import fingerprints
from orchestration.warehouse import exports

FILE_NAME: Final = "differences.json"
# What pages are drawn with never reaches a mart.
_DRAWN_WITH: Final = "dashboards"
# A line for people names so many files; the record names them all.
_NAMED: Final = 3


class Cause(BaseModel):
    """Why two versions differ. names: the files, or the rooms of the code."""

    kind: Literal["inputs", "code", "libraries", "not_recorded", "unknown"]
    names: tuple[str, ...] = ()


class Mart(BaseModel):
    """A mart that differs: rows that only one of the versions has, columns that came or went."""

    mart: str
    only_there: int
    only_here: int
    columns_gone: tuple[str, ...] = ()
    columns_new: tuple[str, ...] = ()


class Differences(BaseModel):
    """Of a rebuild and the version of the night that it rebuilds (`against`). pages: those that differ."""

    against: str
    is_equal: bool
    marts: tuple[Mart, ...] = ()
    pages: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()


def compare(version: Path, record: Mapping[str, Any], build: Path) -> Differences | None:
    """A build that is about to be published, with its record, against `version`; None where that is not kept any more.

    Both folders hold exports/ and raw/ as the switch lays them out.
    """
    if not (version / "run.json").exists():
        return None
    then = json.loads((version / "run.json").read_text(encoding="utf-8"))
    marts = [
        _mart(name, version / "exports", build / "exports") for name in _changed(then["contents"], record["contents"])
    ]
    pages = _changed(then["pages"], record["pages"])
    causes = _causes(then, record, version / "raw", build / "raw") if marts or pages else []
    is_explained = any(cause.names != (_DRAWN_WITH,) for cause in causes) if marts else bool(causes)
    if (marts or pages) and not is_explained:
        causes.append(Cause(kind="unknown"))
    return Differences(
        against=then["run_id"], is_equal=not marts, marts=tuple(marts), pages=tuple(pages), causes=tuple(causes)
    )


def read(version: Path) -> Differences | None:
    """What a published version says of itself; None where it is no rebuild, or had nothing to be held against."""
    file = version / FILE_NAME
    return Differences.model_validate_json(file.read_text(encoding="utf-8")) if file.exists() else None


def in_words(found: Differences) -> list[str]:
    """The same for the operator, in Vietnamese."""
    if found.is_equal and not found.pages:
        return [f"Dựng lại đêm {found.against}: nội dung giống hệt bản đã công bố."]
    if found.is_equal:
        lines = [f"Dựng lại đêm {found.against}: số liệu giống hệt bản đã công bố, {len(found.pages)} trang khác."]
    else:
        lines = [f"Dựng lại đêm {found.against}: {len(found.marts)} bảng khác bản đã công bố."]
    for mart in found.marts:
        said = f"{mart.only_there} dòng chỉ có ở bản đã công bố, {mart.only_here} dòng chỉ có ở bản dựng lại"
        for columns, what in ((mart.columns_gone, "bớt cột"), (mart.columns_new, "thêm cột")):
            said += f"; {what} {', '.join(columns)}" if columns else ""
        lines.append(f"  {mart.mart}: {said}")
    return [*lines, *(f"  Nguyên nhân: {_cause_in_words(cause)}" for cause in found.causes)]


def _cause_in_words(cause: Cause) -> str:
    names = ", ".join(cause.names[:_NAMED]) + (", …" if len(cause.names) > _NAMED else "")
    return {
        "inputs": f"tệp đã biết hoặc thông tin tiếp nhận khác ({len(cause.names)} tệp: {names}).",
        "code": f"mã nguồn đã thay đổi ({names}).",
        "libraries": "thư viện phần mềm đã đổi phiên bản.",
        "not_recorded": "chưa rõ: bản đã công bố không ghi dấu của mã nguồn.",
        "unknown": "chưa rõ: tệp đã biết, thư viện và mã nguồn tính số liệu đều như cũ.",
    }[cause.kind]


def _changed(then: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    return sorted(name for name in then.keys() | now.keys() if then.get(name) != now.get(name))


def _mart(name: str, there: Path, here: Path) -> Mart:
    files = [folder / f"{name.partition('.')[2]}.parquet" for folder in (there, here)]
    had, has = map(exports.columns, files)
    only_there, only_here = exports.rows_apart(*files)
    return Mart(
        mart=name,
        only_there=only_there,
        only_here=only_here,
        columns_gone=tuple(column for column in had if column not in has),
        columns_new=tuple(column for column in has if column not in had),
    )


def _causes(then: Mapping[str, Any], now: Mapping[str, Any], raw_then: Path, raw_now: Path) -> list[Cause]:
    if "code" not in then:
        return [Cause(kind="not_recorded")]
    causes: list[Cause] = []
    if then["inputs"] != now["inputs"]:
        causes.append(Cause(kind="inputs", names=tuple(_other_files(raw_then, raw_now))))
    rooms = [room for room in fingerprints.ROOMS if then["code"].get(room) != now["code"].get(room)]
    if rooms:
        causes.append(Cause(kind="code", names=tuple(rooms)))
    if then["code"].get("libraries") != now["code"].get("libraries"):
        causes.append(Cause(kind="libraries"))
    return causes


def _other_files(there: Path, here: Path) -> list[str]:
    """The paths of files whose receipts differ."""
    rows = [[tuple(row.items()) for row in fingerprints.receipts(raw)] for raw in (there, here)]
    apart = set(rows[0]) ^ set(rows[1])
    return sorted({str(dict(row)["source_path"]) for row in apart})
