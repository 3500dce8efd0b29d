"""The atomic switch: a version is laid out beside the others, made read-only, and then one link is replaced."""

import contextlib
import os
import shutil
import stat
from pathlib import Path

# A month of nights to go back to. Older ones are removed after the switch; what they were made of stays in the state.
KEPT_VERSIONS = 30
READ_ONLY_FILE = 0o444
READ_ONLY_FOLDER = 0o555


def publish(published: Path, run_id: str, parts: dict[str, Path]) -> Path:
    """Lay out `parts` (name in the version -> file or folder) as versions/<run_id> and point `current` at it.

    Everything before the replacement of the link can fail without a reader noticing. Files become 0444 and folders
    0555, so that a client that opens read-write by default is refused instead of locking others out.
    Returns the folder of the version; FileExistsError where the run id was used before.
    """
    versions = published / "versions"
    versions.mkdir(parents=True, exist_ok=True)
    for leftover in versions.glob(".*.partial"):
        _remove(leftover)
    version = versions / run_id
    if version.exists():
        raise FileExistsError(version)
    partial = versions / f".{run_id}.partial"
    partial.mkdir()
    for name, part in parts.items():
        if part.is_dir():
            _copy_tree(part, partial / name)
        else:
            shutil.copy2(part, partial / name)
    _seal(partial)
    partial.rename(version)
    _flush(versions)
    try:
        _switch(published, version)
    except OSError:
        _remove(version)
        raise
    # From here the night is published: old versions that cannot be removed are tried again tomorrow.
    with contextlib.suppress(OSError):
        _forget_old(versions, keep=version)
    return version


def _copy_tree(folder: Path, target: Path) -> None:
    """A folder as it is: what is one file under several names stays one file."""
    copied: dict[tuple[int, int], str] = {}

    def copy(source: str, destination: str) -> str:
        seen = os.stat(source)
        first = copied.setdefault((seen.st_dev, seen.st_ino), destination)
        if first != destination:
            with contextlib.suppress(OSError):
                os.link(first, destination)
                return destination
        return shutil.copy2(source, destination)

    shutil.copytree(folder, target, copy_function=copy)


def _switch(published: Path, version: Path) -> None:
    link = published / ".current.next"
    link.unlink(missing_ok=True)
    link.symlink_to(version.relative_to(published), target_is_directory=True)
    os.replace(link, published / "current")
    _flush(published)


def _seal(version: Path) -> None:
    for folder, _, names in os.walk(version, topdown=False):
        for name in names:
            file = Path(folder) / name
            _flush(file)
            file.chmod(READ_ONLY_FILE)
        _flush(Path(folder))
        Path(folder).chmod(READ_ONLY_FOLDER)


def _flush(path: Path) -> None:
    """Bring a file, or the entries of a folder, to the disk: after a power cut the link never leads to less."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _forget_old(versions: Path, keep: Path) -> None:
    nights = sorted((path for path in versions.iterdir() if path.is_dir()), key=lambda path: path.name)
    for old in nights[:-KEPT_VERSIONS]:
        if old != keep:
            _remove(old)


def _remove(folder: Path) -> None:
    """Remove a sealed version: folders get their write bit back first."""
    for inner, _, _ in os.walk(folder):
        Path(inner).chmod(stat.S_IRWXU)
    shutil.rmtree(folder)
