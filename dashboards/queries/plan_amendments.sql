select
    plan_key,
    other_plan_key,
    is_amended,
    relation,
    effective_date,
    other_number,
    other_title
from reporting.rpt_plan_amendment
order by plan_key, is_amended, effective_date, other_plan_key
