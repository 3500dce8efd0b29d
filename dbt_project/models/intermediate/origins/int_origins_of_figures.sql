with cells as (
    select * from {{ ref('int_figures_cited') }}
),

history as (
    select
        figures.*,
        indicators.name_vi as indicator_name
    from {{ ref('int_figures_versioned') }} as figures
    inner join {{ ref('indicators') }} as indicators
        on figures.indicator_code = indicators.code
)

select
    {{ row_id('fct_indicator_result', ['windows.unit_key', 'windows.indicator_code', 'windows.period_key']) }}
        as row_id,
    'fct_indicator_result' as table_name,
    {{ role_of_cell('cells.state', 'windows.role') }} as role,
    cells.said,
    cells.unit_key,
    cells.period_key,
    cells.version_no,
    cells.is_corrected,
    cells.is_simulated,
    {{ place_of('cells') }}
from {{ ref('int_windows_added') }} as windows
inner join cells
    on
        windows.unit_key = cells.unit_key
        and windows.indicator_code = cells.indicator_code
        and windows.added_period_key = cells.period_key
union all by name
select
    {{ row_id('fct_indicator_result_history', [
        'history.unit_key', 'history.indicator_code', 'history.period_key', 'history.version_no', 'history.spell_no'
    ]) }} as row_id,
    'fct_indicator_result_history' as table_name,
    {{ role_of_cell('history.state', "'figure'") }} as role,
    history.indicator_name || ': ' || history.value_text as said,
    history.unit_key,
    history.period_key,
    history.version_no,
    history.is_simulated,
    {{ place_of('history') }}
from history
