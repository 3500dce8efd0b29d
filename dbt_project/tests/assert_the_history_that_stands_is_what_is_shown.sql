-- Two ways lead from a cell to a figure, one through its versions: where no version followed, both must say the same,
-- and no figure that is shown may lack its history.
{{ config(meta={'dagster': {'ref': {'name': 'fct_indicator_result_history'}}}) }}
select
    shown.unit_key,
    shown.indicator_code,
    shown.period_key
from {{ ref('fct_indicator_result') }} as shown
left join {{ ref('fct_indicator_result_history') }} as history
    on
        shown.unit_key = history.unit_key
        and shown.indicator_code = history.indicator_code
        and shown.period_key = history.period_key
        and history.known_to is null
where
    shown.source_sha256 is distinct from history.source_sha256
    or shown.state is distinct from history.state
    or shown.value is distinct from history.value
