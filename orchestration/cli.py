"""The command line: thin, Vietnamese, with `--json` for machines. One module per command stands in `commands`.

Exit codes: 0 done, findings included; 1 failed or held back; 2 wrong usage; 3 another run holds the lock.
"""

import typer

from orchestration import usage
from orchestration.commands.check import check
from orchestration.commands.extract import extract
from orchestration.commands.review import review
from orchestration.commands.run import run
from orchestration.commands.status import status
from orchestration.commands.template import template
from orchestration.commands.trace import trace

app = typer.Typer(
    name="thuocdo",
    cls=usage.Group,
    # Plain text: what stands in boxes is neither found by a search nor read aloud well.
    rich_markup_mode=None,
    help="Thước Đo: kho theo dõi cải cách hành chính ngành y tế.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

# In the order of the help page: the night, then what is done about files, then what was published.
for command in (run, extract, review, check, template, status, trace):
    app.command(cls=usage.Command)(command)


if __name__ == "__main__":
    app()
