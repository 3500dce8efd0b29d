"""Review workbooks of a collection: which plan each speaks of, and what became of it as a file."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Final

from sources.bounded import Fault, Limits, Refusal, each
from sources.contract import RawRow, SourceFile, provenance
from sources.plans.file_rows import WHOLE_FILE, finding_rows
from sources.plans.refusals import why_unread
from sources.plans.remarks import Remark, remark
from sources.plans.remarks import remark as plan_remark
from sources.plans.reviews.application import Applied
from sources.plans.reviews.outcomes import PARSER_VERSION
from sources.plans.reviews.reading import OTHER_ENDINGS, read_review
from sources.plans.reviews.statements import Review
from sources.plans.rows import PlanFileRow

APPLIED_ENDINGS: Final = frozenset({".xlsx", ".xlsm"})
ENDINGS: Final = APPLIED_ENDINGS | OTHER_ENDINGS
# A sheet of 300,000 rows opens in nine seconds; a slow machine may need some times as long. One part of the largest
# size takes 1.2 GB of memory, libraries half a gigabyte of address space.
LIMITS: Final = Limits(seconds=45, memory_bytes=2 * 1024**3)
# The children of the plan reader are forked from the same server, so that it imports for both (see bounded.each).
_SERVER: Final = ("sources.plans.reader",)
# A file that is left out for a good reason, not for a fault.
_IGNORED: Final = frozenset({"review_without_plan", "duplicate_file"})


def is_review(name: str) -> bool:
    """Plans are documents; a workbook in their folder is a review."""
    return PurePosixPath(name).suffix.casefold() in ENDINGS


def read_reviews(files: Iterable[SourceFile]) -> list[Review]:
    """One review a file, refused ones included, each read within limits. The same content twice counts once."""
    first: dict[str, str] = {}
    reviews: list[Review] = []
    jobs: list[SourceFile] = []
    for file in sorted(files, key=lambda file: file.name):
        if first.setdefault(file.sha256, file.name) != file.name:
            reviews.append(Review(file, refusal=plan_remark("duplicate_file", WHOLE_FILE, first[file.sha256])))
        else:
            jobs.append(file)
    outcomes = zip(jobs, each(read_review, jobs, LIMITS, _SERVER), strict=True)
    reviews.extend(
        Review(file, refusal=why_unread(file, outcome)) if isinstance(outcome, Refusal | Fault) else outcome
        for file, outcome in outcomes
    )
    return reviews


def of_plan(reviews: Sequence[Review], plan_key: str) -> tuple[Review, ...]:
    """The reviews that speak of a plan, refused ones included."""
    return tuple(review for review in reviews if review.plan_key == plan_key)


def without_plan(review: Review) -> Review:
    """The same review, refused where it speaks of a plan that is not there."""
    if review.refusal is not None:
        return review
    return Review(review.file, review.plan_key, refusal=remark("review_without_plan", WHOLE_FILE, review.plan_key))


def review_rows(review: Review, applied: Applied | None, agency_key: str | None) -> list[RawRow]:
    """The findings and the account of one review file."""
    remarks: list[Remark] = [review.refusal] if review.refusal else list(review.remarks)
    read, taken = 0, 0
    if applied is not None and review.refusal is None:
        remarks.extend(found for file, found in applied.remarks if file == review.file)
        read, taken = len(review.statements) + review.held, applied.taken[review.file]
    status = "read" if review.refusal is None else "unreadable"
    if review.refusal and review.refusal.kind in _IGNORED:
        status = "ignored"
    account = PlanFileRow.model_validate(
        {
            "status": status,
            "values_read": read,
            "values_loaded": taken,
            "values_quarantined": read - taken,
            "values_ignored": 0,
            "ignored_reason": review.refusal.message if review.refusal and status == "ignored" else None,
            **provenance(review.file, WHOLE_FILE, PARSER_VERSION),
        }
    )
    plan_key = review.plan_key if applied is not None else None
    return [*finding_rows(review.file, remarks, plan_key, agency_key), account]
