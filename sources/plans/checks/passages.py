"""Pages of the body that are printed twice."""

from collections.abc import Iterator, Sequence

from sources.documents.blocks import Block
from sources.plans.remarks import Remark, twice
from sources.vietnamese.normal import match_key

# A heading or a short line may stand twice; a run of long paragraphs never does.
_LEAST_WORDS = 8
_LEAST_RUN = 2


def repeated_passages(blocks: Sequence[Block]) -> Iterator[Remark]:
    """One finding for each run of paragraphs that stood there before in the same order."""
    written = [block for block in blocks if block.kind != "table_row" and len(block.text.split()) >= _LEAST_WORDS]
    keys = [match_key(block.text) for block in written]
    first: dict[str, int] = {}
    at = 0
    while at < len(keys):
        start = first.setdefault(keys[at], at)
        length = 0
        while start + length < at and at + length < len(keys) and keys[start + length] == keys[at + length]:
            length += 1
        if length >= _LEAST_RUN:
            a, b = written[start], written[at]
            yield twice("repeated_passage", str(length), (a.place, a.text), (b.place, b.text))
        at += max(length, 1)
