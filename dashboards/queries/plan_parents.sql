select
    plan_key,
    number,
    document_date,
    issuer
from reporting.rpt_plan_parent
order by plan_key, parent_no
