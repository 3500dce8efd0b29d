with areas as (
    select * from {{ ref('dim_reform_area') }}
),

assignments as (
    select * from {{ ref('index_assignments') }}
    where index_code = 'PAR_INDEX'
),

components as (
    select
        index_code,
        component_code,
        max_by(component_key, row(year_from, is_edition, framework_version)) as component_key
    from {{ ref('dim_index_component') }}
    group by index_code, component_code
)

select
    areas.reform_area,
    assignments.index_code,
    'F' || areas.par_index_field_no as component_code,
    components.component_key,
    cast(assignments.year_from as integer) as year_from,
    assignments.basis
from areas
cross join assignments
left join components
    on
        assignments.index_code = components.index_code
        and 'F' || areas.par_index_field_no = components.component_code
where areas.par_index_field_no is not null
