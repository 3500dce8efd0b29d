with reports as (
    select * from {{ ref('int_reports_changed') }}
    where previous_sha256 is not null
),

pairs as (
    select
        reports.agency_key,
        reports.unit_key,
        reports.period_key,
        reports.layout,
        reports.is_simulated,
        reports.is_new,
        reports.source_path,
        reports.source_place as report_place,
        figures.indicator_code,
        max(case when figures.source_sha256 = reports.previous_sha256 then figures.value_text end) as old_value_text,
        max(case when figures.source_sha256 = reports.source_sha256 then figures.value_text end) as new_value_text,
        max(case when figures.source_sha256 = reports.source_sha256 then figures.source_place end) as new_place,
        -- A report says it too, and is what is shown.
        coalesce(
            bool_or(figures.source_sha256 = reports.source_sha256)
            and not bool_or(figures.source_sha256 = reports.source_sha256 and figures.closed_by is null),
            false
        ) as is_other_used
    from reports
    inner join {{ ref('int_figures_versioned') }} as figures
        on
            reports.unit_key = figures.unit_key
            and reports.period_key = figures.period_key
            and figures.source_sha256 in (reports.previous_sha256, reports.source_sha256)
    group by
        reports.agency_key,
        reports.unit_key,
        reports.period_key,
        reports.layout,
        reports.is_simulated,
        reports.is_new,
        reports.source_path,
        reports.source_place,
        figures.indicator_code
)

select
    agency_key,
    unit_key,
    period_key,
    layout,
    is_simulated,
    is_new,
    is_other_used,
    indicator_code,
    old_value_text,
    new_value_text,
    source_path,
    -- A figure that is no longer sent has no cell: the report itself is its place.
    coalesce(new_place, report_place) as source_place
from pairs
where old_value_text is distinct from new_value_text
