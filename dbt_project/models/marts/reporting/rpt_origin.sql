with shown as (
    {%- for table, (keys, condition) in rows_on_pages().items() %}
    select {{ row_id(table, keys) }} as row_id
    from {{ ref(table) }}
    {% if condition %}where {{ condition }}
    {% endif -%}
    {{ 'union all' if not loop.last }}
    {%- endfor %}
),

origins as (
    select * from {{ ref('bridge_row_origin') }}
)

select
    origins.row_id,
    origins.origin_no,
    origins.table_name,
    origins.role,
    origins.role_name,
    origins.said,
    units.unit_name,
    coalesce(own_periods.period_name, periods.period_name) as period_name,
    origins.version_no,
    origins.is_corrected,
    origins.corrected_by,
    origins.corrected_on,
    origins.is_simulated,
    origins.source_path,
    origins.source_place,
    origins.received_at
from shown
inner join origins
    on shown.row_id = origins.row_id
left join {{ ref('dim_unit') }} as units
    on origins.unit_key = units.unit_key
-- An agency may name a window its own way.
left join {{ ref('dim_agency_period') }} as own_periods
    on units.agency_key = own_periods.agency_key and origins.period_key = own_periods.period_key
left join {{ ref('dim_reporting_period') }} as periods
    on origins.period_key = periods.period_key
