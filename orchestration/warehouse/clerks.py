"""What the clerks are to be told of their reports: the queries behind the workbooks of feedback."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from orchestration.warehouse.engine import reading, records


@dataclass(frozen=True, slots=True)
class Feedback:
    """Rows for the clerks. reports: those that stand, with the account of their file; unread: accounts of files that
    stand and hold no report; findings: of readers and rules about files of results; held: cells held back; unanswered:
    indicators that the form of a unit and period asks for and no report of theirs speaks of."""

    reports: Sequence[Mapping[str, Any]]
    unread: Sequence[Mapping[str, Any]]
    findings: Sequence[Mapping[str, Any]]
    held: Sequence[Mapping[str, Any]]
    unanswered: Sequence[Mapping[str, Any]] = ()


_FEEDBACK = (
    """
    with receipts as (
        select source_sha256, min(received_at) as received_at, max(withdrawn_at) as withdrawn_at
        from core.dim_source_file
        group by source_sha256
    ),

    -- Of one layout the report received last stands; a table adds to a workbook and does not take its place.
    standing as (
        select submissions.*
        from raw.results_submissions as submissions
        left join receipts using (source_sha256)
        where receipts.withdrawn_at is null
        qualify row_number() over (
            partition by submissions.unit_key, submissions.period_key, submissions.layout
            order by
                coalesce(receipts.received_at, submissions.received_at) desc, submissions.sent_date desc nulls last,
                submissions.source_path desc, submissions.source_sha256 desc
        ) = 1
    )

    select
        standing.agency_key, standing.unit_key, standing.period_key, standing.layout, standing.unit_name,
        coalesce(own.period_name, periods.period_name, standing.period_key) as period_name,
        files.source_path, files.source_sha256, files.status, files.received_at,
        files.values_loaded, files.values_quarantined, files.values_ignored
    from standing
    inner join raw.results_files as files
        on standing.source_sha256 = files.source_sha256 and standing.source_path = files.source_path
    left join core.dim_agency_period as own
        on standing.agency_key = own.agency_key and standing.period_key = own.period_key
    left join core.dim_reporting_period as periods on standing.period_key = periods.period_key
    order by all
    """,
    """
    select
        files.source_path, files.source_sha256, files.status, files.received_at,
        files.values_loaded, files.values_quarantined, files.values_ignored
    from raw.results_files as files
    inner join core.dim_source_file as standing using (source_path, source_sha256)
    anti join raw.results_submissions as submissions on files.source_sha256 = submissions.source_sha256
    where files.status <> 'ignored' and standing.superseded_at is null and standing.withdrawn_at is null
    order by all
    """,
    """
    select
        findings.source_path, findings.source_sha256, findings.agency_key, findings.unit_key, findings.period_key,
        units.unit_name, coalesce(own.period_name, periods.period_name, findings.period_key) as period_name,
        findings.kind, findings.severity, findings.source_place, findings.value, findings.message, findings.remedy
    from core.fct_finding as findings
    semi join raw.results_files as files
        on findings.source_path = files.source_path and findings.source_sha256 = files.source_sha256
    left join core.dim_unit as units on findings.unit_key = units.unit_key
    left join core.dim_agency_period as own
        on findings.agency_key = own.agency_key and findings.period_key = own.period_key
    left join core.dim_reporting_period as periods on findings.period_key = periods.period_key
    where findings.source in ('results', 'rules')
    order by all
    """,
    """
    select source_path, source_sha256, agency_key, unit_key, period_key, source_place, column_name, value, rule
    from raw.results_quarantine
    order by all
    """,
    """
    select asked.unit_key, asked.period_key, asked.indicator_name
    from reporting.rpt_form_figure as asked
    semi join raw.results_submissions as submissions
        on asked.unit_key = submissions.unit_key and asked.period_key = submissions.period_key
    anti join raw.results_figures as figures
        on asked.unit_key = figures.unit_key and asked.period_key = figures.period_key
            and asked.indicator_code = figures.indicator_code
    anti join raw.results_quarantine as held
        on asked.unit_key = held.unit_key and asked.period_key = held.period_key
            and asked.indicator_code = held.indicator_code
    order by asked.unit_key, asked.period_key, asked.sort_order
    """,
)


def feedback(database: Path) -> Feedback:
    """What the clerks of standing and of unreadable reports are to be told, from the build or a publication."""
    with reading(database) as connection:
        # Times of receipt are days at home for who reads them; the caller knows where home is.
        connection.execute("set timezone = 'UTC'")
        return Feedback(*(records(connection, query) for query in _FEEDBACK))
