"""A line of a flat table that is held back: the reason, and the column that keeps it. No files, no tables of rows."""

from sources.flat_table import Line


class HeldBackError(ValueError):
    """A line that cannot be read as it stands. Its text is the reason, in Vietnamese."""

    def __init__(self, kind: str, column: str, value: str | None, reason: str) -> None:
        super().__init__(reason)
        self.kind = kind
        self.column = column
        self.value = value


def required(line: Line, column: str) -> str:
    """Text of a column that must not be blank."""
    text = line.get(column)
    if text is None:
        raise HeldBackError("missing_value", column, None, "ô để trống")
    return text
