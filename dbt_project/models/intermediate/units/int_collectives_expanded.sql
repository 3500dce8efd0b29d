-- Of a group that the register holds in part, or of which it holds more than are printed, nobody knows who is meant.
select
    plan_key,
    collective_unit_key,
    unnest(unit_keys) as unit_key
from {{ ref('int_collectives_counted') }}
where {{ is_whole_group('units_meant', 'is_counted', 'units_registered') }}
