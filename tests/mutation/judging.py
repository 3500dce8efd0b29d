"""One mutant against the tests: which of them catches it. Holds no list of mutants and prints nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import jinja2

from tests.mutation.fixtures import NotReadyError, UnitTest, rows
from tests.mutation.rendering import Renderer, macros_in

# What a broken mutant may raise while it is rendered: a word that is no macro, a constant that is no key any more.
_CANNOT_RENDER = (jinja2.TemplateError, TypeError, ValueError, KeyError, AttributeError)


_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """`caught_by`: the test that failed, None where the mutant survived; `by_error`: it could not even run."""

    caught_by: str | None
    by_error: bool = False


@dataclass
class Judge:
    """Holds the project as it stands (file name without ending -> text) and the tests made ready.

    `python_tests`: file -> what runs a pytest module on the changed text and says whether it failed."""

    connection: duckdb.DuckDBPyConnection
    macros: Mapping[str, str]
    models: Mapping[str, str]
    tests: list[UnitTest]
    python_tests: Mapping[str, Callable[[str], bool]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._blocks = {name: block for text in self.macros.values() for name, block in macros_in(text).items()}
        renderer = Renderer(self._blocks)
        self._rendered = {_key(test): renderer.render(self.models[test.model], test.said) for test in self.tests}
        for test in self.tests:
            if rows(self.connection, test, self._rendered[_key(test)]) != test.expected:
                raise NotReadyError(f"{test.name}: rendered otherwise than by dbt")

    def judge(self, file: Path, text: str) -> Verdict:
        """What becomes of the project when this file has this text."""
        if file.parent.name != "macros":
            return self._of_models({file.stem: text}, Renderer(self._blocks))
        verdict = self._of_models(self.models, Renderer({**self._blocks, **macros_in(text)}))
        in_python = self.python_tests.get(file.name)
        if verdict.caught_by is None and in_python is not None and in_python(text):
            return Verdict(file.name)
        return verdict

    def _of_models(self, models: Mapping[str, str], renderer: Renderer) -> Verdict:
        """The first test whose model now says something else. The test that caught the last one is asked first."""
        changed: dict[_Key, str | None] = {}
        for test in self.tests:
            if test.model not in models:
                continue
            if _key(test) not in changed:
                try:
                    sql = renderer.render(models[test.model], test.said)
                except _CANNOT_RENDER:
                    return Verdict(test.name, by_error=True)
                changed[_key(test)] = sql if sql != self._rendered[_key(test)] else None
            sql_now = changed[_key(test)]
            if sql_now is None:
                continue
            try:
                same = rows(self.connection, test, sql_now) == test.expected
            except duckdb.Error:
                return self._caught(test, by_error=True)
            if not same:
                return self._caught(test, by_error=False)
        return Verdict(None)

    def _caught(self, test: UnitTest, *, by_error: bool) -> Verdict:
        self.tests.remove(test)
        self.tests.insert(0, test)
        return Verdict(test.name, by_error)


def _key(test: UnitTest) -> _Key:
    """Tests that look at one model and let macros say the same share a rendering."""
    return test.model, str(sorted(test.said.items()))
