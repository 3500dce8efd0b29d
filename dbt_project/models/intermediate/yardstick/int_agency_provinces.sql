with agencies as (
    select * from {{ ref('dim_agency') }}
),

years as (
    select distinct year(calendar_date) as year
    from {{ ref('int_calendar_days') }}
    where calendar_date <= {{ as_of() }}
),

provinces as (
    select * from {{ ref('dim_province') }}
)

-- The province that had the agency's name on the last day of the year, as for the index itself; never its successor.
select
    agencies.agency_key,
    years.year,
    agencies.province_name,
    provinces.province_key,
    provinces.boundary_key
from agencies
cross join years
left join provinces
    on
        {{ province_match('agencies.province_name') }} = {{ province_match('provinces.province_name') }}
        and make_date(years.year, 12, 31) between provinces.valid_from
        and coalesce(provinces.valid_to, date '9999-12-31')
