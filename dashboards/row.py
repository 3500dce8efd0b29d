"""One row of a mart as figures and pages see it: column -> Decimal, date, datetime, str, int, bool or None."""

from collections.abc import Mapping
from typing import Any

Row = Mapping[str, Any]
