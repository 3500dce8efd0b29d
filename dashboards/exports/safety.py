"""Text that a spreadsheet would take for a formula is shown as text: it begins with an apostrophe."""

from dashboards.blocks.table import Value

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe(value: Value) -> Value:
    """Text that begins like a formula gets an apostrophe; figures and days stay what they are."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value
