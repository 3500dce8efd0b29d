"""What keys look like, wherever one is typed: agencies, units, plans, reporting periods. No reading, no look-ups."""

import re
from typing import Final

# Keys name pages and folders, so that a key holds no slash of its own and never two dots in a row.
_PLAIN = r"(?!.*\.\.)[a-z0-9][a-z0-9_.-]*"

KEY: Final = re.compile(_PLAIN)
"""An agency or a plan."""

UNIT_KEY: Final = re.compile(rf"{_PLAIN}/[a-z0-9][a-z0-9_.-]*")
"""A unit: the key of its agency, one slash, the unit."""

PERIOD_KEY: Final = re.compile(r"20[0-9]{2}-(q1|h1|q3|annual)")
"""Reporting windows since 2022 (letter 581/BNV-CCHC): quarter I, half-year, quarter III, year."""
