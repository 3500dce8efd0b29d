with findings as (
    select * from {{ ref('fct_finding') }}
    where is_open
),

kinds as (
    select * from {{ ref('finding_kinds') }}
),

final as (
    select
        findings.finding_key,
        findings.severity,
        case findings.severity when 'error' then 1 when 'warning' then 2 else 3 end as severity_order,
        findings.source,
        findings.kind,
        coalesce(kinds.kind_name, findings.kind) as kind_name,
        findings.agency_key,
        agencies.agency_name,
        findings.plan_key,
        findings.unit_key,
        findings.period_key,
        findings.source_path,
        findings.source_place,
        findings.value,
        findings.value_a,
        findings.place_a,
        findings.value_b,
        findings.place_b,
        findings.message,
        findings.remedy
    from findings
    left join kinds
        on findings.kind = kinds.kind
    left join {{ ref('dim_agency') }} as agencies
        on findings.agency_key = agencies.agency_key
)

select * from final
