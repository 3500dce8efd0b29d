with files as (
    select * from {{ ref('dim_source_file') }}
),

findings as (
    select * from {{ ref('fct_finding') }}
    where is_open
),

counts as (
    select
        source_file_key,
        count(*) filter (where severity = 'error') as findings_error,
        count(*) filter (where severity = 'warning') as findings_warning,
        count(*) filter (where severity = 'info') as findings_info
    from findings
    group by source_file_key
),

final as (
    select
        files.source_path,
        files.source_sha256,
        files.source_kind,
        agencies.agency_key,
        agencies.agency_name,
        files.status,
        files.received_at,
        files.receipt_basis,
        files.size_bytes,
        files.values_read,
        files.values_loaded,
        files.values_quarantined,
        files.values_ignored,
        files.ignored_reason,
        files.is_balanced,
        cast(coalesce(counts.findings_error, 0) as integer) as findings_error,
        cast(coalesce(counts.findings_warning, 0) as integer) as findings_warning,
        cast(coalesce(counts.findings_info, 0) as integer) as findings_info
    from files
    left join counts
        on files.source_file_key = counts.source_file_key
    left join {{ ref('int_files_of_agencies') }} as owned
        on files.source_sha256 = owned.source_sha256
    left join {{ ref('dim_agency') }} as agencies
        on owned.agency_key = agencies.agency_key
)

select * from final
