"""Who issued a plan, and of which province: from the title, the opening paragraphs and the heading block."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sources.plans.names import agency_in, is_parent, names_place, printed_province, without_motto
from sources.plans.vocabulary import find_province
from sources.vietnamese.normal import match_key

_ISSUES = re.compile(
    r"(?P<name>[A-ZĐÀ-Ỹ][^;.:]*?)\s+(?:xây dựng|ban hành|đề ra|lập)\s+(?:và\s+[\w\s]{3,20}?\s+)?"
    r"(?:kế hoạch|chương trình|nội dung)",
    re.IGNORECASE,
)
_PLACE_LINE = re.compile(r"^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|KHU VỰC)\s+[A-ZĐÀ-Ỹ\d]")
# "BỆNH VIỆN ĐA KHOA KHU VỰC" on one line, the place on the next.
_OPEN_LEVEL = re.compile(r"(?<!\w)(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|KHU VỰC|XÃ|PHƯỜNG)$")
# The pattern of issuing is slow on hostile paragraphs, and an opening paragraph is never as long.
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Issuer:
    """agency as printed, completed by its province where the name leaves it out; None where not found."""

    agency: str | None
    province: str | None


def read_issuer(title: str | None, above: Sequence[str], opening: Sequence[str], place: str | None) -> Issuer:
    """The issuer by title ("của Sở Y tế ..."), opening ("Sở Y tế ... ban hành kế hoạch"), then the lines `above`.

    place: of the date line; its province counts where no name says one.
    """
    candidates = []
    for part in re.split(r"(?<!\w)của\s+", title or "")[1:]:
        candidates.append(agency_in(part))
    for paragraph in opening:
        for issued in _ISSUES.finditer(paragraph[:_LONGEST]):
            candidates.append(agency_in(re.split(r"[,;]\s*", issued["name"])[-1].strip()))
    headed = [agency_in(line) for line in _whole_names([without_motto(line) for line in above])]
    candidates.extend(reversed(headed))  # the issuer stands under the body it belongs to
    named = [name for name in candidates if name is not None and not is_parent(name)]
    parents = [name for name in headed if name is not None and is_parent(name)]
    places = (*named, *parents)
    province = next((found for name in places if (found := find_province(name))), None)
    printed = next((found for name in places if (found := printed_province(name))), None)
    province = province or printed or find_province(place or "")
    # A people's committee or a ministry is the issuer only where nobody below it is named.
    agency = _fullest(named or parents)
    if agency and province and not names_place(agency):
        level = "thành phố" if any("thành phố" in name.lower() for name in parents) else "tỉnh"
        agency = f"{agency} {level} {province}"
    return Issuer(agency, province)


def _whole_names(lines: Sequence[str]) -> list[str]:
    """Lines of the heading block, a name joined with its place on the next line: "ỦY BAN NHÂN DÂN / TỈNH CÀ MAU"."""
    whole: list[str] = []
    for line in lines:
        if whole and (_PLACE_LINE.match(line) or _OPEN_LEVEL.search(whole[-1])):
            whole[-1] = f"{whole[-1]} {line}"
        else:
            whole.append(line)
    return whole


def _fullest(names: Sequence[str]) -> str | None:
    """The first name, in the longest form it is printed in: "Sở Y tế" is also "Sở Y tế tỉnh Đồng Nai"."""
    if not names:
        return None
    key = match_key(names[0])
    return max((name for name in names if match_key(name).startswith(key)), key=len)
