with sums as (
    select
        unit_key,
        period_key,
        {%- for count in dossier_counts() %}
        {{ known_sum(count) }} as {{ count }},
        {%- endfor %}
        count(*) as lines,
        bool_and(state = 'nothing_arose') as is_nothing,
        bool_or(is_simulated) as is_simulated,
        min_by(source_path, line_no) as source_path,
        min_by(source_place, line_no) as source_place
    from {{ ref('fct_dossier') }}
    where is_counted
    group by unit_key, period_key
),

states as (
    select
        awaited.*,
        case
            when held_back.is_any_line_lost then 'quarantined'
            when sums.is_nothing then 'nothing_arose'
            when sums.lines > 0 then 'reported'
            else 'not_reported'
        end as state,
        coalesce(held_back.values_quarantined, 0) as values_quarantined,
        units.unit_name,
        -- What the agency says of itself is the whole of its units, where they speak too.
        coalesce(units.unit_kind <> 'agency', true)
        or count(*) over (partition by awaited.agency_key, awaited.period_key) = 1 as is_part
    from {{ ref('int_dossiers_awaited') }} as awaited
    left join sums
        on awaited.unit_key = sums.unit_key and awaited.period_key = sums.period_key
    left join {{ ref('int_dossiers_held_back') }} as held_back
        on awaited.unit_key = held_back.unit_key and awaited.period_key = held_back.period_key
    left join {{ ref('dim_unit') }} as units
        on awaited.unit_key = units.unit_key
)

select
    states.*,
    states.state in ('reported', 'nothing_arose') as is_reported,
    -- What is left of a unit when a line of it is held back is not its figure.
    {%- for count in dossier_counts() %}
    case when states.state in ('reported', 'nothing_arose') then sums.{{ count }} end as {{ count }},
    {%- endfor %}
    coalesce(sums.is_simulated, false) as is_simulated,
    sums.source_path,
    sums.source_place
from states
left join sums
    on states.unit_key = sums.unit_key and states.period_key = sums.period_key
