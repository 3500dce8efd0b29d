"""Where every page stands: a file name for each plan, unit and target, and the pages that each agency has.

An agency's folder holds all that is said of it, with its own assets, so that the folder can be handed on alone.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

# A file name stays well under the 255 bytes that file systems allow.
_NAME_LENGTH: Final = 80
# Folders of the site itself; no agency may take them.
RESERVED: Final = frozenset({"assets", "tai-ve"})
# What is published beside the site, as told from its root.
BESIDE: Final = "../"

# Name of the words of a page (words.nav) -> its file, in the order of the menu.
SITE_PAGES: Final[Mapping[str, str]] = {
    "overview": "index.html",
    "indices": "chi-so.html",
    "quality": "so-lieu.html",
    "changes": "thay-doi.html",
    "glossary": "giai-thich.html",
}
AGENCY_PAGES: Final[Mapping[str, str]] = {
    "overview": "index.html",
    "targets": "chi-tieu.html",
    "tasks": "nhiem-vu.html",
    "units": "don-vi.html",
    "reports": "bao-cao.html",
    "plans": "ke-hoach.html",
    "PAR_INDEX": "par-index.html",
    "SIPAS": "sipas.html",
    "PAPI": "papi.html",
    "quality": "so-lieu.html",
    "changes": "thay-doi.html",
    "glossary": "giai-thich.html",
}


def addresses(keys: Iterable[str], reserved: frozenset[str] = frozenset()) -> dict[str, str]:
    """A file name for each key: small ASCII letters, digits, dashes; different keys never share one."""
    names: dict[str, str] = {}
    taken = set(reserved)
    for key in sorted(set(keys)):
        plain = unicodedata.normalize("NFD", key.casefold().replace("đ", "d"))
        base = re.sub(r"[^a-z0-9_]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")
        base = base[:_NAME_LENGTH] or "x"
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        names[key] = name
    return names


def in_folders(keys: Sequence[tuple[str, str]], folders: Mapping[str, str], prefix: str) -> dict[str, str]:
    """(agency_key, key) -> key: path of its page in the agency's folder; keys of other agencies have none."""
    found: dict[str, str] = {}
    for agency_key, folder in folders.items():
        own = {key: key.removeprefix(f"{agency_key}/") for agency, key in keys if agency == agency_key}
        names = addresses(own.values())
        found |= {key: f"{folder}/{prefix}-{names[name]}.html" for key, name in own.items()}
    return found
