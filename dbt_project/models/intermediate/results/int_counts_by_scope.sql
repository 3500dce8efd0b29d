with contributions as (
    select * from {{ ref('int_contributions_read') }}
),

-- The agency with all its units, and each of them by itself.
scoped as (
    select
        *,
        'agency' as scope,
        agency_key as scope_key
    from contributions
    union all
    select
        *,
        'unit' as scope,
        unit_key as scope_key
    from contributions
)

select
    agency_key,
    scope,
    scope_key,
    indicator_code,
    period_key,
    max(due_date) as due_date,
    -- "n of N" counts contributors only: a unit that the indicator does not apply to is none.
    count(*) filter (where state <> 'not_applicable') as units_concerned,
    count(*) filter (where state = 'not_applicable') as units_not_applicable,
    count(*) filter (where state in ('reported', 'nothing_arose')) as units_reported,
    count(*) filter (where state in ('reported', 'nothing_arose') and is_carried) as units_carried,
    count(*) filter (where state = 'quarantined') as units_held_back,
    count(*) filter (where state = 'reported') as units_with_figures,
    -- They spoke of this window, and were silent in one that leads to it.
    count(*) filter (where state in ('reported', 'nothing_arose') and is_year_unknown) as units_without_year,
    count(*) filter (where state = 'reported' and (numerator is null or denominator is null)) as units_without_counts,
    count(*) filter (where state = 'reported' and not is_rate_typed) as units_without_value,
    count(*) filter (where state = 'reported' and own_figure is null) as units_without_rate,
    count(*) filter (where state = 'reported' and numerator is null and value is null) as units_without_figure,
    count(*) filter (
        where state in ('reported', 'nothing_arose') and is_quarter_end and quarter_numerator is null and not is_carried
    ) as units_without_quarter,
    cast(sum(numerator) filter (where state = 'reported') as decimal(18, 4)) as numerator,
    cast(sum(denominator) filter (where state = 'reported') as decimal(18, 4)) as denominator,
    cast(sum(coalesce(numerator, value)) filter (where state = 'reported') as decimal(18, 4)) as total,
    cast(sum(own_figure) filter (where state = 'reported') as decimal(18, 4)) as total_of_rates,
    cast(sum(quarter_numerator) as decimal(18, 4)) as quarter_numerator,
    min(value) filter (where state = 'reported') as single_value,
    coalesce(bool_or(is_simulated), false) as is_simulated
from scoped
group by agency_key, scope, scope_key, indicator_code, period_key
