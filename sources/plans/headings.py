"""What a heading says of its part: its role in the plan, its reform area, its PAPI dimension."""

import re
from functools import cache
from typing import Literal

from sources.plans.vocabulary import holds, longest_start, phrases, starts_with, table
from sources.vietnamese.abbreviations import expanded_key

Role = Literal["goals", "requirements", "tasks", "duties", "funding", "history"]
# Words before the name of an area that change nothing: "Đẩy mạnh cải cách thể chế", "Về cải cách thể chế".
_LEAD = re.compile(
    r"^(?:(?:tiếp tục|đẩy mạnh|tăng cường|nâng cao hiệu quả|nâng cao chất lượng|thực hiện|triển khai|công tác|về"
    r"|nội dung|lĩnh vực|nhiệm vụ|mục tiêu|các|tập trung|cụ thể)\s+)+"
)


def role_of(title: str) -> Role | None:
    """Role by the words that the heading, or a part of it after a comma or "và", begins with.

    Goals beside requirements are goals; anything beside tasks is tasks: their sub-headings tell them apart.
    """
    roles = _roles(title)
    for role in ("tasks", "goals", "requirements", "duties", "funding", "history"):
        if role in roles:
            return role
    return None


def _roles(title: str) -> set[str]:
    keyed = phrases("sections", "role", "phrase")
    found: set[str] = set()
    for index, piece in enumerate(re.split(r"[,;:/]|\bvà\b|\bVÀ\b|\s[-–]\s", title)):
        key = expanded_key(piece)
        matched = longest_start(key, keyed)
        while matched:
            found.add(matched[1])
            key = key[len(matched[0]) :].strip()
            matched = longest_start(key, keyed)
        if index == 0 and not found:
            return found  # "Đổi mới phương pháp, đánh giá ...": the first words say what a heading is
    return found


def area_of(title: str) -> str | None:
    """Reform area named at the beginning of the heading."""
    key = expanded_key(title)
    keyed = phrases("areas", "reform_area", "heading")
    matched = longest_start(key, keyed) or longest_start(_LEAD.sub("", key), keyed)
    return matched[1] if matched else None


def dimension_of(title: str) -> str | None:
    """PAPI dimension named in the heading."""
    key = expanded_key(title)
    return next(
        (code for phrase, code in phrases("papi_dimensions", "papi_dimension", "phrase") if holds(key, phrase)), None
    )


def names_papi(title: str) -> bool:
    """A heading on PAPI, in a plan that may have other parts."""
    key = expanded_key(title)
    return holds(key, "papi") or holds(key, expanded_key("hiệu quả quản trị và hành chính công"))


@cache
def _area_phrases() -> tuple[tuple[str, str, bool], ...]:
    return tuple(
        (expanded_key(row["phrase"]), row["reform_area"], row["weak"] == "yes") for row in table("area_phrases")
    )


def area_of_text(text: str) -> str:
    """Reform area that a sentence is about, by its key phrases; the earliest decides, the general area where none is.

    For goals and measures that stand under no heading of an area. Weak phrases name who acts or with what ("100% viên
    chức ...", "kinh phí"): they decide only where nothing says what is done.
    """
    key = f" {expanded_key(text)} "
    found = [
        (is_weak, key.find(f" {phrase} "), -len(phrase), code)
        for phrase, code, is_weak in _area_phrases()
        if f" {phrase} " in key
    ]
    return min(found)[3] if found else "direction"


def is_closing(text: str) -> bool:
    """The closing paragraph of a plan: "Trên đây là Kế hoạch ..."."""
    return starts_with(expanded_key(text), expanded_key("trên đây là"))
