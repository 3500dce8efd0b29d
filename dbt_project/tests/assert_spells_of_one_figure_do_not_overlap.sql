-- On any day one figure was known of a unit, an indicator and a period: where two spells overlap, that day has two, and
-- nobody could say what a page of that day showed. A spell of no length overlaps nothing.
{{ config(meta={'dagster': {'ref': {'name': 'fct_indicator_result_history'}}}) }}
with spells as (
    select
        *,
        max(coalesce(known_to, timestamp '9999-12-31')) over (
            partition by unit_key, indicator_code, period_key
            order by known_from, known_to nulls last, version_no
            rows between unbounded preceding and 1 preceding
        ) as known_before
    from {{ ref('fct_indicator_result_history') }}
    where known_to > known_from or known_to is null
)

select
    unit_key,
    indicator_code,
    period_key,
    version_no,
    spell_no
from spells
where known_from < known_before
