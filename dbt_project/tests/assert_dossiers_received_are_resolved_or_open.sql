-- What was carried over and what came in is resolved or still open; a line or a sum for which that does not hold counts
-- a dossier twice or not at all. Where a table does not give all four, nothing can be held against it.
{{ config(meta={'dagster': {'ref': {'name': 'fct_dossier'}}}) }}
{%- for relation, owner in {'fct_dossier': 'unit_key', 'rpt_dossier': 'scope_key'}.items() %}
select
    '{{ relation }}' as shown_in,
    {{ owner }} as owner_key,
    period_key,
    opening,
    received,
    resolved,
    still_open
from {{ ref(relation) }}
where opening + received <> resolved + still_open
{{ 'union all' if not loop.last }}
{%- endfor %}
