"""Owners said in a sentence: "(Phòng Tổ chức chủ trì; hoàn thành trong quý II)", "Giao Phòng A chủ trì, xong ...".

Where a text has labels (see labels), they say it; else these two ways of writing do. A sentence that names an owner and
no time is a measure, as the annotated plans have it.
"""

import re

from sources.plans.labels import Labelled, read_labels
from sources.vietnamese.normal import fold_spaces

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


def read_owned(text: str) -> Labelled:
    """The text without its owner, and the cells that the owner's words give; no cells where it names none."""
    labelled = read_labels(text)
    if labelled.cells:
        return labelled
    bracket = _BRACKET.match(text)
    found = _LEAD.match(bracket["inside"]) if bracket else _ASSIGNED.match(text)
    if found is None:
        return labelled
    rest = bracket["rest"] if bracket else found["rest"]
    after = bracket["inside"][found.end("lead") + len(" chủ trì") :] if bracket else found["after"]
    when = _WHEN.search(after)
    units = _WITH.match(after) or _TOGETHER.match(after)
    if when is None:
        return labelled
    cells = {"lead": fold_spaces(found["lead"]), "deadline": fold_spaces(when["deadline"]).strip(" ,")}
    if units is not None:
        cells["coordinating"] = fold_spaces(units["units"]).strip(" ,")
    return Labelled(fold_spaces(rest).rstrip(" .;,"), cells)
