with final as (
    select
        'group_not_in_register' as kind,
        leads.unit_name as subject,
        leads.unit_name as value,
        cast(counted.units_registered as varchar) as value_a,
        leads.agency_key,
        leads.plan_key,
        leads.source_sha256,
        leads.source_path,
        leads.source_place,
        leads.received_at
    from {{ ref('int_leads_registered') }} as leads
    inner join {{ ref('int_collectives_counted') }} as counted
        on leads.plan_key = counted.plan_key and leads.unit_key = counted.collective_unit_key
    where not {{ is_whole_group('counted.units_meant', 'counted.is_counted', 'counted.units_registered') }}
)

select * from final
