with readings as (
    select
        figures.agency_key,
        figures.unit_key,
        figures.indicator_code,
        figures.period_key,
        figures.period_year,
        figures.report_type,
        figures.window_to,
        figures.is_additive,
        figures.is_from_year_start,
        figures.is_simulated,
        figures.value is not null as is_rate_typed,
        figures.state = 'not_applicable' as is_not_applicable,
        case when figures.state = 'reported' then figures.numerator else 0 end as window_numerator,
        case when figures.state = 'reported' then figures.denominator else 0 end as window_denominator,
        -- What was sent stays sent: an earlier window that is missing hides the year to date, and nothing else.
        coalesce(so_far.state, case when figures.has_year_to_date then figures.state end) as state,
        so_far.unit_key is null and figures.has_year_to_date as is_year_unknown,
        so_far.numerator,
        so_far.denominator,
        so_far.value,
        {{ quarter_of('figures.report_type') }} as quarter_no
    from {{ ref('int_figures_current') }} as figures
    left join {{ ref('int_readings_year_to_date') }} as so_far
        on
            figures.unit_key = so_far.unit_key
            and figures.indicator_code = so_far.indicator_code
            and figures.period_key = so_far.period_key
),

ends_of_quarters as (
    select
        unit_key,
        indicator_code,
        period_year,
        quarter_no,
        -- What did not apply then brings nothing to subtract.
        max(case when state = 'not_applicable' and not is_year_unknown then 0 else numerator end) as numerator,
        max(case when state = 'not_applicable' and not is_year_unknown then 0 else denominator end) as denominator
    from readings
    where quarter_no is not null
    group by unit_key, indicator_code, period_year, quarter_no
)

select
    readings.agency_key,
    readings.unit_key,
    readings.indicator_code,
    readings.period_key,
    readings.period_year,
    readings.window_to,
    readings.is_simulated,
    readings.state,
    readings.is_year_unknown,
    readings.numerator,
    readings.denominator,
    readings.is_rate_typed,
    readings.value,
    readings.quarter_no is not null and not readings.is_not_applicable as is_quarter_end,
    -- Single quarters, of additive counts only: Q2 = six months - Q1, Q4 = year - nine months.
    {{ single_quarter('numerator') }} as quarter_numerator,
    {{ single_quarter('denominator') }} as quarter_denominator
from readings
left join ends_of_quarters as before
    on
        readings.unit_key = before.unit_key
        and readings.indicator_code = before.indicator_code
        and readings.period_year = before.period_year
        and readings.quarter_no = before.quarter_no + 1
