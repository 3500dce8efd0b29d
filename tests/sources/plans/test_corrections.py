"""The .yml beside a plan: hostile and careless ones cost themselves or one field, never the plan."""

from pathlib import Path

import pytest

from sources.plans.corrections import Corrections, read_corrections

LAUGHS = "\n".join(
    ["a0: &a0 [x, x]", *(f"a{level}: &a{level} [*a{level - 1}, *a{level - 1}]" for level in range(1, 30))]
)


def read(folder: Path, content: str | bytes) -> Corrections:
    path = folder / "a.yml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_corrections(path)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (LAUGHS, "bí danh"),
        ("title: &x Một\nsigner: *x", "bí danh"),
        ("title: " + "x" * 20_000, "quá dài"),
        ("title: " + "[" * 8_000, ""),
        ("title: [1,\nb", "dòng 2"),
        ("title: !!timestamp '2025-02-31'", "không hợp lệ"),
        ("period_start: " + "9" * 6_000, "không hợp lệ"),
        ("title: \x00", ""),
        ("- một", "không có mục"),
    ],
)
def test_a_file_that_could_do_harm_is_refused_with_a_short_reason(tmp_path: Path, content: str, word: str) -> None:
    corrections = read(tmp_path, content)
    assert not corrections.is_readable
    (remark,) = corrections.remarks
    assert remark.kind == "unreadable_correction"
    assert word in remark.message
    assert len(remark.message) < 160


@pytest.mark.parametrize(
    "line",
    [
        "issued_date: 2025-02-31",
        "issued_date: 2025-13",
        "issued_date: 0000-01-01",
        "issued_date: ٢٠٢٥",
        "issued_date: true",
        'title: "a\\u0007b"',
        'title: "a\\uD800b"',
        '"\\uD800": x',
        'title: "' + "x " * 50 + '\\a"',
        "replaces: a/../b",
        "period_start: 0x" + "f" * 6_000,
        "1: " + "x" * 500,
    ],
)
def test_a_value_that_cannot_stand_costs_its_field_alone(tmp_path: Path, line: str) -> None:
    corrections = read(tmp_path, line + "\nsigner: Đặng Thu Mai\n")
    assert corrections.values == {"signer": "Đặng Thu Mai"}
    (remark,) = corrections.remarks
    assert remark.kind == "unknown_correction"
    assert len(remark.value or "") <= 80
    remark.message.encode()


@pytest.mark.parametrize(
    ("line", "value"),
    [("2025", 2025), ("2025-02", "2025-02"), ("2025-02-28", "2025-02-28"), ("'2025-02-28'", "2025-02-28")],
)
def test_dates_may_leave_out_the_day_or_the_month(tmp_path: Path, line: str, value: object) -> None:
    assert read(tmp_path, f"issued_date: {line}").values == {"issued_date": value}


def test_text_over_several_lines_is_one_line(tmp_path: Path) -> None:
    assert read(tmp_path, "title: >\n  Kế hoạch\n  năm 2025\n").values == {"title": "Kế hoạch năm 2025"}


def test_a_file_that_is_gone_is_a_remark(tmp_path: Path) -> None:
    assert not read_corrections(tmp_path / "a.yml").is_readable
