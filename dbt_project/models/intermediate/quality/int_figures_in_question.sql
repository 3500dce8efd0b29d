-- A rule across windows names the line of a figure, one of its cells another cell beside it.
with questioned as (
    select distinct
        source_sha256,
        {{ line_place('source_place') }} as line_place
    from {{ ref('fct_finding') }}
    where is_open and severity in ('error', 'warning')
),

figures as (
    select
        results.agency_key,
        results.indicator_code,
        readings.period_year,
        results.window_to
    from {{ ref('fct_indicator_result') }} as results
    inner join questioned
        on
            results.source_sha256 = questioned.source_sha256
            and {{ line_place('results.source_place') }} = questioned.line_place
    inner join {{ ref('int_readings_of_contributors') }} as readings
        on
            results.unit_key = readings.unit_key
            and results.indicator_code = readings.indicator_code
            and results.period_key = readings.period_key
    where results.state <> 'not_applicable' and readings.state in ('reported', 'nothing_arose')
)

select
    figures.agency_key,
    figures.indicator_code,
    periods.period_key,
    count(*) as figures_in_question
from figures
-- What was added up earlier in the year stands behind every later window of the year.
inner join {{ ref('int_reporting_periods') }} as periods
    on
        figures.agency_key = periods.agency_key
        and figures.period_year = periods.period_year
        and figures.window_to <= periods.window_to
group by figures.agency_key, figures.indicator_code, periods.period_key
