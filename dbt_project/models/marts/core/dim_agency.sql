with mentions as (
    select
        agency_key,
        agency as agency_name,
        province as province_name,
        is_simulated,
        is_digest,
        coalesce(issued_date, '0') || ' ' || plan_key as mention_order
    from {{ ref('stg_plans__plans') }}
    union all
    select
        agency_key,
        case when unit_kind = 'agency' then unit_name end as agency_name,
        null as province_name,
        null as is_simulated,
        null as is_digest,
        '0 ' || valid_from || ' ' || unit_key as mention_order
    from {{ ref('stg_registers__units') }}
    union all
    select
        agency_key,
        null as agency_name,
        null as province_name,
        is_simulated,
        null as is_digest,
        '' as mention_order
    from {{ ref('stg_results__submissions') }}
    union all
    select
        agency_key,
        null as agency_name,
        null as province_name,
        null as is_simulated,
        null as is_digest,
        '' as mention_order
    from {{ ref('stg_registers__obligations') }}
)

select
    agency_key,
    -- The newest plan says how the agency is called; a key is shown where no document names it.
    coalesce(
        max_by(agency_name, mention_order) filter (where agency_name is not null), 'Chưa rõ tên (' || agency_key || ')'
    ) as agency_name,
    max_by(province_name, mention_order) filter (where province_name is not null) as province_name,
    coalesce(bool_and(is_simulated), false) as is_simulated,
    coalesce(bool_or(is_digest), false) as has_digest
from mentions
group by agency_key
