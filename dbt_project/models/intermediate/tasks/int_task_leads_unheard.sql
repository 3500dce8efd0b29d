-- Where the register holds a group in part, those who speak for it are not all of it.
select
    leads.plan_key,
    leads.task_no,
    leads.lead_unit_key
from {{ ref('int_task_leads') }} as leads
inner join {{ ref('int_collectives_counted') }} as counted
    on leads.plan_key = counted.plan_key and leads.lead_unit_key = counted.collective_unit_key
where not {{ is_whole_group('counted.units_meant', 'counted.is_counted', 'counted.units_registered') }}
group by leads.plan_key, leads.task_no, leads.lead_unit_key, counted.units_meant
having count(leads.speaker_unit_key) between 1 and counted.units_meant - 1
