{%- set ranks = range(1, attention_ranks() + 1) -%}

with items as (
    select
        agency_key,
        {{ attention_rank('kind', 'status') }} as attention_rank
    from {{ ref('fct_attention') }}
),

counted as (
    select
        {%- for rank in ranks %}
        count(*) filter (where items.attention_rank = {{ rank }}) as items_{{ rank }},
        {%- endfor %}
        agencies.agency_key
    from {{ ref('dim_agency') }} as agencies
    left join items
        on agencies.agency_key = items.agency_key
    group by agencies.agency_key
)

select
    agency_key,
    -- As the list of attention is read from its top: one thing lost comes before any number of silent reports.
    cast(
        row_number() over (
            order by
                {%- for rank in ranks %}
                items_{{ rank }} desc,
                {%- endfor %}
                agency_key asc
        ) as integer
    ) as worst_rank
from counted
