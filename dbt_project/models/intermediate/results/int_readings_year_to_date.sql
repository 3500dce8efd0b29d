with recursive counts as (
    select
        unit_key,
        indicator_code,
        period_key,
        period_year,
        window_from,
        window_to,
        state,
        case when state = 'reported' then numerator else 0 end as numerator,
        case when state = 'reported' then denominator else 0 end as denominator,
        value,
        -- The last value speaks for itself; counts need all windows since the beginning of the year.
        is_from_year_start or not is_additive as is_whole
    from {{ ref('int_figures_current') }}
),

-- Nine months = six months + third quarter, or three quarters, or nine months one by one: whatever the unit sent.
so_far as (
    select
        unit_key,
        indicator_code,
        period_key,
        period_year,
        window_to,
        state,
        cast(numerator as decimal(38, 4)) as numerator,
        cast(denominator as decimal(38, 4)) as denominator,
        value,
        0 as windows_before,
        -- The windows that were added, in their order.
        period_key as periods_added
    from counts
    where is_whole
    union all
    select
        counts.unit_key,
        counts.indicator_code,
        counts.period_key,
        counts.period_year,
        counts.window_to,
        case
            when counts.state = so_far.state then counts.state
            when 'reported' in (counts.state, so_far.state) then 'reported'
            else 'nothing_arose'
        end as state,
        cast(counts.numerator + so_far.numerator as decimal(38, 4)) as numerator,
        cast(counts.denominator + so_far.denominator as decimal(38, 4)) as denominator,
        -- A rate says nothing of a longer time than its own window.
        null as value,
        so_far.windows_before + 1 as windows_before,
        so_far.periods_added || '|' || counts.period_key as periods_added
    from so_far
    inner join counts
        on
            so_far.unit_key = counts.unit_key
            and so_far.indicator_code = counts.indicator_code
            and so_far.period_year = counts.period_year
            and so_far.window_to + 1 = counts.window_from
    where not counts.is_whole
)

select
    unit_key,
    indicator_code,
    period_key,
    state,
    -- What does not apply adds nothing to other windows, and is no zero of its own.
    cast(case when state <> 'not_applicable' then numerator end as decimal(18, 4)) as numerator,
    cast(case when state <> 'not_applicable' then denominator end as decimal(18, 4)) as denominator,
    value,
    periods_added
from so_far
qualify
    row_number() over (
        partition by unit_key, indicator_code, period_key
        order by windows_before, periods_added
    ) = 1
