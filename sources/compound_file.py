"""Takes a stream out of a compound file, the container of old Office files: [MS-CFB], sectors chained by a table.

The workbook library follows such chains without an end to them; a damaged file must end in a refusal. Chains are
bounded here by the number of sectors there are.
"""

import struct
from collections.abc import Iterator, Sequence
from typing import Final

SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ROOT: Final = "Root Entry"
_HEADER: Final = 512
_ENTRY: Final = 128
_LAST: Final = 0xFFFFFFFA
"""Numbers from here on are marks: end of chain, free, sector of the table itself."""
_DIFAT_IN_HEADER: Final = 109
_MAX_SECTOR_BITS: Final = 12


class BrokenContainerError(ValueError):
    """The container is damaged: it has no directory, or a chain that leads nowhere."""


class CompoundFile:
    """A compound file in memory. BrokenContainerError or struct.error where it is damaged."""

    def __init__(self, content: bytes) -> None:
        bits, small_bits = struct.unpack_from("<HH", content, 30)
        if not (small_bits < bits <= _MAX_SECTOR_BITS):
            raise BrokenContainerError
        self._content, self._size, self._small = content, 1 << bits, 1 << small_bits
        self._directory_start, self._cutoff, small_table = (
            struct.unpack_from("<I", content, at)[0] for at in (48, 56, 60)
        )
        self._table = self._words(self._table_sectors())
        self._small_table = self._words(self._chain(small_table, self._table))
        self._streams = dict(self._entries())
        if _ROOT not in self._streams:
            raise BrokenContainerError

    def stream(self, name: str) -> bytes | None:
        """The bytes of a stream at the root, None where there is none of this name."""
        if name not in self._streams:
            return None
        start, length = self._streams[name]
        if length >= self._cutoff:
            return b"".join(self._sector(number) for number in self._chain(start, self._table))[:length]
        whole = self._small_sectors
        parts = [whole[at * self._small : (at + 1) * self._small] for at in self._chain(start, self._small_table)]
        return b"".join(parts)[:length]

    @property
    def _small_sectors(self) -> bytes:
        """The stream of the root holds the small streams."""
        start, length = self._streams[_ROOT]
        return b"".join(self._sector(number) for number in self._chain(start, self._table))[:length]

    def _sector(self, number: int) -> bytes:
        at = max(_HEADER, self._size) + number * self._size
        return self._content[at : at + self._size]

    def _words(self, sectors: Iterator[int]) -> Sequence[int]:
        content = b"".join(self._sector(number) for number in sectors)
        return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])

    def _table_sectors(self) -> Iterator[int]:
        """Sectors of the table: the first in the header, the others in a chain of lists."""
        listed, following = struct.unpack_from(f"<{_DIFAT_IN_HEADER}I", self._content, 76), self._following
        most = len(self._content) // self._size
        for _ in range(most + 1):
            yield from (number for number in listed if number < most)
            if following >= _LAST:
                return
            words = struct.unpack(f"<{self._size // 4}I", self._sector(following).ljust(self._size, b"\xff"))
            listed, following = words[:-1], words[-1]
        raise BrokenContainerError

    @property
    def _following(self) -> int:
        return int(struct.unpack_from("<I", self._content, 68)[0])

    def _chain(self, start: int, table: Sequence[int]) -> Iterator[int]:
        number = start
        for _ in range(len(table) + 1):
            if number >= _LAST:
                return
            if number >= len(table):
                raise BrokenContainerError
            yield number
            number = table[number]
        raise BrokenContainerError

    def _entries(self) -> Iterator[tuple[str, tuple[int, int]]]:
        content = b"".join(self._sector(number) for number in self._chain(self._directory_start, self._table))
        for at in range(0, len(content) - _ENTRY + 1, _ENTRY):
            length = int.from_bytes(content[at + 64 : at + 66], "little")
            name = content[at : at + min(max(length - 2, 0), 64)].decode("utf-16-le", errors="replace")
            if name:
                yield name, struct.unpack_from("<II", content, at + 116)
