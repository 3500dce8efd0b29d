with units as (
    select * from {{ ref('int_dossiers_by_unit') }}
),

agencies as (
    select
        agency_key,
        period_key,
        {%- for count in dossier_counts() %}
        {{ known_sum(count, 'is_reported') }} as {{ count }},
        {%- endfor %}
        case
            when not bool_or(is_reported) then min(state)
            when bool_and(state = 'nothing_arose') filter (where is_reported) then 'nothing_arose'
            else 'reported'
        end as state,
        count(*) filter (where is_reported) as units_reported,
        count(*) as units_awaited,
        sum(values_quarantined) as values_quarantined,
        bool_or(is_simulated) as is_simulated
    from units
    where is_part
    group by agency_key, period_key
),

scopes as (
    select
        'agency' as scope,
        agency_key as scope_key,
        *
    from agencies
    union all by name
    select
        'unit' as scope,
        unit_key as scope_key,
        cast(is_reported as integer) as units_reported,
        1 as units_awaited,
        * exclude (is_reported, is_part)
    from units
)

select
    scopes.agency_key,
    scopes.period_key,
    scopes.scope,
    scopes.scope_key,
    scopes.unit_name,
    periods.period_name,
    periods.window_from,
    periods.window_to,
    periods.is_cumulative,
    -- Windows overlap and are never added up: the one that ended last is shown first, of two the longer one.
    dense_rank() over (
        partition by scopes.agency_key
        order by periods.window_to desc, periods.window_from asc, scopes.period_key asc
    ) = 1 as is_latest,
    scopes.state,
    cast(scopes.units_reported as integer) as units_reported,
    cast(scopes.units_awaited as integer) as units_awaited,
    {%- for count in dossier_counts() %}
    cast(scopes.{{ count }} as decimal(18, 4)) as {{ count }},
    {%- endfor %}
    cast(scopes.resolved + scopes.open_overdue as decimal(18, 4)) as judged,
    {{ dossiers_on_time_percent('scopes.resolved_in_time', 'scopes.resolved', 'scopes.open_overdue') }}
        as on_time_percent,
    cast(scopes.values_quarantined as integer) as values_quarantined,
    scopes.is_simulated or owners.is_simulated as is_simulated,
    scopes.source_path,
    scopes.source_place
from scopes
inner join {{ ref('dim_agency') }} as owners
    on scopes.agency_key = owners.agency_key
inner join {{ ref('dim_agency_period') }} as periods
    on scopes.agency_key = periods.agency_key and scopes.period_key = periods.period_key
