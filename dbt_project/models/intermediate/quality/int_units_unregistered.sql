with final as (
    select
        'unit_not_in_register' as kind,
        leads.unit_name as subject,
        leads.unit_name as value,
        leads.agency_key,
        leads.plan_key,
        leads.source_sha256,
        leads.source_path,
        leads.source_place,
        leads.received_at
    from {{ ref('int_leads_registered') }} as leads
    -- Groups stand in no register.
    where not leads.is_collective and not leads.is_in_register
)

select * from final
