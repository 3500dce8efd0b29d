"""The macros that a pytest module holds: file -> whether the module's tests fail on a changed text."""

import contextlib
import io
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.dbt_project import test_arithmetic


def _arithmetic_fails(text: str) -> bool:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        changed = Path(folder) / "arithmetic.sql"
        changed.write_text(text, encoding="utf-8")
        patch.setattr(test_arithmetic, "MACROS", changed)
        with contextlib.redirect_stdout(io.StringIO()):
            outcome = pytest.main(["-q", "-x", "-p", "no:cacheprovider", test_arithmetic.__file__])
    return outcome != pytest.ExitCode.OK


TESTS: dict[str, Callable[[str], bool]] = {"arithmetic.sql": _arithmetic_fails}
