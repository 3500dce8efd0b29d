select
    figures.agency_key,
    figures.unit_key,
    figures.indicator_code,
    figures.period_key,
    periods.period_year,
    periods.report_type,
    periods.window_from,
    periods.window_to,
    periods.is_from_year_start,
    periods.has_year_to_date,
    indicators.aggregation_over_periods in ('ratio_of_sums', 'flow_sum') as is_additive,
    {{ figure_state('figures') }} as state,
    figures.numerator,
    figures.denominator,
    figures.value,
    figures.explanation,
    figures.evidence,
    submissions.is_simulated,
    figures.source_sha256,
    figures.source_path,
    figures.source_place,
    figures.parser_version,
    figures.received_at
from {{ ref('stg_results__figures') }} as figures
inner join {{ ref('int_submissions_current') }} as submissions
    on
        figures.source_sha256 = submissions.source_sha256
        and figures.unit_key = submissions.unit_key
        and figures.period_key = submissions.period_key
inner join {{ ref('int_reporting_periods') }} as periods
    on figures.agency_key = periods.agency_key and figures.period_key = periods.period_key
inner join {{ ref('indicators') }} as indicators
    on figures.indicator_code = indicators.code
-- An indicator that a table says too is known by the report: the other figure stays in its history.
qualify
    row_number() over (
        partition by figures.unit_key, figures.indicator_code, figures.period_key
        order by {{ layout_rank('submissions.layout') }}
    ) = 1
