select
    index_code,
    framework_version,
    year_from,
    year_to,
    component_count,
    max_points,
    decision,
    comparable_with_previous::varchar as comparable_with_previous,
    note
from reporting.rpt_index_break
order by index_code, year_from, framework_version
