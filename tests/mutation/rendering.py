"""Models and macros rendered as a unit test sees them: `ref` and `source` give the name of the fixture.

The project's own macros and the handful of dbt's words that they use are all a model needs; every rendering is compared
with dbt's own before it is relied on (`fixtures`). A hundred renderings take as long as one of dbt's commands.
"""

import re
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

import jinja2

_MACRO = re.compile(r"\{%-?\s*macro\s+(\w+)\b.*?\{%-?\s*endmacro\s*-?%\}", re.DOTALL)
# dbt looks for an implementation in the package that is named: here the project itself.
_DEFAULTS = {"thuocdo": "default__"}


class _Returned(Exception):  # noqa: N818 - a way out of a macro, not an error
    """dbt's `return`: the value of a macro that is no text."""

    def __init__(self, value: Any) -> None:
        self.value = value


def macros_in(text: str) -> dict[str, str]:
    """The macros of a file, by name."""
    return {match.group(1): match.group() for match in _MACRO.finditer(text)}


class Renderer:
    """Renders models with these macros (name -> block)."""

    def __init__(self, macros: Mapping[str, str]) -> None:
        self._environment = jinja2.Environment(
            autoescape=False,  # noqa: S701 - SQL, not HTML
            undefined=jinja2.StrictUndefined,
            extensions=["jinja2.ext.do"],
        )
        callables = {name: self._macro(name, block) for name, block in macros.items()}
        self._environment.globals |= {
            **callables,
            "ref": lambda name: f"__dbt__cte__{name}",
            "source": lambda schema, table: f"__dbt__cte__{schema}__{table}",
            "adapter": SimpleNamespace(dispatch=lambda name, package: callables[_DEFAULTS[package] + name]),
            "return": _give_back,
        }

    def render(self, model: str, said: Mapping[str, Any] | None = None) -> str:
        """The SQL of a model, `said` being what a unit test lets macros say (name -> value); jinja2.TemplateError, or
        whatever a broken macro raises, where it cannot be made."""
        saying = {name: _saying(value) for name, value in (said or {}).items()}
        return self._environment.from_string(model, globals=saying).render()

    def _macro(self, name: str, block: str) -> Callable[..., Any]:
        compiled: list[Callable[..., Any]] = []

        def call(*arguments: Any, **named: Any) -> Any:
            if not compiled:
                compiled.append(getattr(self._environment.from_string(block).module, name))
            try:
                return compiled[0](*arguments, **named)
            except _Returned as returned:
                return returned.value

        return call


def _saying(value: Any) -> Callable[..., Any]:
    return lambda *_, **__: value


def _give_back(value: Any) -> None:
    raise _Returned(value)
