-- The status today is that of one window: what that window was computed from. Before any window, the clause alone.
with statuses as (
    select
        {{ row_id('fct_target_status', ['plan_key', 'target_no']) }} as row_id,
        case
            when period_key is null then {{ row_id('fct_target', ['plan_key', 'target_no']) }}
            else {{ row_id('fct_target_progress', [
                'plan_key', 'target_no', 'period_key', "'agency'", 'agency_key'
            ]) }}
        end as from_id
    from {{ ref('fct_target_status') }}
),

origins as (
    select
        * exclude (row_id),
        row_id as from_id
    from {{ ref('int_origins_of_target_progress') }}
    union all by name
    select
        * exclude (row_id),
        row_id as from_id
    from {{ ref('int_origins_of_plan_rows') }}
    where table_name = 'fct_target'
)

select
    statuses.row_id,
    origins.*
from statuses
inner join origins
    on statuses.from_id = origins.from_id
