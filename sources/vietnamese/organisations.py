"""Names of organisations: one key for all spellings of an agency or a unit."""

import re

from sources.vietnamese.normal import match_key, slug

# "Sở Y tế tỉnh Đồng Nai" and "Sở Y tế Đồng Nai" are one agency; the level word before the place adds nothing.
_LEVEL_WORD = re.compile(r"\b(tỉnh|thành phố|tp\.?)\s+(?=[A-ZĐÀ-Ỹ])", re.IGNORECASE)


def agency_key(name: str) -> str:
    """Key of an agency: "Sở Y tế tỉnh Minh Họa" -> "so-y-te-minh-hoa"."""
    return slug(_LEVEL_WORD.sub("", name))


def unit_key(agency: str, name: str) -> str:
    """Key of a unit inside its agency: "so-y-te-minh-hoa/van-phong-so". `agency` is an agency key."""
    return f"{agency}/{slug(name)}"


def unit_match_key(name: str) -> str:
    """Key for comparing names of units, as people write them."""
    return match_key(name)
