"""The macros that a pytest module holds: file -> whether the module's tests fail on a changed text."""

import contextlib
import io
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.dbt_project import test_arithmetic
from tests.mutation.fixtures import NotReadyError


def _arithmetic_fails(text: str) -> bool:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        changed = Path(folder) / "arithmetic.sql"
        changed.write_text(text, encoding="utf-8")
        patch.setattr(test_arithmetic, "MACROS", changed)
        with contextlib.redirect_stdout(io.StringIO()):
            outcome = pytest.main(["-q", "-x", "--noconftest", "-p", "no:cacheprovider", test_arithmetic.__file__])
    if outcome not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise NotReadyError(f"{test_arithmetic.__file__}: {outcome!r}")
    return outcome == pytest.ExitCode.TESTS_FAILED


TESTS: dict[str, Callable[[str], bool]] = {"arithmetic.sql": _arithmetic_fails}
