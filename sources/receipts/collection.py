"""collection.yml: what the collected folder calls itself, its pinned dates, and whether it is a sample."""

from datetime import date
from pathlib import Path
from typing import Final

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

FILE_NAME: Final = "collection.yml"
DEFAULT_NAME: Final = "Tài liệu thu thập"
# Four short lines; a longer file is not this one, and YAML aliases can swell without end.
_MAX_BYTES: Final = 16 * 1024


class CollectionError(ValueError):
    """The collected folder cannot be used. Its text says why and what to do, in Vietnamese."""


class CollectionMissingError(CollectionError):
    """The collected folder does not exist or is no folder."""


class Collection(BaseModel):
    """The card of a collected folder.

    as_of: the day at which everything is judged, whatever came later; None: the day of the run. previous_night: the
    night that changes are told since, as if one had run at the end of that day; None: the last published one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(default=DEFAULT_NAME, min_length=1)
    as_of: date | None = None
    previous_night: date | None = None
    is_sample: bool = False


def check_folder(collected: Path) -> None:
    """CollectionMissingError unless `collected` is a folder."""
    if not collected.exists():
        raise CollectionMissingError(
            f"Không tìm thấy thư mục thu thập {collected}. Tạo thư mục này hoặc đặt lại biến THUOCDO_COLLECTED."
        )
    if not collected.is_dir():
        raise CollectionMissingError(
            f"{collected} không phải thư mục. Đặt biến THUOCDO_COLLECTED trỏ tới thư mục chứa plans, results, indices."
        )


def read_collection(collected: Path) -> Collection:
    """The card of the folder `collected`; the defaults where it has none. CollectionError if it cannot be read."""
    check_folder(collected)
    path = collected / FILE_NAME
    if not path.exists():
        return Collection()
    try:
        is_too_long = path.stat().st_size > _MAX_BYTES
        content = None if is_too_long else yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise CollectionError(f"Không mở được tệp {FILE_NAME} để đọc.") from error
    except (ValueError, yaml.YAMLError, RecursionError) as error:
        raise CollectionError(f"Tệp {FILE_NAME} không đúng dạng YAML (mã UTF-8). {_EXPECTED}") from error
    if is_too_long:
        raise CollectionError(f"Tệp {FILE_NAME} quá dài. {_EXPECTED}")
    if content is None:
        return Collection()
    try:
        return Collection.model_validate(content)
    except ValidationError as error:
        wrong = ", ".join(sorted({str(item["loc"][0]) if item["loc"] else "nội dung" for item in error.errors()}))
        raise CollectionError(f"Tệp {FILE_NAME} có mục chưa đúng: {wrong}. {_EXPECTED}") from error


_EXPECTED: Final = (
    "Chỉ dùng bốn mục: name (tên), as_of và previous_night (ngày, dạng 2026-03-31), is_sample (true hoặc false)."
)
