with origins as (
    {%- for rows in [
        'plan_rows', 'figures', 'target_progress', 'target_status', 'tasks', 'task_progress', 'reports',
        'report_lines', 'index_scores', 'findings', 'attention', 'unit_period'
    ] %}
    select * from {{ ref('int_origins_of_' ~ rows) }}
    {% if not loop.last %}union all by name{% endif %}
    {%- endfor %}
),

roles as (
    select * from {{ ref('origin_roles') }}
),

files as (
    select * from {{ ref('dim_source_file') }}
),

numbered as (
    select
        origins.*,
        roles.role_name,
        files.source_file_key,
        files.parser_version as parser_of_the_file,
        files.received_at as received_as_a_file,
        row_number() over (
            partition by origins.row_id
            order by
                roles.role_order, origins.unit_key, origins.window_to, origins.period_key, origins.version_no,
                origins.source_path, origins.source_sha256, origins.source_place,
                origins.said
        ) as origin_no
    from origins
    -- An origin of an unknown role is kept, without a name for it: that is an error to be seen, not a row less.
    left join roles
        on origins.role = roles.role
    left join files
        on origins.source_path = files.source_path and origins.source_sha256 = files.source_sha256
)

select
    row_id,
    cast(origin_no as integer) as origin_no,
    split_part(row_id, '/', 1) as table_name,
    role,
    role_name,
    said,
    unit_key,
    period_key,
    cast(version_no as integer) as version_no,
    is_corrected,
    corrected_by,
    corrected_on,
    is_simulated,
    source_file_key,
    source_path,
    source_sha256,
    source_place,
    coalesce(parser_version, parser_of_the_file) as parser_version,
    coalesce(received_at, received_as_a_file) as received_at
from numbered
