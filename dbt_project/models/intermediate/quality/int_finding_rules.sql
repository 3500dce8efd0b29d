with broken as (
    select * from {{ ref('int_figures_unknown') }}
    union all by name
    select * from {{ ref('int_periods_unknown') }}
    union all by name
    select * from {{ ref('int_obligations_early') }}
    union all by name
    select * from {{ ref('int_task_reports_unknown') }}
    union all by name
    select * from {{ ref('int_figures_uncounted') }}
    union all by name
    select * from {{ ref('int_figures_differing') }}
    union all by name
    select * from {{ ref('int_deadlines_misplaced') }}
    union all by name
    select * from {{ ref('int_amendments_unmatched') }}
    union all by name
    select * from {{ ref('int_amendments_misdated') }}
    union all by name
    select * from {{ ref('int_targets_unclear') }}
    union all by name
    select * from {{ ref('int_units_unregistered') }}
    union all by name
    select * from {{ ref('int_collectives_short') }}
    union all by name
    select * from {{ ref('int_task_days_ahead') }}
    union all by name
    select * from {{ ref('int_files_unbalanced') }}
    union all by name
    select * from {{ ref('int_index_cells_unplaced') }}
    union all by name
    select * from {{ ref('int_index_cells_out_of_range') }}
),

rules as (
    select * from {{ ref('finding_rules') }}
),

final as (
    select
        broken.kind,
        rules.severity,
        broken.agency_key,
        broken.plan_key,
        broken.unit_key,
        broken.period_key,
        broken.subject,
        broken.value,
        broken.value_a,
        broken.place_a,
        broken.value_b,
        broken.place_b,
        {{ rule_words('rules.message') }} as message,
        {{ rule_words('rules.remedy') }} as remedy,
        broken.source_sha256,
        broken.source_path,
        broken.source_place,
        broken.received_at
    from broken
    inner join rules
        on broken.kind = rules.kind
)

select * from final
