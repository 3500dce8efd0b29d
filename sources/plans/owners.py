"""Owners said in a sentence: "(Phòng Tổ chức chủ trì; hoàn thành trong quý II)", "Giao Phòng A chủ trì, xong ...".

Where a text has labels (see labels), they say it; else these two ways of writing do. A sentence that names an owner and
no time is a measure, as the annotated plans have it.
"""

import re

from sources.plans.labels import Labelled, read_labels
from sources.plans.unit_cells import starts_unit
from sources.vietnamese.normal import fold_spaces
from sources.vietnamese.spans import read_span

# In brackets at the end: who, then when, each in its own part.
_BRACKET = re.compile(
    r"^(?P<rest>[^()]*(?:\([^()]*\)[^()]*)*)\((?P<inside>[^()]*(?<!\w)chủ trì(?!\w)[^()]*)\)\s*[.;]*$"
)
_ASSIGNED = re.compile(
    r"^(?P<rest>.+?[.;])\s+(?:Giao|Phân công)\s+(?P<lead>[^.;]{3,200}?)\s+chủ trì(?!\w)(?P<after>[^;]*)[.;]?$",
    re.DOTALL,
)
_LEAD = re.compile(r"^(?P<lead>[^;]{3,200}?)\s+chủ trì(?!\w)(?P<after>[^;]*)")
_WITH = re.compile(
    r"^\s*,?\s*(?:và\s+)?phối hợp\s+(?:với|cùng)\s+(?P<units>.+?)"
    r"(?=\s*(?:,|;|$)\s*(?:hoàn thành|thực hiện|xong)|\s+(?:thực hiện|hoàn thành)\b|$)"
)
_TOGETHER = re.compile(r"^\s*[,;]\s*(?P<units>.+?)\s+phối hợp(?!\w)")
_WHEN = re.compile(r"(?:hoàn thành|thực hiện|xong)\s+(?P<deadline>[^;()]{3,80}?)\s*[.;]*$")
# "Giao Phòng A chủ trì xây dựng quy chế, hoàn thành trước ngày 15/9": the work stands between owner and time.
_OPENING = re.compile(
    r"^(?:Giao|Phân công)\s+(?P<lead>[^.;,]{3,200}?)\s+chủ trì,?\s+(?P<rest>(?!phối hợp)[^;]{10,}?)[,;]\s*"
    r"(?:hoàn thành|xong)\s+(?P<deadline>[^;()]{3,80}?)\s*[.;]*$"
)
# "(Phòng A - Quý II/2026)": a unit and a time, nothing else.
_PAIR = re.compile(r"^(?P<rest>.+?)\((?P<lead>[^();]{3,80}?)\s*[-–;,]\s*(?P<deadline>[^()]{3,40})\)\s*[.;]*$")
# A time without its year is still a time; which year it is of, the plan says later.
_ANY_YEAR = 2000


def read_owned(text: str) -> Labelled:
    """The text without its owner, and the cells that the owner's words give; no cells where it names none."""
    labelled = read_labels(text)
    if labelled.cells:
        return labelled
    named = _led(text) or _opened(text) or _paired(text)
    return named if named is not None else labelled


def _led(text: str) -> Labelled | None:
    """In brackets or in a sentence behind the work."""
    bracket = _BRACKET.match(text)
    found = _LEAD.match(bracket["inside"]) if bracket else _ASSIGNED.match(text)
    if found is None:
        return None
    rest = bracket["rest"] if bracket else found["rest"]
    after = bracket["inside"][found.end("lead") + len(" chủ trì") :] if bracket else found["after"]
    deadline = _deadline(after)
    if deadline is None:
        return None
    units = _WITH.match(after) or _TOGETHER.match(after)
    cells = {"lead": fold_spaces(found["lead"]), "deadline": deadline}
    if units is not None:
        cells["coordinating"] = fold_spaces(units["units"]).strip(" ,")
    return Labelled(fold_spaces(rest).rstrip(" .;,"), cells)


def _deadline(after: str) -> str | None:
    when = _WHEN.search(after)
    if when is not None:
        return fold_spaces(when["deadline"]).strip(" ,")
    last = re.split(r"[,;]", after)[-1].strip(" .,;")
    return last if read_span(last, _ANY_YEAR) is not None else None


def _opened(text: str) -> Labelled | None:
    found = _OPENING.match(text)
    if found is None:
        return None
    return Labelled(fold_spaces(found["rest"]), {"lead": fold_spaces(found["lead"]), "deadline": found["deadline"]})


def _paired(text: str) -> Labelled | None:
    found = _PAIR.match(text)
    if found is None or not starts_unit(found["lead"]) or read_span(found["deadline"], _ANY_YEAR) is None:
        return None
    cells = {"lead": fold_spaces(found["lead"]), "deadline": fold_spaces(found["deadline"])}
    return Labelled(fold_spaces(found["rest"]).rstrip(" .;,"), cells)
