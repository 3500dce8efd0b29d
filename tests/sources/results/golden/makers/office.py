"""Other programs that clerks save with: LibreOffice without a window, and a password. Needs them only when remade."""

import importlib
import re
import subprocess
from io import BytesIO
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any, Final

from tests.sources.results.golden.makers.desk import SAVED_AT
from tests.sources.results.golden.makers.surgery import edit

# Converting takes seconds; on a loaded machine a minute.
_SECONDS: Final = 180
_FILTERS: Final = {
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "xls": "xls:MS Excel 97",
    "ods": "ods:calc8",
}


# The moment of saving among the properties of an .xls: type 0x40, then hundreds of nanoseconds since 1601, which end in
# DC 01 these years; in an .ods as text.
_SAVED_IN_XLS: Final = re.compile(rb"\x40\x00\x00\x00.{6}\xdc\x01", re.DOTALL)
_SAVED_AT_IN_XLS: Final = b"\x40\x00\x00\x00\x00\x00\x00\x00\x00\x80\xdc\x01"
_SAVED_IN_ODS: Final = re.compile(r"(<dc:date>)[^<]*(</dc:date>)")


class ToolMissingError(RuntimeError):
    """A program that is needed to remake a file is not installed; the file in the folder stays as it is."""


def resave(content: bytes, ending: str, *, given: str = "xlsx") -> bytes:
    """Open with LibreOffice, calculate, save as `ending`."""
    if which("soffice") is None:
        raise ToolMissingError("soffice")
    with TemporaryDirectory() as folder:
        source = Path(folder) / f"in.{given}"
        source.write_bytes(content)
        target = Path(folder) / "out"
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                _FILTERS[ending],
                "--outdir",
                str(target),
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=_SECONDS,
        )
        saved = (target / f"in.{ending}").read_bytes()
    if ending == "xls":
        return _SAVED_IN_XLS.sub(_SAVED_AT_IN_XLS, saved)
    return edit(saved, lambda _, text: _SAVED_IN_ODS.sub(rf"\g<1>{SAVED_AT:%Y-%m-%dT%H:%M:%S}\g<2>", text))


def lock(content: bytes, password: str) -> bytes:
    """The workbook behind a password, as Excel's own "Encrypt with password" does (ECMA-376, agile)."""
    try:
        library: Any = importlib.import_module("msoffcrypto.format.ooxml")
    except ModuleNotFoundError as error:
        raise ToolMissingError("msoffcrypto-tool") from error
    locked = BytesIO()
    library.OOXMLFile(BytesIO(content)).encrypt(password, locked)
    return locked.getvalue()
