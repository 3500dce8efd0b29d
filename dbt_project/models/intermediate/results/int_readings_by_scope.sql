with ways as (
    select
        counts.*,
        indicators.unit,
        case
            when counts.units_without_year > 0 then 'year_unknown'
            when indicators.value_kind = 'flag' then 'share_of_units'
            -- A mean of means only where the indicator is defined as one.
            when counts.units_with_figures > 1 and indicators.aggregation_over_units = 'mean'
                then case when counts.units_without_rate = 0 then 'mean_of_rates' else 'incomplete' end
            when counts.units_with_figures > 1 and indicators.aggregation_over_units not in ('ratio_of_sums', 'sum')
                -- Distinct things and published scores of several units cannot be added up.
                then 'not_additive'
            when indicators.value_kind in ('count', 'stock') then 'total'
            when indicators.value_kind = 'index' and counts.denominator is null then 'total'
            when counts.units_without_counts = 0 and counts.denominator > 0 then 'ratio'
            when counts.units_with_figures = 1 and counts.single_value is not null then 'as_typed'
            when counts.units_without_value = 0 then 'rates_only'
            else 'incomplete'
        end as way,
        indicators.aggregation_over_units = 'distinct' as is_distinct,
        case
            when max(counts.units_without_quarter) over year_so_far = 0
                then min(counts.quarter_numerator) over year_so_far
        end as lowest_quarter
    from {{ ref('int_counts_by_scope') }} as counts
    inner join {{ ref('indicators') }} as indicators
        on counts.indicator_code = indicators.code
    inner join {{ ref('int_reporting_periods') }} as periods
        on counts.agency_key = periods.agency_key and counts.period_key = periods.period_key
    window
        year_so_far as (
            partition by counts.scope, counts.scope_key, counts.indicator_code, periods.period_year
            order by periods.window_to, periods.period_key
        )
)

select
    agency_key,
    scope,
    scope_key,
    indicator_code,
    period_key,
    due_date,
    units_concerned,
    units_not_applicable,
    units_reported,
    units_carried,
    units_held_back,
    units_with_figures,
    is_simulated,
    lowest_quarter,
    case way when 'ratio' then numerator when 'total' then total when 'share_of_units' then total end as numerator,
    case way when 'ratio' then denominator when 'share_of_units' then cast(units_with_figures as decimal(18, 4)) end
        as denominator,
    -- What is held against `target value * measure_base`, so that nothing is rounded before it is compared.
    case
        when way = 'ratio' and unit = 'percent' then 100 * numerator
        when way = 'ratio' then numerator
        when way = 'share_of_units' then 100 * total
        when way = 'total' then total
        when way = 'mean_of_rates' then total_of_rates
        when way = 'as_typed' then single_value
    end as measure,
    case way
        when 'ratio' then denominator
        when 'share_of_units' then cast(units_with_figures as decimal(18, 4))
        when 'mean_of_rates' then cast(units_with_figures as decimal(18, 4))
        else cast(1 as decimal(18, 4))
    end as measure_base,
    case when way in ('ratio', 'share_of_units', 'total', 'mean_of_rates', 'as_typed') then way end as figure_basis,
    case
        when way = 'year_unknown' then 'earlier_windows_missing'
        when way = 'not_additive' and is_distinct then 'distinct_count'
        when way in ('not_additive', 'rates_only') then 'no_mean_of_rates'
        when way = 'incomplete' then 'missing_denominator'
        when way in ('total', 'share_of_units') and units_without_figure > 0 then 'missing_figure'
    end as figure_reason
from ways
