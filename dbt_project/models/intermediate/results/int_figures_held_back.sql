-- A cell that was held back beside a figure that was read takes nothing from it; alone, it is all that came.
select
    min(cells.agency_key) as agency_key,
    cells.unit_key,
    cells.indicator_code,
    cells.period_key
from {{ ref('int_quarantine_current') }} as cells
left join {{ ref('int_figures_current') }} as figures
    on
        cells.unit_key = figures.unit_key
        and cells.indicator_code = figures.indicator_code
        and cells.period_key = figures.period_key
where cells.indicator_code is not null and figures.unit_key is null
group by cells.unit_key, cells.indicator_code, cells.period_key
