"""What keys look like, wherever one is typed: agencies, units, plans, reporting periods. No reading, no look-ups."""

import re
from typing import Final

# Keys name pages and folders, so that a key holds no slash of its own and never two dots in a row.
_PLAIN = r"(?!.*\.\.)[a-z0-9][a-z0-9_.-]*"

KEY: Final = re.compile(_PLAIN)
"""An agency or a plan."""

UNIT_KEY: Final = re.compile(rf"{_PLAIN}/[a-z0-9][a-z0-9_.-]*")
"""A unit: the key of its agency, one slash, the unit."""

PERIOD_KEY: Final = re.compile(r"20[0-9]{2}-(q[1-4]|h[12]|9m|annual|m(0[1-9]|1[0-2])|x-[a-z0-9-]{1,40})")
"""Year and reporting window: q1, h1, q3, annual of the regime (letter 581/BNV-CCHC); single quarters, second half, nine
months, months; x- and a word of one's own for what is asked once. Their days are data, not said by the key."""
