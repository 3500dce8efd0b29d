-- One content may lie under several names: it came once, and is taken back under all of them.
select
    source_sha256,
    min(source_kind) as source_kind,
    min(sent_at) as sent_at,
    min(received_at) as received_at,
    bool_or(receipt_basis = 'given') as is_receipt_given,
    bool_and(superseded_at is not null) as is_superseded,
    max(withdrawn_at) as withdrawn_at,
    max(withdrawn_reason) as withdrawn_reason,
    bool_and(is_new) as is_new,
    coalesce(bool_or(change_kind = 'withdrawn'), false) as is_newly_withdrawn,
    coalesce(bool_or(change_kind = 'restored'), false) as is_newly_restored
from {{ ref('stg_receipts__files') }}
group by source_sha256
