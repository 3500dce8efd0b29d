-- A name must mean one province on any day: a second one would double every score of that name.
select
    earlier.province_key,
    later.province_key as overlapping_key
from {{ ref('dim_province') }} as earlier
inner join {{ ref('dim_province') }} as later
    on
        {{ province_match('earlier.province_name') }} = {{ province_match('later.province_name') }}
        and earlier.province_key < later.province_key
        and earlier.valid_from <= coalesce(later.valid_to, date '9999-12-31')
        and later.valid_from <= coalesce(earlier.valid_to, date '9999-12-31')
