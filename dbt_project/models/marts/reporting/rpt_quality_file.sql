with files as (
    select * from {{ ref('dim_source_file') }}
),

findings as (
    select
        source_file_key,
        severity,
        is_open,
        -- It begins with the file, which the row names already.
        replace(message, 'Tệp ' || source_path || ', ', '') as said
    from {{ ref('fct_finding') }}
),

counts as (
    select
        source_file_key,
        count(*) filter (where is_open and severity = 'error') as findings_error,
        count(*) filter (where is_open and severity = 'warning') as findings_warning,
        count(*) filter (where is_open and severity = 'info') as findings_info,
        string_agg(distinct said, ' ' order by said) filter (where severity = 'error') as errors_said
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
        case when files.status = 'refused' then counts.errors_said end as refused_reason,
        files.withdrawn_at,
        files.withdrawn_by,
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
