"""The one place where figures are divided: exact, half up, the same as decimal arithmetic by hand."""

import random
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from types import SimpleNamespace
from typing import Any

import duckdb
import jinja2
import pytest

from tests.places import PROJECT

MACROS = PROJECT / "dbt_project" / "macros" / "arithmetic.sql"
Pair = tuple[Decimal | None, Decimal | None]


def _macros() -> Any:
    """The arithmetic macros, rendered without dbt: a dispatch to the default implementation is all they need of it."""
    text = MACROS.read_text(encoding="utf-8")
    module: Any = None

    def dispatch(name: str, package: str) -> Callable[..., str]:
        implementation: Callable[..., str] = getattr(module, f"default__{name}")
        return implementation

    environment = jinja2.Environment(autoescape=False)  # noqa: S701 - SQL, not HTML
    environment.globals |= {"adapter": SimpleNamespace(dispatch=dispatch), "return": lambda value: value}
    module = environment.from_string(text).module
    return module


def _in_duckdb(expression: str, pairs: list[Pair]) -> list[Decimal | None]:
    with duckdb.connect() as connection:
        connection.execute("create table pairs (pair_no integer, n decimal(18, 4), d decimal(18, 4))")
        connection.executemany("insert into pairs values (?, ?, ?)", [(at, *pair) for at, pair in enumerate(pairs)])
        return [row[0] for row in connection.execute(f"select {expression} from pairs order by pair_no").fetchall()]


def _by_hand(n: Decimal | None, d: Decimal | None, factor: int, scale: int) -> Decimal | None:
    if n is None or d is None or d == 0:
        return None
    return (n * factor / d).quantize(Decimal(1).scaleb(-scale), ROUND_HALF_UP)


def _pairs() -> list[Pair]:
    chance = random.Random(811)  # noqa: S311 - the same pairs every time
    drawn: list[Pair] = []
    for _ in range(500):
        d = Decimal(chance.randint(1, 10 ** chance.randint(1, 10))) / chance.choice([1, 1, 10, 10000])
        drawn.append((Decimal(chance.randint(0, 10**6)), d.quantize(Decimal("0.0001")) or Decimal(1)))
    halves: list[Pair] = [(Decimal(n), Decimal(2_000_000)) for n in range(1, 40, 2)]
    edges: list[Pair] = [(None, Decimal(1)), (Decimal(1), None), (Decimal(0), Decimal(0)), (Decimal(0), Decimal(7))]
    losses: list[Pair] = [(Decimal(-1), Decimal(3)), (Decimal(-3), Decimal(2_000_000))]
    budget: list[Pair] = [(Decimal("99999999999999.9999"), Decimal("99999999999999.9998"))]
    return [*drawn, *halves, *edges, *losses, *budget]


@pytest.mark.parametrize("scale", [0, 1, 2, 4])
def test_a_percentage_is_exact_and_rounded_half_up(scale: int) -> None:
    pairs = _pairs()
    found = _in_duckdb(_macros().percent("n", "d", scale), pairs)
    assert found == [_by_hand(n, d, 100, scale) for n, d in pairs]


def test_a_quotient_is_exact_and_rounded_half_up() -> None:
    pairs = _pairs()
    assert _in_duckdb(_macros().quotient("n", "d"), pairs) == [_by_hand(n, d, 1, 4) for n, d in pairs]


def test_a_share_that_doubles_get_wrong_is_right() -> None:
    assert _in_duckdb(_macros().percent("n", "d", 2), [(Decimal(285), Decimal(100_000))]) == [Decimal("0.29")]
