"""Opens the files of the story: what happens in the simulated agency stands there, not in the code."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

_FOLDER: Final = Path(__file__).parent / "story"


@cache
def tell(chapter: str) -> Any:
    """The content of story/<chapter>.yml. It is shared: whoever reads it leaves it as it is."""
    return yaml.safe_load((_FOLDER / f"{chapter}.yml").read_text(encoding="utf-8"))
