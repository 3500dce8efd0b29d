select
    md5(concat_ws(
        '|',
        changes.change_kind,
        changes.layout,
        changes.source_sha256,
        changes.source_path,
        changes.source_place,
        changes.unit_key,
        changes.period_key,
        changes.indicator_code,
        changes.plan_key,
        changes.task_no
    )) as change_key,
    changes.change_kind,
    changes.agency_key,
    agencies.agency_name,
    changes.unit_key,
    units.unit_name,
    changes.period_key,
    coalesce(periods.period_name, changes.period_key) as period_name,
    changes.indicator_code,
    indicators.indicator_name,
    changes.plan_key,
    changes.task_no,
    changes.old_value_text,
    changes.new_value_text,
    changes.what,
    changes.detail,
    changes.source_path,
    changes.source_place,
    coalesce(changes.is_simulated, agencies.is_simulated, false) as is_simulated
from {{ ref('int_changes_unioned') }} as changes
left join {{ ref('dim_agency') }} as agencies
    on changes.agency_key = agencies.agency_key
left join {{ ref('dim_unit') }} as units
    on changes.unit_key = units.unit_key
left join {{ ref('dim_agency_period') }} as periods
    on changes.agency_key = periods.agency_key and changes.period_key = periods.period_key
left join {{ ref('dim_indicator') }} as indicators
    on changes.indicator_code = indicators.indicator_code
