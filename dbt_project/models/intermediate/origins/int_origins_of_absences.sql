-- Behind each figure that did not come: that it is absent, why it was owed, and the cells of it that were held back.
with absences as (
    select * from {{ ref('int_figures_absent') }}
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
    absences.agency_key,
    absences.unit_key,
    absences.indicator_code,
    absences.period_key,
    absences.period_year,
    absences.window_to,
    absences.has_year_to_date,
    'obligation' as role,
    obligations.said,
    obligations.source_path,
    obligations.source_sha256,
    obligations.source_place,
    obligations.received_at
from absences
inner join obligations
    on absences.unit_key = obligations.unit_key and absences.period_key = obligations.period_key
union all by name
select
    absences.agency_key,
    absences.unit_key,
    absences.indicator_code,
    absences.period_key,
    absences.period_year,
    absences.window_to,
    absences.has_year_to_date,
    'held_back' as role,
    held_back.column_name || ': ' || held_back.value as said,
    {{ place_of('held_back') }}
from absences
inner join held_back
    on
        absences.unit_key = held_back.unit_key
        and absences.indicator_code = held_back.indicator_code
        and absences.period_key = held_back.period_key
