select
    unit_key,
    agency_key,
    unit_name,
    short_name,
    unit_kind,
    is_collective,
    is_in_register,
    is_only_in_duties,
    head,
    valid_from,
    valid_to
from {{ ref('int_units') }}
