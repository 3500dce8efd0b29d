select
    source_kind,
    size_bytes,
    sent_at at time zone 'UTC' as sent_at,
    sender,
    receipt_basis,
    superseded_at at time zone 'UTC' as superseded_at,
    withdrawn_at at time zone 'UTC' as withdrawn_at,
    withdrawn_by,
    withdrawn_reason,
    is_current,
    is_new,
    change_kind,
    source_sha256,
    source_path,
    source_place,
    parser_version,
    received_at at time zone 'UTC' as received_at
from {{ source('raw', 'receipts_files') }}
