"""A cell that names lead and coordinating units together: "Chủ trì: Văn phòng Sở; phối hợp: các phòng"."""

import re

from sources.plans.labels import read_labels

# "Phòng A chủ trì, Phòng B phối hợp": the words stand behind the names.
_BEHIND = re.compile(
    r"^(?P<lead>.+?)\s+chủ trì\s*[,;]?\s*(?:và\s+)?(?P<coordinating>.+?)\s+phối hợp\.?$", re.IGNORECASE
)
# "Phòng A (phối hợp với Phòng B)", "Phòng A; phối hợp với Phòng B".
_WITH = re.compile(
    r"^(?P<lead>.+?)\s*[,;(]\s*(?:và\s+)?(?:có sự\s+)?phối hợp\s+(?:với|cùng|của)\s+(?P<coordinating>.+?)\)?$",
    re.IGNORECASE,
)


def split_roles(lead: str, coordinating: str) -> tuple[str, str]:
    """Lead and coordinating cells; the second is completed only where it is blank."""
    if coordinating.strip():
        return lead, coordinating
    labelled = read_labels(lead).cells
    if "lead" in labelled or "coordinating" in labelled:
        return labelled.get("lead") or read_labels(lead).rest, labelled.get("coordinating", "")
    found = _BEHIND.match(lead) or _WITH.match(lead)
    return (found["lead"], found["coordinating"]) if found else (lead, coordinating)
