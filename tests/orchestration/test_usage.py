"""What the command line says of itself and of wrong usage."""

import pytest
from typer.testing import CliRunner

from orchestration.cli import app


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["template"], "Thiếu tùy chọn «--agency»."),
        (["check", "/khong-co"], "không có tệp hay thư mục «/khong-co»."),
        (["check", "/"], "«/» là thư mục, cần một tệp."),
        (["kiem-tra"], "Không có lệnh «kiem-tra»."),
        (["run", "--foo"], "Không có tùy chọn «--foo»."),
        (["run", "them"], "Thừa tham số: them."),
        (["template", "--agency"], "Tùy chọn «--agency» cần một giá trị."),
        (["run", "--as-of", "abc"], "Giá trị của «--as-of» chưa đúng: «abc» không phải ngày"),
    ],
)
def test_wrong_usage_is_told_in_vietnamese(arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert not any(word in result.output for word in ("Usage", "Error", "Missing", "Invalid", "No such", "does not"))


@pytest.mark.parametrize("arguments", [[], ["check"], ["template"], ["run"]])
def test_help_pages_are_vietnamese(arguments: list[str]) -> None:
    result = CliRunner().invoke(app, [*arguments, "--help"])
    assert result.exit_code == 0
    assert "Cách dùng: " in result.output
    assert not any(word in result.output for word in ("Usage", "Options", "[required]", "Show this", "Path"))
