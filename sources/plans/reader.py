"""Plan files to rows: one plan a file, the .yml beside it and its reviews read with it, every bad file a finding."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from sources.bounded import Fault, Limits, Refusal, each
from sources.contract import RawRow, Rows, SourceFile, gather
from sources.documents.blocks import DocumentError
from sources.documents.files import read_document
from sources.keys import KEY
from sources.plans.copies import once_each
from sources.plans.corrections import Corrections, read_corrections
from sources.plans.file_rows import WHOLE_FILE, account_row, correction_rows, finding_rows, refused_rows
from sources.plans.jobs import Job, PlanFile
from sources.plans.kinds_of_file import is_plan
from sources.plans.plan_row import agency_key_of
from sources.plans.refusals import why_unread
from sources.plans.remarks import Remark, remark
from sources.plans.reviewed import read_reviewed
from sources.plans.reviews.collected import is_review, of_plan, read_reviews, review_rows, without_plan
from sources.plans.rows import ROW_TYPES
from sources.vietnamese.normal import slug

# A plan of a hundred pages is read in five seconds, forty scanned pages in a minute. The largest part that an Office
# file may have takes 1.2 GB of memory, libraries half a gigabyte of address space.
LIMITS = Limits(seconds=90, memory_bytes=2 * 1024**3)
_CORRECTION_ENDINGS = {".yml", ".yaml"}


def read(files: Sequence[SourceFile]) -> Rows:
    """All raw tables of plans. A file that cannot be read gives a finding and a file row, nothing else."""
    rows: list[RawRow] = []
    reviews = read_reviews(file for file in files if is_review(file.name))
    files = [file for file in files if not is_review(file.name)]
    corrections: dict[str, SourceFile] = {}
    for file in sorted(files, key=_correction_order):
        if _ending(file) in _CORRECTION_ENDINGS and corrections.setdefault(_beside(file), file) is not file:
            second = remark("second_correction", WHOLE_FILE, _name(corrections[_beside(file)]))
            rows.extend(refused_rows(file, second, status="ignored"))
    plans = [file for file in files if _ending(file) not in _CORRECTION_ENDINGS]
    keys: set[str] = set()
    jobs: list[Job] = []
    contents: dict[str, str] = {}
    for file in sorted(plans, key=lambda file: file.name):
        key = plan_key_of(file)
        if contents.setdefault(file.sha256, file.name) != file.name:
            copy = remark("duplicate_file", WHOLE_FILE, contents[file.sha256])
            rows.extend(refused_rows(file, copy, status="ignored"))
            continue
        if key in keys:
            rows.extend(refused_rows(file, remark("duplicate_plan_key", WHOLE_FILE, key)))
            continue
        keys.add(key)
        jobs.append(Job(file, corrections.pop(_beside(file), None), of_plan(reviews, key)))
    unread = list(reviews)
    for job, found in zip(jobs, once_each(jobs, read_each(jobs)), strict=True):
        rows.extend(found.rows)
        unread = [review for review in unread if not found.entries or review not in job.reviews]
    for review in unread:
        rows.extend(review_rows(without_plan(review), None, None))
    for file in corrections.values():
        rows.extend(refused_rows(file, remark("correction_without_plan", WHOLE_FILE), status="ignored"))
    return gather(ROW_TYPES, rows)


def read_each(jobs: Sequence[Job]) -> list[PlanFile]:
    """Every plan with what belongs to it, each read within limits; what goes wrong costs that one plan."""
    return [
        _stopped(job, outcome) if isinstance(outcome, Refusal | Fault) else outcome
        for job, outcome in zip(jobs, each(read_one, jobs, LIMITS), strict=True)
    ]


def _stopped(job: Job, outcome: Refusal | Fault) -> PlanFile:
    why = why_unread(job.file, outcome)
    files = [job.file, *([job.correction] if job.correction else [])]
    return PlanFile([row for file in files for row in refused_rows(file, why)])


def read_one(job: Job) -> PlanFile:
    """One plan with, where it has them, the .yml beside it and its reviews."""
    file, plan_key = job.file, plan_key_of(job.file)
    corrections = read_corrections(job.correction.path) if job.correction else Corrections()
    rows: list[RawRow] = []
    if job.correction:
        rows.extend(correction_rows(job.correction, corrections, plan_key))
    try:
        document = read_document(file.path)
    except DocumentError as error:
        refusal = Remark(error.kind, "error", f"{_name(file)}: {error}", error.remedy, WHOLE_FILE)
        return PlanFile([*rows, *refused_rows(file, refusal)])
    plan = read_reviewed(document, file, plan_key, corrections, job.reviews)
    if not is_plan(document, plan.draft):
        return PlanFile([*rows, *refused_rows(file, remark("not_a_plan", WHOLE_FILE), status="ignored")])
    agency = agency_key_of(plan.draft)
    rows.extend([*plan.applied.rows, *plan.applied.corrections])
    rows.extend(finding_rows(file, plan.remarks, plan_key, agency))
    for review in job.reviews:
        rows.extend(review_rows(review, plan.applied, agency))
    rows.append(account_row(file, plan.draft))
    return PlanFile(rows, tuple(plan.applied.entries))


def plan_key_of(file: SourceFile) -> str:
    """The file's name without its ending, as a key."""
    stem = _stem(file)
    return stem if KEY.fullmatch(stem) else slug(stem) or f"plan-{file.sha256[:8]}"


def _stem(file: SourceFile) -> str:
    return PurePosixPath(file.name).stem


def _beside(file: SourceFile) -> str:
    """The path without its ending: a plan and the .yml of that plan share it."""
    return str(PurePosixPath(file.name).with_suffix(""))


def _correction_order(file: SourceFile) -> tuple[bool, str]:
    """Of two files beside one plan, .yml goes before .yaml."""
    return _ending(file) != ".yml", file.name


def _ending(file: SourceFile) -> str:
    return PurePosixPath(file.name).suffix.lower()


def _name(file: SourceFile) -> str:
    return PurePosixPath(file.name).name
