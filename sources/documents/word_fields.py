"""Fields of a Word text: which results are text, and which are computed for the page (contents, page numbers)."""

from dataclasses import dataclass, field
from typing import Any, Final

from sources.documents.word_package import w

_SILENT_FIELDS: Final = frozenset({"TOC", "INDEX", "TOA", "PAGE", "NUMPAGES", "SECTIONPAGES"})


@dataclass(slots=True)
class Fields:
    """Fields that are open, outermost first: its code so far, and whether its result has begun. A table of contents
    opens in one paragraph and closes pages later."""

    open: list[tuple[str, bool]] = field(default_factory=list)

    def meet(self, run: Any) -> None:
        """Take in the field marks and codes of one run."""
        for child in run:
            if child.tag == w("instrText") and self.open and not self.open[-1][1]:
                self.open[-1] = (self.open[-1][0] + (child.text or ""), False)
            elif child.tag == w("fldChar"):
                kind = child.get(w("fldCharType"))
                if kind == "begin":
                    self.open.append(("", False))
                elif kind == "separate" and self.open:
                    self.open[-1] = (self.open[-1][0], True)
                elif kind == "end" and self.open:
                    self.open.pop()

    @property
    def are_silent(self) -> bool:
        return any(not has_result or is_silent(code) for code, has_result in self.open)


def is_silent(code: str) -> bool:
    return bool(code.split()) and code.split()[0].upper() in _SILENT_FIELDS
