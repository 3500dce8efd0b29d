select
    plan_key,
    reform_area_name,
    papi_dimension_name,
    targets,
    goals,
    tasks,
    measures
from reporting.rpt_plan_area
order by plan_key, group_no
