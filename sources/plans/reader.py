"""Plan files to rows: one plan a file, the .yml beside it read with it, every bad file a finding."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from sources.contract import RawRow, Rows, SourceFile, gather, provenance
from sources.documents.blocks import DocumentError
from sources.documents.files import read_document
from sources.keys import KEY
from sources.plans.content_rows import content_rows
from sources.plans.corrections import Corrections, read_corrections
from sources.plans.plan import read_plan
from sources.plans.plan_draft import PlanDraft
from sources.plans.plan_row import PARSER_VERSION, agency_key_of, plan_row
from sources.plans.remarks import Remark, remark
from sources.plans.review import completeness
from sources.plans.rows import ROW_TYPES, PlanFileRow, PlanFindingRow
from sources.plans.task_rows import task_rows
from sources.vietnamese.normal import slug

_CORRECTION_ENDINGS = {".yml", ".yaml"}
_WHOLE_FILE = "toàn bộ tệp"


def read(files: Sequence[SourceFile]) -> Rows:
    """All raw tables of plans. A file that cannot be read gives a finding and a file row, nothing else."""
    rows: list[RawRow] = []
    corrections: dict[str, SourceFile] = {}
    for file in sorted(files, key=_correction_order):
        if _ending(file) in _CORRECTION_ENDINGS and corrections.setdefault(_beside(file), file) is not file:
            second = remark("second_correction", _WHOLE_FILE, _name(corrections[_beside(file)]))
            rows.extend(_refused(file, second, status="ignored"))
    plans = [file for file in files if _ending(file) not in _CORRECTION_ENDINGS]
    keys: set[str] = set()
    contents: dict[str, str] = {}
    for file in sorted(plans, key=lambda file: file.name):
        key = plan_key_of(file)
        if contents.setdefault(file.sha256, file.name) != file.name:
            copy = remark("duplicate_file", _WHOLE_FILE, contents[file.sha256])
            rows.extend(_refused(file, copy, status="ignored"))
            continue
        if key in keys:
            rows.extend(_refused(file, remark("duplicate_plan_key", _WHOLE_FILE, key)))
            continue
        keys.add(key)
        rows.extend(read_one(file, corrections.pop(_beside(file), None)))
    for file in corrections.values():
        rows.extend(_refused(file, remark("correction_without_plan", _WHOLE_FILE), status="ignored"))
    return gather(ROW_TYPES, rows)


def read_one(file: SourceFile, correction: SourceFile | None = None) -> list[RawRow]:
    """Rows of all tables for one plan and, where it has one, the .yml beside it."""
    corrections = read_corrections(correction.path) if correction else Corrections()
    rows: list[RawRow] = []
    if correction:
        rows.extend(_correction_rows(correction, corrections, plan_key_of(file)))
    try:
        document = read_document(file.path)
    except DocumentError as error:
        refusal = Remark(error.kind, "error", f"{_name(file)}: {error}", error.remedy, _WHOLE_FILE)
        return [*rows, *_refused(file, refusal)]
    draft = read_plan(document, corrections)
    plan_key = plan_key_of(file)
    tasks, remarks = task_rows(draft, file, plan_key)
    content = [*content_rows(draft, file, plan_key), *tasks]
    all_remarks = [*completeness(draft), *draft.remarks, *remarks]
    rows.extend([plan_row(draft, file, plan_key, corrections), *content])
    rows.extend(_findings(file, all_remarks, plan_key, agency_key_of(draft)))
    rows.append(_account(file, draft))
    return rows


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


def _account(file: SourceFile, draft: PlanDraft) -> PlanFileRow:
    """What became of the file. Every row met is loaded, held back or left out with a reason."""
    loaded = sum(
        len(part) for part in (draft.targets, draft.goals, draft.tasks, draft.measures, draft.duties, draft.mentions)
    )
    return PlanFileRow(
        status="read",
        values_read=loaded + draft.held + draft.ignored,
        values_loaded=loaded,
        values_quarantined=draft.held,
        values_ignored=draft.ignored,
        ignored_reason="Dòng của trang in lặp lại hoặc bị ngắt và in lại đủ ở trang sau." if draft.ignored else None,
        **provenance(file, _WHOLE_FILE, PARSER_VERSION),
    )


def _correction_rows(file: SourceFile, corrections: Corrections, plan_key: str) -> list[RawRow]:
    refused = len(corrections.remarks) if corrections.is_readable else 0
    account = PlanFileRow(
        status="read" if corrections.is_readable else "unreadable",
        values_read=corrections.entries,
        values_loaded=len(corrections.values),
        values_quarantined=refused,
        values_ignored=0,
        **provenance(file, _WHOLE_FILE, PARSER_VERSION),
    )
    return [*_findings(file, corrections.remarks, plan_key, None), account]


def _refused(file: SourceFile, why: Remark, status: str = "unreadable") -> list[RawRow]:
    account = PlanFileRow(
        status=status,
        values_read=0,
        values_loaded=0,
        values_quarantined=0,
        values_ignored=0,
        ignored_reason=why.message if status == "ignored" else None,
        **provenance(file, _WHOLE_FILE, PARSER_VERSION),
    )
    return [*_findings(file, [why], None, None), account]


def _findings(file: SourceFile, remarks: Iterable[Remark], plan_key: str | None, agency: str | None) -> list[RawRow]:
    return [
        PlanFindingRow(
            finding_no=number,
            kind=found.kind,
            severity=found.severity,
            agency_key=agency,
            plan_key=plan_key,
            value=found.value,
            place_a=found.place_a,
            value_a=found.value_a,
            place_b=found.place_b,
            value_b=found.value_b,
            message=found.message,
            remedy=found.remedy,
            **provenance(file, found.place, PARSER_VERSION),
        )
        for number, found in enumerate(remarks, start=1)
    ]
