with recursive provinces as (
    select * from {{ ref('provinces') }}
),

-- A successor with one predecessor is that province under another row: new name, status or code, the same territory.
direct as (
    select
        earlier.province_key as predecessor_key,
        later.province_key as successor_key,
        later.valid_from as succession_date,
        count(*) over (partition by later.province_key) = 1 as is_same_territory
    from provinces as earlier
    inner join provinces as later
        on earlier.successor_key = later.province_key
),

chained as (
    select
        predecessor_key,
        successor_key,
        succession_date,
        is_same_territory,
        1 as steps
    from direct
    union all
    select
        chained.predecessor_key,
        direct.successor_key,
        direct.succession_date,
        chained.is_same_territory and direct.is_same_territory as is_same_territory,
        chained.steps + 1 as steps
    from chained
    inner join direct
        on chained.successor_key = direct.predecessor_key
    -- A ring in the seed must not run for ever; no province has changed ten times.
    where chained.steps < 10
)

select
    predecessor_key,
    successor_key,
    succession_date,
    is_same_territory,
    steps
from chained
