with obligations as (
    select
        obligations.agency_key,
        obligations.unit_key,
        units.unit_kind,
        periods.period_key,
        periods.period_year,
        periods.is_year_end,
        periods.window_to,
        obligations.due_date
    from {{ ref('int_obligations') }} as obligations
    inner join {{ ref('int_units') }} as units
        on obligations.unit_key = units.unit_key
    inner join {{ ref('int_reporting_periods') }} as periods
        on obligations.agency_key = periods.agency_key and obligations.period_key = periods.period_key
    where obligations.is_expected
),

commitments as (
    select distinct
        targets.agency_key,
        targets.indicator_code,
        targets.year_from,
        targets.year_to,
        targets.plan_issued_date as issued_date,
        targets.valid_to,
        indicators.frequency,
        indicators.contributing_unit_kinds
    from {{ ref('int_targets_read') }} as targets
    inner join {{ ref('indicators') }} as indicators
        on targets.indicator_code = indicators.code
)

select
    obligations.agency_key,
    obligations.unit_key,
    commitments.indicator_code,
    obligations.period_key,
    max(obligations.due_date) as due_date
from obligations
inner join commitments
    on
        obligations.agency_key = commitments.agency_key
        and obligations.period_year >= commitments.year_from
        and (obligations.period_year <= commitments.year_to or commitments.year_to is null)
        -- Nothing is expected before the plan was issued, nor for windows that another plan has taken over.
        and (obligations.window_to >= commitments.issued_date or commitments.issued_date is null)
        and (obligations.window_to <= commitments.valid_to or commitments.valid_to is null)
        and (commitments.frequency = 'period' or obligations.is_year_end)
where
    -- What the agency itself reports upward holds its units' figures already.
    (commitments.contributing_unit_kinds = 'all' and obligations.unit_kind <> 'agency')
    or list_contains(string_split(commitments.contributing_unit_kinds, '|'), obligations.unit_kind)
group by obligations.agency_key, obligations.unit_key, commitments.indicator_code, obligations.period_key
