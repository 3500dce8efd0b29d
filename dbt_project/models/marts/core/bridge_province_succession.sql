with successions as (
    select * from {{ ref('int_province_successions') }}
),

provinces as (
    select * from {{ ref('provinces') }}
)

select
    successions.predecessor_key,
    successions.successor_key,
    earlier.province_name as predecessor_name,
    later.province_name as successor_name,
    successions.succession_date,
    successions.is_same_territory,
    earlier.province_name = later.province_name as is_same_name,
    cast(successions.steps as integer) as steps,
    later.source_url
from successions
inner join provinces as earlier
    on successions.predecessor_key = earlier.province_key
inner join provinces as later
    on successions.successor_key = later.province_key
