"""Makes the golden files anew: python -m tests.sources.results.golden.make [NAME …].

A file whose program is not installed stays as it is, and is named. The same call gives the same bytes, but for what
LibreOffice (.xls, .ods) and a password put in by chance. Expectations (<name>.yml) are written by people.
"""

import sys
from pathlib import Path
from typing import Final

from tests.sources.results.golden.makers import (
    cells,
    layouts,
    lines,
    origins,
    programs,
    registry,
    series,
    tables,
)
from tests.sources.results.golden.makers.office import ToolMissingError

FOLDER: Final = Path(__file__).parent
# Importing a module registers what it makes.
MODULES: Final = (cells, layouts, lines, origins, programs, series, tables)


def main(names: list[str]) -> None:
    """Make the files of `names`, or all."""
    for name in names or registry.names():
        try:
            made = registry.make(name)
        except ToolMissingError as error:
            print(f"{name}: {error} is not installed; left as it is")
            continue
        for file, content in made.items():
            (FOLDER / file).write_bytes(content)


if __name__ == "__main__":
    main(sys.argv[1:])
