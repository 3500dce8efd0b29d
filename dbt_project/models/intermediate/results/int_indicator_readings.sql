with counts as (
    select
        unit_key,
        indicator_code,
        period_key,
        -- A window that does not begin with the year needs the one before it: nine months = six months + third quarter.
        case when is_additive then preceding_period_key end as preceding_period_key,
        agency_key,
        period_year,
        report_type,
        window_to,
        is_additive,
        is_simulated,
        state,
        value,
        case when state = 'reported' then numerator else 0 end as numerator,
        case when state = 'reported' then denominator else 0 end as denominator
    from {{ ref('int_figures_current') }}
),

of_the_year as (
    select
        unit_key,
        indicator_code,
        period_year,
        max(numerator) filter (where report_type = 'q1') as first_quarter,
        max(numerator) filter (where report_type = 'h1') as first_half,
        max(numerator) filter (where report_type = 'q3') as third_quarter
    from counts
    group by unit_key, indicator_code, period_year
)

select
    counts.agency_key,
    counts.unit_key,
    counts.indicator_code,
    counts.period_key,
    counts.period_year,
    counts.window_to,
    counts.is_simulated,
    case
        when counts.preceding_period_key is null then counts.state
        when preceding.state is null then 'not_reported'
        when counts.state = preceding.state then counts.state
        when 'reported' in (counts.state, preceding.state) then 'reported'
        else 'nothing_arose'
    end as state,
    case
        when counts.preceding_period_key is null then counts.numerator
        else counts.numerator + preceding.numerator
    end as numerator,
    case
        when counts.preceding_period_key is null then counts.denominator
        else counts.denominator + preceding.denominator
    end as denominator,
    counts.value is not null as is_rate_typed,
    -- A rate says nothing of a longer time than its own window.
    case when counts.preceding_period_key is null then counts.value end as value,
    -- Single quarters, of additive counts only: Q2 = six months - Q1, Q4 = year - six months - Q3.
    case
        when not counts.is_additive then null
        when counts.report_type = 'h1' then counts.numerator - of_the_year.first_quarter
        when counts.report_type = 'annual'
            then counts.numerator - of_the_year.first_half - of_the_year.third_quarter
        else counts.numerator
    end as quarter_numerator
from counts
left join counts as preceding
    on
        counts.unit_key = preceding.unit_key
        and counts.indicator_code = preceding.indicator_code
        and counts.preceding_period_key = preceding.period_key
left join of_the_year
    on
        counts.unit_key = of_the_year.unit_key
        and counts.indicator_code = of_the_year.indicator_code
        and counts.period_year = of_the_year.period_year
