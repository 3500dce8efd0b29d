-- Which windows stand behind the reading of one: those added to the year to date, those a quarter is the rest of.
with readings as (
    select
        figures.unit_key,
        figures.indicator_code,
        figures.period_key,
        figures.period_year,
        figures.is_additive,
        {{ quarter_of('figures.report_type') }} as quarter_no,
        coalesce(so_far.periods_added, figures.period_key) as periods_added
    from {{ ref('int_figures_current') }} as figures
    left join {{ ref('int_readings_year_to_date') }} as so_far
        on
            figures.unit_key = so_far.unit_key
            and figures.indicator_code = so_far.indicator_code
            and figures.period_key = so_far.period_key
),

added as (
    select
        unit_key,
        indicator_code,
        period_key,
        unnest(string_split(periods_added, '|')) as added_period_key
    from readings
),

subtracted as (
    select
        readings.unit_key,
        readings.indicator_code,
        readings.period_key,
        unnest(string_split(before.periods_added, '|')) as added_period_key
    from readings
    inner join readings as before
        on
            readings.unit_key = before.unit_key
            and readings.indicator_code = before.indicator_code
            and readings.period_year = before.period_year
            and readings.quarter_no = before.quarter_no + 1
    where readings.is_additive
)

select
    *,
    case when period_key = added_period_key then 'figure' else 'figure_added' end as role
from added
union all by name
select
    subtracted.*,
    'figure_subtracted' as role
from (select distinct * from subtracted) as subtracted
left join added
    on
        subtracted.unit_key = added.unit_key
        and subtracted.indicator_code = added.indicator_code
        and subtracted.period_key = added.period_key
        and subtracted.added_period_key = added.added_period_key
where added.unit_key is null
