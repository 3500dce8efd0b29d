"""Reviews that an earlier night received and that lie in the folder no more: what they said does not stand tonight.

Known from the ledger of receipts alone, without opening what was kept. Who takes a review back enters it in
withdrawn.csv, which says who did so and why; a file that is merely gone may have been deleted by mistake.
"""

from collections.abc import Iterable
from pathlib import PurePosixPath

from sources.plans.file_rows import WHOLE_FILE
from sources.plans.remarks import remark
from sources.plans.reviews.collected import APPLIED_ENDINGS
from sources.plans.reviews.outcomes import PARSER_VERSION
from sources.receipts.rows import ReceiptFindingRow, ReceiptRow


def gone_reviews(ledger: Iterable[ReceiptRow], told: Iterable[ReceiptFindingRow]) -> list[ReceiptFindingRow]:
    """One finding a review that is gone. told: tonight's findings; of a file that has one already, nothing is added."""
    rows = list(ledger)
    there = {row.source_sha256 for row in rows if row.is_current}
    named = {found.source_path for found in told}
    return [
        _finding(row)
        for row in rows
        if _is_gone(row) and row.source_sha256 not in there and row.source_path not in named
    ]


def _is_gone(row: ReceiptRow) -> bool:
    """Neither replaced by another content of its path nor taken back."""
    is_review = PurePosixPath(row.source_path).suffix.casefold() in APPLIED_ENDINGS
    stands = row.superseded_at is None and row.withdrawn_at is None
    return row.source_kind == "plans" and is_review and stands and not row.is_current


def _finding(row: ReceiptRow) -> ReceiptFindingRow:
    found = remark("review_gone", WHOLE_FILE, row.source_path)
    return ReceiptFindingRow(
        finding_no=1,
        kind=found.kind,
        severity=found.severity,
        message=found.message,
        remedy=found.remedy,
        source_sha256=row.source_sha256,
        source_path=row.source_path,
        source_place=WHOLE_FILE,
        parser_version=PARSER_VERSION,
        received_at=row.received_at,
    )
