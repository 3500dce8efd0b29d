"""What commands have in common: the machine's switch, exit codes of a command that ran, how many names a line shows."""

from typing import Annotated

import typer

FAILED, LOCKED = 1, 3
# A line of names; the folder has them all.
NAMES_SHOWN = 5
AsJson = Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON cho máy đọc.")]
