-- Behind each figure that did not come: that it is absent, why it was owed, and the cells of it that were held back.
with absences as (
    select * from {{ ref('int_figures_absent') }}
),

missing as (
    select
        agency_key,
        unit_key,
        indicator_code,
        period_key,
        period_year,
        window_to,
        has_year_to_date
    from absences
),

obligations as (
    select
        *,
        'hạn gửi ' || strftime(due_date, '%d/%m/%Y') || coalesce('; căn cứ: ' || legal_basis, '') as said
    from {{ ref('int_obligations') }}
),

held_back as (
    select * from {{ ref('int_quarantine_current') }}
)

select * from absences
union all by name
select
    missing.*,
    'obligation' as role,
    obligations.said,
    obligations.source_path,
    obligations.source_sha256,
    obligations.source_place,
    obligations.received_at
from missing
inner join obligations
    on missing.unit_key = obligations.unit_key and missing.period_key = obligations.period_key
union all by name
select
    missing.*,
    'held_back' as role,
    held_back.column_name || ': ' || held_back.value as said,
    {{ place_of('held_back') }}
from missing
inner join held_back
    on
        missing.unit_key = held_back.unit_key
        and missing.indicator_code = held_back.indicator_code
        and missing.period_key = held_back.period_key
