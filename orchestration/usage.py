"""The words of the command line itself, in Vietnamese: help pages and messages of wrong usage.

The library speaks English; what it says is turned phrase by phrase, and a phrase that is not known here stays as it is.
"""

import re
import sys
from collections.abc import Sequence
from typing import Any, Final, cast

import typer
from typer.core import TyperCommand, TyperGroup

_WRONG_USAGE: Final = 2
# Kinds of parameters as the language of the program calls them: <list[Path]>.
_KIND: Final = re.compile(r" <[a-zA-Z\[\]]+>(?=  )")
_PHRASES: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(english, re.MULTILINE), vietnamese)
    for english, vietnamese in (
        (r"^Usage: ", "Cách dùng: "),
        (r"^Options:$", "Tùy chọn:"),
        (r"^Commands:$", "Các lệnh:"),
        (r"^Arguments:$", "Tham số:"),
        (r"\[OPTIONS\]", "[TÙY_CHỌN]"),
        (r"COMMAND \[ARGS\]\.\.\.", "LỆNH [THAM_SỐ]..."),
        (r"\[required\]", "[bắt buộc]"),
        (r"Show this message and exit\.", "In hướng dẫn này rồi dừng."),
        (r"Missing option '([^']*)'\.", r"Thiếu tùy chọn «\1»."),
        (r"Missing argument '([^']*)'\.", r"Thiếu tham số «\1»."),
        (r"Missing command\.", "Chưa ghi lệnh nào."),
        (r"Invalid value for '?([^':]*)'?: ", r"Giá trị của «\1» chưa đúng: "),
        (r"Invalid value: ", "Giá trị chưa đúng: "),
        (r"\b(?:[Ff]ile|[Pp]ath|[Dd]irectory) '(.*)' does not exist\.", r"không có tệp hay thư mục «\1»."),
        (r"\b[Ff]ile '(.*)' is a directory\.", r"«\1» là thư mục, cần một tệp."),
        (r"\b[Dd]irectory '(.*)' is a file\.", r"«\1» là tệp, cần một thư mục."),
        (r"\b(?:[Ff]ile|[Pp]ath|[Dd]irectory) '(.*)' is not readable\.", r"không đọc được «\1»."),
        (r"No such command '([^']*)'\.", r"Không có lệnh «\1»."),
        (r"No such option: (\S+)", r"Không có tùy chọn «\1»."),
        (r"\(Possible options: ([^)]*)\)", r"Gần nhất: \1."),
        (r"\(?Did you mean (.*?)\??\)?$", r"Gần nhất: \1."),
        (r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", r"Thừa tham số: \1."),
        (r"Option '([^']*)' requires an argument\.", r"Tùy chọn «\1» cần một giá trị."),
        (r"Option '([^']*)' does not take a value\.", r"Tùy chọn «\1» không nhận giá trị."),
    )
)


def in_vietnamese(text: str) -> str:
    """What the library says, with every phrase that is known here turned."""
    for english, vietnamese in _PHRASES:
        text = english.sub(vietnamese, text)
    return _KIND.sub(lambda found: " " * len(found[0]), text)


class Command(TyperCommand):
    """A command whose help page is Vietnamese."""

    def get_help(self, ctx: Any) -> str:
        """The page as text."""
        return in_vietnamese(super().get_help(ctx))

    def get_short_help_str(self, limit: int = 0) -> str:
        """What the list of commands says of it: the whole sentence, which the library would cut off."""
        return self.help or ""


class Group(TyperGroup):
    """The program: its help page and every message of wrong usage in Vietnamese. Exit codes are the library's."""

    def get_help(self, ctx: Any) -> str:
        """The page as text."""
        return in_vietnamese(super().get_help(ctx))

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, and leave the process as the library would."""
        try:
            code = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except typer.Abort:
            typer.echo("Đã dừng theo yêu cầu.", err=True)
            sys.exit(1)
        except _UsageError as error:
            if not standalone_mode:
                raise
            sys.exit(_say(error))
        if standalone_mode:
            sys.exit(code if isinstance(code, int) else 0)
        return code


# Wrong usage of every kind; the library names only this kind of it.
_UsageError: Final = cast(type[Exception], typer.BadParameter.__base__)


def _say(error: Any) -> int:
    """How it is used, and what was wrong. A program called without a command shows its whole page instead."""
    said = in_vietnamese(error.format_message())
    if error.ctx is None:
        typer.echo(f"Lỗi: {said}", err=True)
    elif said.startswith("Cách dùng: "):
        typer.echo(said, err=True)
    else:
        usage = in_vietnamese(error.ctx.get_usage())
        typer.echo(f"{usage}\nXem hướng dẫn: {error.ctx.command_path} --help\n\nLỗi: {said}", err=True)
    return _WRONG_USAGE
