with files as (
    select
        *,
        {{ path_stem('source_path') }} as stem
    from {{ ref('dim_source_file') }}
),

said as (
    select
        source_sha256,
        agency_key
    from {{ ref('int_submissions_versioned') }}
    union all
    select
        source_sha256,
        agency_key
    from {{ ref('int_findings_unioned') }}
    union all
    select
        source_sha256,
        agency_key
    from {{ ref('int_result_files_unread_owned') }}
    union all
    -- What stands beside a plan, under its name, is about that plan.
    select
        files.source_sha256,
        plans.agency_key
    from files
    inner join {{ ref('dim_plan') }} as plans
        on files.stem = {{ path_stem('plans.source_path') }}
)

-- A file that speaks of several agencies, or of one that nobody knows, is no one's.
select
    said.source_sha256,
    min(said.agency_key) as agency_key
from said
inner join {{ ref('dim_agency') }} as agencies
    on said.agency_key = agencies.agency_key
group by said.source_sha256
having count(distinct said.agency_key) = 1
