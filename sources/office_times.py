"""Office files with fixed times: the libraries that write them put the present moment into the archive."""

import re
from datetime import datetime
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The earliest time a zip entry can carry.
_ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_PROPERTIES: Final = "docProps/core.xml"
_SAVED_AT = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def with_fixed_times(archive: bytes, saved_at: datetime) -> bytes:
    """The same archive, saved at `saved_at` as far as anyone can see."""
    fixed = BytesIO()
    stamp = f"{saved_at:%Y-%m-%dT%H:%M:%SZ}".encode()
    with ZipFile(BytesIO(archive)) as source, ZipFile(fixed, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == _PROPERTIES:
                content = _SAVED_AT.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
            info = ZipInfo(entry.filename, _ZIP_EPOCH)
            info.compress_type = ZIP_DEFLATED
            # The entry's origin is a mark of the machine: 3 is Unix, wherever this runs.
            info.create_system = 3
            target.writestr(info, content)
    return fixed.getvalue()
