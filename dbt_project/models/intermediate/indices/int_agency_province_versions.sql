-- Every version of a name that an agency's plans go by: the agency follows the name, its territory does not.
select distinct
    plans.agency_key,
    provinces.province_key,
    provinces.province_name
from {{ ref('dim_plan') }} as plans
inner join {{ ref('dim_province') }} as provinces
    on {{ province_match('plans.province_name') }} = {{ province_match('provinces.province_name') }}
