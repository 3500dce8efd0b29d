with indicators as (
    select * from {{ ref('dim_indicator') }}
),

assignments as (
    select * from {{ ref('index_assignments') }}
),

-- A component counts from the first version that has it; its newest version says what it is now.
components as (
    select
        index_code,
        component_code,
        min(year_from) as year_from,
        max_by(component_key, row(year_from, is_edition, framework_version)) as component_key
    from {{ ref('dim_index_component') }}
    group by index_code, component_code
),

cells as (
    select
        indicators.indicator_code,
        indices.index_code,
        case indices.index_code
            when 'PAR_INDEX' then indicators.par_index_field
            when 'SIPAS' then indicators.sipas_factor
            when 'PAPI' then indicators.papi_dimension
        end as codes
    from indicators
    cross join (values ('PAR_INDEX'), ('SIPAS'), ('PAPI')) as indices (index_code)
),

links as (
    select distinct
        indicator_code,
        index_code,
        trim(unnest(string_split(codes, '|'))) as component_code
    from cells
    where codes <> ''
)

select
    links.indicator_code,
    links.index_code,
    links.component_code,
    components.component_key,
    cast(greatest(assignments.year_from, components.year_from) as integer) as year_from,
    assignments.basis
from links
left join assignments
    on links.index_code = assignments.index_code
left join components
    on links.index_code = components.index_code and links.component_code = components.component_code
