"""The one plotly.js of the whole site: the basic bundle that set-up brings in (deploy/bundle.py), or else the full one.

The basic bundle is the release that the installed plotly carries, so that figures mean the same; the pages are the same
with either. What is pinned stands here: the package, its hash, the hash of the file in it. No network, no download.
"""

import hashlib
import logging
import sys
from pathlib import Path

from plotly.offline import get_plotlyjs

PACKAGE = "plotly.js-basic-dist-min"
VERSION = "4.1.1"
PACKAGE_SHA256 = "ea907f854b6cec4f6a2fa71540ec019a21ed2c61e6a109ddd5c072103a96eed0"
FILE = "plotly-basic.min.js"
FILE_SHA256 = "99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba"
# The release in the name: after an upgrade the file of before is not looked at.
PLACE = Path(sys.prefix) / "share" / "thuocdo" / f"plotly-basic-{VERSION}.min.js"

_LOG = logging.getLogger(__name__)


def plotly_js(place: Path = PLACE) -> str:
    """Text of the bundle that the site ships. A file that is not the pinned one never is: a warning names it."""
    if place.is_file():
        content = place.read_bytes()
        if is_pinned(content):
            return content.decode("utf-8")
        _LOG.warning(
            "%s is not %s of %s %s: pages take the full bundle. Mend with .venv/bin/python deploy/bundle.py",
            *(place, FILE, PACKAGE, VERSION),
        )
    full: str = get_plotlyjs()
    return full


def is_pinned(content: bytes) -> bool:
    """Whether a file's content is the pinned bundle, to the byte."""
    return hashlib.sha256(content).hexdigest() == FILE_SHA256
