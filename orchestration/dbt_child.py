"""dbt in a process of its own, started before anything else.

Half of a night is importing Python; this half runs alongside the other. Each line of standard input is a JSON list of
dbt arguments; dbt's JSON events go to standard output, and `{"finished": true|false}` closes each command. The parsed
project is kept for the next command. The exit code says whether the last command succeeded.
"""

import json
import sys

from dbt.cli.main import dbtRunner
from dbt.contracts.graph.manifest import Manifest


def main() -> int:
    """Run commands until standard input closes. A failed command is an answer, not an end."""
    manifest: Manifest | None = None
    succeeded = True
    for line in sys.stdin:
        result = dbtRunner(manifest=manifest).invoke(json.loads(line))
        succeeded = result.success
        if isinstance(result.result, Manifest):
            manifest = result.result
        if result.exception is not None:
            _say({"info": {"name": "ChildError", "level": "error", "msg": str(result.exception)}, "data": {}})
        _say({"finished": succeeded})
    return 0 if succeeded else 1


def _say(event: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
