"""The words of the pages, from words/vi.yml. A word that is missing is an error when the page is made, not a blank."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


class Words:
    """A block of words: `words.plan.title` and `words["target_status"]["met"]` say the same.

    A missing name is a KeyError; `get` is for closed codes that a later warehouse may widen.
    """

    def __init__(self, block: Mapping[str, Any]) -> None:
        self._block = block

    def __getattr__(self, name: str) -> Any:
        return self[name]

    def __getitem__(self, name: str) -> Any:
        found = self._block[name]
        return Words(found) if isinstance(found, Mapping) else found

    def get(self, name: str | None, default: str) -> str:
        """The word of a code, or the default where the code has none."""
        found = self._block.get(name) if name else None
        return found if isinstance(found, str) else default

    def mapping(self) -> Mapping[str, Any]:
        """The block as it stands in the file."""
        return self._block


@cache
def words() -> Words:
    """All words of the pages."""
    return Words(yaml.safe_load((files("dashboards") / "words" / "vi.yml").read_text(encoding="utf-8")))
