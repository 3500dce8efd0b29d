with own as (
    select * from {{ ref('int_indicator_readings') }}
    -- Of some windows nobody can tell the year to date: a month that nothing leads to.
    where state is not null
),

expected as (
    select * from {{ ref('int_contributions_expected') }}
),

later_windows as (
    select
        own.*,
        periods.period_key as later_period_key,
        periods.window_to as later_window_to
    from own
    inner join {{ ref('int_reporting_periods') }} as periods
        on
            own.agency_key = periods.agency_key
            and own.period_year = periods.period_year
            and own.window_to < periods.window_to
            and periods.has_year_to_date
    -- Who owes no report for a window is still known by the last one of the year; who owes one and is silent is not.
    left join expected
        on
            own.unit_key = expected.unit_key
            and own.indicator_code = expected.indicator_code
            and periods.period_key = expected.period_key
    left join own as said
        on
            own.unit_key = said.unit_key
            and own.indicator_code = said.indicator_code
            and periods.period_key = said.period_key
    where expected.unit_key is null and said.unit_key is null and periods.window_to <= {{ as_of() }}
    qualify
        row_number() over (
            partition by own.unit_key, own.indicator_code, periods.period_key
            order by own.window_to desc, own.period_key desc
        ) = 1
)

select
    *,
    period_key as read_period_key,
    false as is_carried
from own
union all by name
select
    *
    exclude (later_period_key, later_window_to)
    replace (
        later_period_key as period_key,
        later_window_to as window_to,
        null as quarter_numerator,
        null as quarter_denominator
    ),
    period_key as read_period_key,
    true as is_carried
from later_windows
