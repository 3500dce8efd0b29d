select
    indicator_code,
    index_name,
    component_name
from reporting.rpt_indicator_index
order by indicator_code, index_code, component_order, component_code
