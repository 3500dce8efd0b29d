"""Lines of tables in the picture of a page: long runs of dark dots, across and down."""

from typing import Any

import numpy as np

from sources.documents.pdf_rules import Rule

# Darker than half is ink.
_INK = 128
# Points: no stroke of a letter is a centimetre long, no line of a table is shorter.
_SHORTEST = 28.0
# Dust and a slight turn of the page break a line here and there.
_WHOLE = 0.95


def drawn_rules(picture: Any, scale: float) -> tuple[list[Rule], list[Rule]]:
    """Level and upright lines in points. picture: grey, of PIL; scale: dots a point."""
    ink = np.asarray(picture) < _INK
    return _runs(ink, scale), _runs(ink.T, scale)


def _runs(ink: "np.ndarray[Any, np.dtype[np.bool_]]", scale: float) -> list[Rule]:
    length = round(_SHORTEST * scale)
    if ink.shape[1] <= length:
        return []
    summed = np.cumsum(ink, axis=1, dtype=np.int32)
    full = summed[:, length:] - summed[:, :-length] >= _WHOLE * length
    rules = []
    for row in np.flatnonzero(full.any(axis=1)):
        edges = np.flatnonzero(np.diff(np.concatenate(([False], full[row], [False])).astype(np.int8)))
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            rules.append(Rule(float(row) / scale, float(start) / scale, float(end + length) / scale))
    return rules
