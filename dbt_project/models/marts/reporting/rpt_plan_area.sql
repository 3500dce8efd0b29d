with items as (
    {%- for item, model, dimension, counted in [
        ('target', 'fct_target', 'papi_dimension', 'not is_repeat'),
        ('goal', 'fct_goal', 'null', 'true'),
        ('task', 'fct_task', 'null', 'true'),
        ('measure', 'fct_measure', 'papi_dimension', 'true'),
    ] %}
    select
        plan_key,
        agency_key,
        reform_area,
        cast({{ dimension }} as varchar) as papi_dimension,
        '{{ item }}' as item
    from {{ ref(model) }}
    where {{ counted }}
    {{ 'union all' if not loop.last }}
    {%- endfor %}
),

counted as (
    select
        plan_key,
        agency_key,
        reform_area,
        papi_dimension,
        cast(count(*) filter (where item = 'target') as integer) as targets,
        cast(count(*) filter (where item = 'goal') as integer) as goals,
        cast(count(*) filter (where item = 'task') as integer) as tasks,
        cast(count(*) filter (where item = 'measure') as integer) as measures
    from items
    group by plan_key, agency_key, reform_area, papi_dimension
)

select
    counted.plan_key,
    cast(
        row_number() over (
            partition by counted.plan_key
            order by areas.area_order asc nulls last, dimensions.code asc nulls first
        ) as integer
    ) as group_no,
    counted.agency_key,
    counted.reform_area,
    areas.reform_area_name,
    counted.papi_dimension,
    dimensions.name_vi as papi_dimension_name,
    counted.targets,
    counted.goals,
    counted.tasks,
    counted.measures
from counted
left join {{ ref('dim_reform_area') }} as areas
    on counted.reform_area = areas.reform_area
left join {{ ref('papi_dimensions') }} as dimensions
    on counted.papi_dimension = dimensions.gold_code
