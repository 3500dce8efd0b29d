"""The card of a collected folder."""

from datetime import date
from pathlib import Path

import pytest

from sources.receipts.collection import Collection, CollectionError, read_collection


def test_a_folder_without_a_card_has_the_defaults(tmp_path: Path) -> None:
    assert read_collection(tmp_path) == Collection(name="Tài liệu thu thập", as_of=None, is_sample=False)


def test_a_card_pins_name_day_and_sample(tmp_path: Path) -> None:
    (tmp_path / "collection.yml").write_text("name: Bộ mẫu\nas_of: 2026-07-01\nis_sample: true\n", encoding="utf-8")
    assert read_collection(tmp_path) == Collection(name="Bộ mẫu", as_of=date(2026, 7, 1), is_sample=True)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("as_of: hôm nay", "as_of"),
        ("tên: x", "tên"),
        ("- a", "nội dung"),
        ("name: [", "YAML"),
        ("name: " + "x" * 20_000, "quá dài"),
    ],
)
def test_a_wrong_card_is_refused_and_says_what_is_expected(tmp_path: Path, content: str, word: str) -> None:
    (tmp_path / "collection.yml").write_text(content, encoding="utf-8")
    with pytest.raises(CollectionError, match=word) as caught:
        read_collection(tmp_path)
    assert "Chỉ dùng bốn mục" in str(caught.value)


def test_an_empty_card_has_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "collection.yml").write_text("# chưa ghi\n", encoding="utf-8")
    assert read_collection(tmp_path) == Collection()


def test_the_night_that_changes_are_told_since_can_be_pinned(tmp_path: Path) -> None:
    (tmp_path / "collection.yml").write_text("previous_night: 2026-09-30\n", encoding="utf-8")
    assert read_collection(tmp_path).previous_night == date(2026, 9, 30)
