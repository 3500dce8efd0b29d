with findings as (
    select * from {{ ref('int_findings_unioned') }}
),

files as (
    select * from {{ ref('dim_source_file') }}
),

result_files as (
    select * from {{ ref('int_result_files_standing') }}
),

-- A finding of the ledger is about a path, not about one content: it belongs to the version that stands there.
standing_files as (
    select * from files
    where superseded_at is null
    qualify row_number() over (partition by source_path order by received_at desc, source_sha256 asc) = 1
),

-- A reader of plans knows the plan before it knows the agency, and a finding about a whole file is one of the agency
-- and of the unit that the file speaks of; a finding may also speak of a file that never came.
final as (
    select
        findings.finding_key,
        findings.source,
        findings.kind,
        findings.severity,
        coalesce(findings.agency_key, plans.agency_key, owned.agency_key) as agency_key,
        findings.plan_key,
        coalesce(findings.unit_key, of_units.unit_key) as unit_key,
        coalesce(findings.period_key, of_units.period_key) as period_key,
        findings.value,
        findings.value_a,
        findings.place_a,
        findings.value_b,
        findings.place_b,
        findings.message,
        findings.remedy,
        coalesce(files.source_file_key, standing_files.source_file_key) as source_file_key,
        findings.source_sha256,
        findings.source_path,
        findings.source_place,
        findings.received_at,
        -- What was wrong in a version that no longer stands, or was sent again in a file that could be read, needs no
        -- mending; that it was replaced stays to be known.
        findings.kind = 'superseded_submission'
        or coalesce(
            versions.is_standing,
            case when result_files.is_standing then unread.is_replaced is not true else result_files.is_standing end,
            true
        ) as is_open
    from findings
    left join {{ ref('stg_plans__plans') }} as plans
        on findings.plan_key = plans.plan_key
    left join {{ ref('int_files_of_agencies') }} as owned
        on findings.source_sha256 = owned.source_sha256
    left join {{ ref('int_files_of_units') }} as of_units
        on
            findings.source_sha256 = of_units.source_sha256
            and coalesce(findings.unit_key, of_units.unit_key) = of_units.unit_key
    left join files
        on findings.source_path = files.source_path and findings.source_sha256 = files.source_sha256
    left join {{ ref('int_result_files_unread') }} as unread
        on findings.source_path = unread.source_path and findings.source_sha256 = unread.source_sha256
    left join result_files
        on findings.source_sha256 = result_files.source_sha256 and findings.source in ('results', 'rules')
    left join {{ ref('int_submissions_versioned') }} as versions
        on
            result_files.source_sha256 = versions.source_sha256
            and findings.unit_key = versions.unit_key
            and findings.period_key = versions.period_key
    left join standing_files
        on findings.source_path = standing_files.source_path and findings.source = 'receipts'
)

select * from final
