with plans as (
    select
        plan_key,
        agency_key,
        number,
        issued_date,
        replaces_plan_key,
        {{ full_date('issued_date') }} as full_date,
        {{ local_date('received_at') }} as received_date,
        -- The first and the last day that its blanks leave open; without any date, those of its years.
        coalesce(
            try_cast(left(issued_date || '-01-01', 10) as date),
            make_date(coalesce(period_start, 1990), 1, 1)
        ) as first_day,
        case length(issued_date)
            when 7 then last_day(try_cast(issued_date || '-01' as date))
            when 4 then make_date(try_cast(issued_date as integer), 12, 31)
            else make_date(coalesce(period_end, period_start, 9999), 12, 31)
        end as final_day
    from {{ ref('stg_plans__plans') }}
)

select
    plan_key,
    agency_key,
    number,
    issued_date,
    replaces_plan_key,
    full_date is not null as is_dated,
    case
        when full_date is not null then full_date
        -- Nobody could go by a plan before it was there; one collected years later held from the first day possible.
        when received_date between first_day and final_day then received_date
        else first_day
    end as effective_date
from plans
