with receipts as (
    select * from {{ ref('stg_receipts__files') }}
),

accounts as (
    select * from {{ ref('int_files_accounted') }}
),

final as (
    select
        {{ source_file_key('receipts.source_path', 'receipts.source_sha256') }} as source_file_key,
        receipts.source_path,
        receipts.source_sha256,
        receipts.source_kind,
        -- A version that no night reads any more keeps no account; a file that no reader takes is left out; one that
        -- was read, and of whose reports none stands any more, has been replaced by another file.
        case
            when receipts.superseded_at is not null then 'superseded'
            when receipts.withdrawn_at is not null then 'withdrawn'
            when not receipts.is_current then 'ignored'
            -- Opened and counted, and nothing of it taken over: what it says of itself is wrong.
            when accounts.status = 'unreadable' and accounts.values_read > 0 then 'refused'
            when accounts.status = 'read' and not standing.is_standing then 'superseded'
            else coalesce(accounts.status, 'ignored')
        end as status,
        receipts.received_at,
        receipts.receipt_basis,
        receipts.sent_at,
        receipts.sender,
        receipts.superseded_at,
        receipts.withdrawn_at,
        receipts.withdrawn_by,
        receipts.is_current,
        receipts.size_bytes,
        accounts.parser_version,
        accounts.values_read,
        accounts.values_loaded,
        accounts.values_quarantined,
        accounts.values_ignored,
        coalesce(receipts.withdrawn_reason, accounts.ignored_reason) as ignored_reason,
        accounts.is_balanced
    from receipts
    left join accounts
        on receipts.source_path = accounts.source_path and receipts.source_sha256 = accounts.source_sha256
    left join {{ ref('int_result_files_standing') }} as standing
        on receipts.source_sha256 = standing.source_sha256
)

select * from final
