with figures as (
    select
        *,
        coalesce(numerator, value) as total
    from {{ ref('int_figures_versioned') }}
    where state = 'reported'
),

replaced as (
    -- A figure that stood and does no more, beside the one of the same unit, indicator and period that stands now.
    select
        former.unit_key,
        former.indicator_code,
        former.period_key,
        former.version_no,
        former.spell_no,
        former.known_from,
        former.known_to,
        former.closed_by,
        former.value as value_then,
        present.agency_key,
        present.value as value_now,
        former.numerator - present.numerator as numerator_apart,
        former.denominator - present.denominator as denominator_apart,
        former.total - present.total as total_apart
    from figures as former
    inner join figures as present
        on
            former.unit_key = present.unit_key
            and former.indicator_code = present.indicator_code
            and former.period_key = present.period_key
    inner join {{ ref('int_readings_of_contributors') }} as contributors
        on
            former.unit_key = contributors.unit_key
            and former.indicator_code = contributors.indicator_code
            and former.period_key = contributors.period_key
    where
        former.closed_by in ('correction', 'withdrawal')
        and former.known_from < former.known_to
        and present.closed_by is null
        and (former.numerator, former.denominator, former.value)
        is distinct from (present.numerator, present.denominator, present.value)
)

-- All other units speak as they do now: what is told is what this one figure changed.
select
    measured.*,
    replaced.unit_key,
    replaced.version_no,
    replaced.spell_no,
    replaced.known_from,
    replaced.known_to,
    replaced.closed_by,
    replaced.value_then,
    replaced.value_now,
    measured.measure + case
        when measured.figure_basis = 'total' then replaced.total_apart
        when indicators.unit = 'percent' then 100 * replaced.numerator_apart
        else replaced.numerator_apart
    end as measure_then,
    measured.measure_base
    + case measured.figure_basis when 'ratio' then replaced.denominator_apart else 0 end as measure_base_then
from {{ ref('int_targets_measured') }} as measured
inner join replaced
    on
        measured.indicator_code = replaced.indicator_code
        and measured.period_key = replaced.period_key
        and (
            (measured.scope = 'unit' and measured.scope_key = replaced.unit_key)
            or (measured.scope = 'agency' and measured.scope_key = replaced.agency_key)
        )
inner join {{ ref('indicators') }} as indicators
    on measured.indicator_code = indicators.code
-- Of means, shares typed without counts, now or formerly, and figures counted once nothing can be taken away.
where
    not measured.is_contribution
    and (
        measured.figure_basis = 'total'
        or (measured.figure_basis = 'ratio' and replaced.numerator_apart + replaced.denominator_apart is not null)
    )
