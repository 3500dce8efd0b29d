with items as (
    select
        coalesce(agency_key, 'none') as summary_key,
        'file' as item,
        status,
        values_read,
        values_loaded,
        values_quarantined,
        values_ignored
    from {{ ref('rpt_quality_file') }}
    union all by name
    select
        coalesce(agency_key, 'none') as summary_key,
        'finding' as item,
        severity as status
    from {{ ref('rpt_quality_finding') }}
    union all by name
    -- An agency of which nothing came has its row too.
    select
        agency_key as summary_key,
        'agency' as item
    from {{ ref('dim_agency') }}
)

select
    items.summary_key,
    {{ count_items('file', []) }} as files,
    {%- for name, statuses in file_fates().items() %}
    {{ count_items('file', statuses) }} as files_{{ name }},
    {%- endfor %}
    {%- for column in ['values_read', 'values_loaded', 'values_quarantined', 'values_ignored'] %}
    cast(coalesce(sum(items.{{ column }}), 0) as bigint) as {{ column }},
    {%- endfor %}
    {%- for severity in ['error', 'warning', 'info'] %}
    {{ count_items('finding', [severity]) }} as findings_{{ severity }},
    {%- endfor %}
    max(agencies.agency_key) as agency_key,
    max(agencies.agency_name) as agency_name
from items
left join {{ ref('dim_agency') }} as agencies
    on items.summary_key = agencies.agency_key
group by items.summary_key
