-- Lineage that leaves a cell out, or leads to one that did not enter, shows here: its cells do not make the figure.
{{ config(meta={'dagster': {'ref': {'name': 'bridge_row_origin'}}}) }}
with cells as (
    select
        origins.row_id,
        sum(figures.numerator) filter (where figures.state = 'reported') as numerator,
        sum(coalesce(figures.numerator, figures.value)) filter (where figures.state = 'reported') as total,
        sum(figures.denominator) filter (where figures.state = 'reported') as denominator,
        count(distinct figures.unit_key) filter (where figures.state = 'reported') as units
    from {{ ref('int_origins_of_target_progress') }} as origins
    inner join {{ ref('int_figures_current') }} as figures
        on
            origins.unit_key = figures.unit_key
            and origins.indicator_code = figures.indicator_code
            and origins.period_key = figures.period_key
    where origins.role in ('figure', 'figure_added', 'figure_carried') and not origins.is_incomplete
    group by origins.row_id
)

select
    progress.row_id,
    progress.figure_basis,
    progress.numerator,
    progress.denominator,
    cells.numerator as numerator_of_the_cells,
    cells.total as total_of_the_cells,
    cells.denominator as denominator_of_the_cells,
    cells.units as units_of_the_cells
from {{ ref('int_progress_identified') }} as progress
left join cells
    on progress.row_id = cells.row_id
-- The lowest of four quarters is no sum.
where
    progress.numerator is not null
    and not progress.is_by_quarter
    and not coalesce(
        case progress.figure_basis
            when 'ratio' then progress.numerator = cells.numerator and progress.denominator = cells.denominator
            -- Of a count its cells are the sum; of units that say yes, the units are counted besides.
            when 'total' then progress.numerator = cells.total and progress.denominator is null
            when 'share_of_units' then progress.numerator = cells.total and progress.denominator = cells.units
        end,
        false
    )
