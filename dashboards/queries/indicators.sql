select
    indicator_code,
    indicator_name,
    reform_area_name,
    area_order,
    unit,
    direction,
    value_kind,
    formula,
    aggregation_over_units,
    aggregation_over_periods,
    contributing_units,
    frequency,
    tolerance_points,
    index_components,
    targets,
    plans
from reporting.rpt_indicator
order by area_order nulls last, indicator_code
