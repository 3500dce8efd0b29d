with context as (
    select * from {{ ref('stg_run__context') }}
),

shown as (
    select
        (select count(*) from {{ ref('dim_agency') }}) as agencies,
        (select count(*) from {{ ref('dim_plan') }}) as plans,
        (select count(*) filter (where not is_repeat) from {{ ref('fct_target') }}) as targets,
        (select count(*) from {{ ref('fct_task') }}) as tasks,
        (select count(*) from {{ ref('fct_goal') }}) as goals,
        (select count(*) filter (where not is_only_in_duties) from {{ ref('dim_unit') }}) as units,
        (select count(*) filter (where is_new) from {{ ref('int_contents_received') }}) as files_new
),

origins as (
    select
        (select coalesce(bool_or(is_simulated), false) from {{ ref('dim_plan') }})
        or (select coalesce(bool_or(is_simulated), false) from {{ ref('int_submissions_versioned') }}) as has_simulated,
        (select coalesce(bool_or(is_digest), false) from {{ ref('dim_plan') }}) as has_digest
),

files as (
    select
        {%- for name, statuses in file_fates().items() %}
        count(*) filter (where {{ in_list('status', statuses) }}) as files_{{ name }},
        {%- endfor %}
        {%- for fate in ['read', 'loaded', 'quarantined', 'ignored'] %}
        coalesce(sum(values_{{ fate }}), 0) as values_{{ fate }},
        {%- endfor %}
        count(*) as files_received,
        max(received_at) as last_received_at,
        max(received_at) filter (where source_kind = 'results') as last_result_received_at
    from {{ ref('rpt_quality_file') }}
),

findings as (
    select
        count(*) filter (where severity = 'error') as findings_error,
        count(*) filter (where severity = 'warning') as findings_warning,
        count(*) filter (where severity = 'info') as findings_info
    from {{ ref('rpt_quality_finding') }}
),

changes as (
    select
        count(*) filter (where change_kind = 'new') as changes_new,
        count(*) filter (where change_kind = 'corrected') as changes_corrected,
        count(*) filter (where change_kind = 'held_back') as changes_held_back
    from {{ ref('rpt_change') }}
)

select
    context.as_of_date,
    context.collection_name,
    context.is_sample,
    origins.has_simulated,
    origins.has_digest,
    {%- for relation, type, columns in [
        ('shown', 'integer', ['agencies', 'plans', 'targets', 'tasks', 'goals', 'units', 'files_new']),
        ('files', 'integer', ['files_received', 'files_read', 'files_unreadable', 'files_ignored']),
        ('files', 'bigint', ['values_read', 'values_loaded', 'values_quarantined', 'values_ignored']),
        ('findings', 'integer', ['findings_error', 'findings_warning', 'findings_info']),
        ('changes', 'integer', ['changes_new', 'changes_corrected', 'changes_held_back']),
    ] %}
    {%- for column in columns %}
    cast({{ relation }}.{{ column }} as {{ type }}) as {{ column }},
    {%- endfor %}
    {%- endfor %}
    context.previous_night_at,
    files.last_received_at,
    files.last_result_received_at
from context
cross join shown
cross join origins
cross join files
cross join findings
cross join changes
