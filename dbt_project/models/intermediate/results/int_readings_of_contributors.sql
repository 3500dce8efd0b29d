select readings.*
from {{ ref('int_readings_so_far') }} as readings
inner join {{ ref('int_units') }} as units
    on readings.unit_key = units.unit_key
inner join {{ ref('indicators') }} as indicators
    on readings.indicator_code = indicators.code
-- "n of N" counts contributors only; the figure of another kind of unit is kept, and said in a finding.
where
    (indicators.contributing_unit_kinds = 'all' and units.unit_kind <> 'agency')
    or list_contains(string_split(indicators.contributing_unit_kinds, '|'), units.unit_kind)
