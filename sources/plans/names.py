"""Names of agencies as titles and heading blocks print them, capitals included."""

import re

from sources.plans.vocabulary import find_province, table
from sources.vietnamese.normal import fold_spaces, match_key

_MOTTO = re.compile(r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI.*$|Độc\s+lập\s*[-–—]\s*Tự\s+do.*$", re.IGNORECASE)
# A name ends before a period, a place of application or a sign; "Năm Căn" is a place, "năm 2025" a period.
_END = re.compile(
    r"\s+(?:năm\s+\d|giai đoạn|trên địa bàn|về(?!\w)|đến năm|quý\s+[IVX\d]|tháng\s+\d|\d+\s+tháng|\().*$"
    r"|\s*[(,;:.“\"].*$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"tỉnh\s+(?P<place>[A-ZĐÀ-Ỹ]\w*(?:\s[A-ZĐÀ-Ỹ]\w*)*)$")
# A Sở stands at the level of the province, so what follows its name is one, with or without "tỉnh" or "thành phố".
_DEPARTMENT = re.compile(r"^Sở Y tế\s+(?:(?:tỉnh|thành phố|TP\.?)\s+)?(?P<place>[A-ZĐÀ-Ỹ]\w*(?:\s[A-ZĐÀ-Ỹ]\w*)*)$")
_LEVEL = re.compile(r"((?:huyện|quận|thị xã|thành phố|khu vực|xã|phường|tỉnh)\s+)(\S.*)$")
_DISTRICT = re.compile(r"(?<!\w)(?:huyện|quận|thị xã|thành phố|khu vực|xã|phường)\s+[A-ZĐÀ-Ỹ\d]")
_SO = "Sở Y tế"
# "Bệnh viện Đa khoa Vĩnh Thái": two capitals at the end are the name of a place or of a person.
_PROPER = re.compile(r"\s[A-ZĐÀ-Ỹ][^\W\d_]*\s[A-ZĐÀ-Ỹ][^\W\d_]*$")
_PARENT = re.compile(r"^(?:ubnd|ủy ban nhân dân|bộ|hđnd)\b", re.IGNORECASE)


def without_motto(text: str) -> str:
    """A line of the heading block without the words of the state's name and motto."""
    return fold_spaces(_MOTTO.sub("", text))


def agency_in(text: str) -> str | None:
    """The agency's name that `text` begins with: "Sở Y tế tỉnh X năm 2023" -> "Sở Y tế tỉnh X". None for others."""
    key = match_key(text)
    for row in table("agency_words"):
        word = match_key(row["printed"])
        if key == word or key.startswith(word + " "):
            name = fold_spaces(_END.sub("", text))
            return _with_department(_with_place(proper_case(name))) if name.isupper() else name
    return None


def _with_place(name: str) -> str:
    """ "Trung tâm Y tế huyện năm căn" -> "... huyện Năm Căn": what follows a level is a place."""
    return _LEVEL.sub(lambda match: match[1] + match[2].title(), name)


def _with_department(name: str) -> str:
    """ "Sở Y tế năm căn" -> "Sở Y tế Năm Căn": a name right behind is the province's."""
    head, rest = name[: len(_SO)], name[len(_SO) :]
    is_place = head == _SO and rest and not _LEVEL.match(rest.strip())
    return f"{head}{rest.title()}" if is_place else name


def is_parent(name: str) -> bool:
    """Whether the name is of the body above: a people's committee or a ministry."""
    return bool(_PARENT.match(fold_spaces(name)))


def proper_case(name: str) -> str:
    """ "SỞ Y TẾ TỈNH ĐỒNG NAI" -> "Sở Y tế tỉnh Đồng Nai": known words and provinces get capitals, the rest none."""
    lowered = fold_spaces(name).lower()
    for row in table("agency_words"):
        word = row["printed"]
        # "Sở Y tế" has its capitals everywhere; "bệnh viện" only where a name begins with it.
        where = r"(?<!\w)" if any(char.isupper() for char in word[1:]) else r"(?:^|(?<=của ))"
        lowered = re.sub(rf"{where}{re.escape(word.lower())}(?!\w)", word, lowered)
    province = find_province(lowered)
    if province is not None:
        words = lowered.split()
        size = len(province.split())
        for start in range(len(words) - size, -1, -1):
            if match_key(" ".join(words[start : start + size])) == match_key(province):
                words[start : start + size] = province.split()
                break
        lowered = " ".join(words)
    return lowered[0].upper() + lowered[1:]


def printed_province(name: str) -> str | None:
    """ "Sở Y tế tỉnh Minh Họa" -> "Minh Họa": the place after "tỉnh", for provinces that no list knows.

    Not after "thành phố": the cities that are provinces are known, the others lie in one.
    """
    match = _PLACE.search(name) or _DEPARTMENT.match(name)
    return match["place"] if match else None


def names_place(name: str) -> bool:
    """Whether a name says where the agency is: by its province, district or commune."""
    return find_province(name) is not None or bool(
        _PLACE.search(name) or _DISTRICT.search(name) or _PROPER.search(name)
    )


def capitalised(text: str) -> str:
    """First letter in capitals, the rest as it stands."""
    return text[:1].upper() + text[1:]
