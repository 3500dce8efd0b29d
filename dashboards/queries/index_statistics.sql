select
    index_code,
    component_code,
    year,
    framework_version,
    series_key,
    statistic,
    value,
    unit,
    n_provinces,
    basis,
    source_title,
    source_url
from reporting.rpt_index_statistic
order by index_code, component_code, year, statistic
