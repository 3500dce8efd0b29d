with context as (
    select * from {{ ref('stg_run__context') }}
),

shown as (
    select
        (select count(*) from {{ ref('dim_agency') }}) as agencies,
        (select count(*) from {{ ref('dim_plan') }}) as plans,
        (select count(*) from {{ ref('fct_target') }}) as targets,
        (select count(*) from {{ ref('fct_task') }}) as tasks,
        (select count(*) from {{ ref('fct_goal') }}) as goals,
        (select count(*) from {{ ref('dim_unit') }}) as units
),

origins as (
    select
        coalesce(bool_or(is_simulated), false) as has_simulated,
        coalesce(bool_or(is_digest), false) as has_digest
    from (
        select
            is_simulated,
            is_digest
        from {{ ref('dim_plan') }}
        union all
        select
            is_simulated,
            false as is_digest
        from {{ ref('stg_results__submissions') }}
    ) as marked
),

files as (
    select
        count(*) as files_received,
        count(*) filter (where status = 'read') as files_read,
        count(*) filter (where status = 'unreadable') as files_unreadable,
        count(*) filter (where status = 'ignored') as files_ignored,
        coalesce(sum(values_read), 0) as values_read,
        coalesce(sum(values_loaded), 0) as values_loaded,
        coalesce(sum(values_quarantined), 0) as values_quarantined,
        coalesce(sum(values_ignored), 0) as values_ignored,
        max(received_at) as last_received_at
    from {{ ref('rpt_quality_file') }}
),

findings as (
    select
        count(*) filter (where severity = 'error') as findings_error,
        count(*) filter (where severity = 'warning') as findings_warning,
        count(*) filter (where severity = 'info') as findings_info
    from {{ ref('rpt_quality_finding') }}
)

select
    context.as_of_date,
    context.collection_name,
    context.is_sample,
    origins.has_simulated,
    origins.has_digest,
    {%- for column in ['agencies', 'plans', 'targets', 'tasks', 'goals', 'units'] %}
    cast(shown.{{ column }} as integer) as {{ column }},
    {%- endfor %}
    {%- for column in ['files_received', 'files_read', 'files_unreadable', 'files_ignored'] %}
    cast(files.{{ column }} as integer) as {{ column }},
    {%- endfor %}
    {%- for column in ['values_read', 'values_loaded', 'values_quarantined', 'values_ignored'] %}
    cast(files.{{ column }} as bigint) as {{ column }},
    {%- endfor %}
    {%- for column in ['findings_error', 'findings_warning', 'findings_info'] %}
    cast(findings.{{ column }} as integer) as {{ column }},
    {%- endfor %}
    files.last_received_at
from context
cross join shown
cross join origins
cross join files
cross join findings
