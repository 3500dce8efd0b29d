{%- set judged = [
    'period_key', 'window_to', 'is_final', 'actual', 'figure_basis', 'numerator', 'denominator', 'gap', 'remaining',
    'units_reported', 'units_concerned', 'units_carried', 'units_held_back', 'attainment_percent', 'status_reason'
] + ['status'] -%}
{%- set held = ['valid_to', 'closed_by_plan_key', 'is_current', 'has_conflict', 'is_repeat', 'owner_unit_key'] -%}
{%- set reviewed = ['review_state', 'is_corrected', 'reviewed_by', 'reviewed_on', 'review_reason', 'is_unconfirmed'] -%}

select
    targets.plan_key,
    targets.target_no,
    targets.sort_order,
    targets.agency_key,
    targets.reform_area,
    areas.reform_area_name,
    areas.area_order,
    targets.papi_dimension,
    dimensions.name_vi as papi_dimension_name,
    targets.section,
    targets.source,
    targets.kind,
    targets.statement,
    targets.comparator,
    targets.comparator_printed,
    targets.value,
    targets.value_max,
    targets.unit,
    targets.is_floor_assumed,
    targets.indicator_code,
    indicators.indicator_name,
    targets.base_text,
    targets.period_start,
    targets.period_end,
    targets.commitment_key,
    periods.reading_name as period_name,
    {%- for column in judged %}
    status.{{ column }},
    {%- endfor %}
    status.due_date as period_due_date,
    {%- for column in year_before_columns() %}
    year_before.{{ column }},
    {%- endfor %}
    cast(coalesce(questions.figures_in_question, 0) as integer) as figures_in_question,
    {%- for column in held %}
    targets.{{ column }},
    {%- endfor %}
    owners.unit_name as owner_name,
    targets.owners,
    targets.tasks_due_date as due_date,
    status.is_simulated or plans.is_simulated as is_simulated,
    {%- for column in reviewed %}
    targets.{{ column }},
    {%- endfor %}
    targets.source_path,
    targets.source_place
from {{ ref('fct_target') }} as targets
inner join {{ ref('fct_target_status') }} as status
    on targets.plan_key = status.plan_key and targets.target_no = status.target_no
inner join {{ ref('dim_plan') }} as plans
    on targets.plan_key = plans.plan_key
left join {{ ref('dim_unit') }} as owners
    on targets.owner_unit_key = owners.unit_key
left join {{ ref('int_targets_year_before') }} as year_before
    on
        targets.plan_key = year_before.plan_key
        and targets.target_no = year_before.target_no
        and status.period_key = year_before.period_key
left join {{ ref('int_figures_in_question') }} as questions
    on
        status.agency_key = questions.agency_key
        and targets.indicator_code = questions.indicator_code
        and status.period_key = questions.period_key
left join {{ ref('dim_reform_area') }} as areas
    on targets.reform_area = areas.reform_area
left join {{ ref('papi_dimensions') }} as dimensions
    on targets.papi_dimension = dimensions.gold_code
left join {{ ref('dim_indicator') }} as indicators
    on targets.indicator_code = indicators.indicator_code
left join {{ ref('dim_agency_period') }} as periods
    on status.agency_key = periods.agency_key and status.period_key = periods.period_key
