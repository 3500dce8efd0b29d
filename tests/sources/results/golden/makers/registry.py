"""What there is to be made: golden name -> the function that makes its files. A name is the function's own."""

from collections.abc import Callable, Mapping
from typing import Final, TypeVar

Made = bytes | Mapping[str, bytes]
"""One file, or several by what follows the name: "1.xlsx"."""

_Maker = TypeVar("_Maker", bound=Callable[[], Made])
_MAKERS: Final[dict[str, tuple[str, Callable[[], Made]]]] = {}


def golden(ending: str = "xlsx") -> Callable[[_Maker], _Maker]:
    """Register a maker under its name; `ending`: that of a single file."""

    def keep(make: _Maker) -> _Maker:
        _MAKERS[make.__name__] = (ending, make)
        return make

    return keep


def names() -> list[str]:
    """All golden names."""
    return sorted(_MAKERS)


def make(name: str) -> dict[str, bytes]:
    """The files of a golden name, by file name. ToolMissingError where a program is not installed."""
    ending, maker = _MAKERS[name]
    made = maker()
    if isinstance(made, bytes):
        return {f"{name}.{ending}": made}
    return {f"{name}.{rest}": content for rest, content in made.items()}
