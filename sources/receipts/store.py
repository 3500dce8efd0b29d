"""The store of received contents: every content once, under its hash, for ever."""

import errno
import os
import re
import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

from sources.receipts.scanning import ScannedFile, hash_file

# Endings that tell a format are short; a file may be named with two hundred letters after its last dot.
_ENDING = re.compile(r"\.[a-z0-9]{1,10}")
# A full disk is no fault of the file, and every other file would fail as well: the night must not go on.
_DISK_FULL: Final = (errno.ENOSPC, errno.EDQUOT)


def keep(files: Iterable[ScannedFile], store: Path) -> list[str]:
    """Copy every new content into the store, whole or not at all; what is there is never overwritten.

    Returns the names of files that changed, vanished or could not be read while they were copied; the next night meets
    them again. OSError where the store takes nothing more.
    """
    missed: list[str] = []
    for file in files:
        target = kept_path(store, file.sha256, PurePosixPath(file.name).suffix)
        if target.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        following = target.with_name(target.name + ".next")
        try:
            shutil.copyfile(file.path, following, follow_symlinks=False)
            if hash_file(following)[0] == file.sha256:
                _flush(following)
                following.replace(target)
                _flush(target.parent)
                continue
        except OSError as error:
            if error.errno in _DISK_FULL:
                raise
        following.unlink(missing_ok=True)
        missed.append(file.name)
    return missed


def kept_path(store: Path, sha256: str, suffix: str) -> Path:
    """Where a content lies in the store; a short suffix stays, since readers and people tell formats by it."""
    ending = suffix.casefold()
    return store / sha256[:2] / f"{sha256}{ending if _ENDING.fullmatch(ending) else ''}"


def _flush(path: Path) -> None:
    """Bring a copy to the disk before it takes its name, and the folder once it has: a power cut then loses neither."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
