{%- set kinds = {
    'target': 'statement', 'goal': 'statement', 'measure': 'description', 'duty': 'duty', 'task': 'description'
} -%}
with plan_rows as (
    {%- for kind, said in kinds.items() %}
    select
        {{ row_id('fct_' ~ kind, ['rows_of_kind.plan_key', 'rows_of_kind.' ~ kind ~ '_no']) }} as row_id,
        rows_of_kind.plan_key,
        '{{ kind }}' as row_kind,
        rows_of_kind.{{ kind }}_no as row_no,
        rows_of_kind.{{ said }} as said,
        rows_of_kind.is_corrected,
        {{ place_of('rows_of_kind') }}
    from {{ ref('stg_plans__' ~ kind ~ 's') if kind != 'duty' else ref('stg_plans__duties') }} as rows_of_kind
    {% if not loop.last %}union all{% endif %}
    {%- endfor %}
),

corrections as (
    select
        *,
        field_title || ': ' || coalesce(value_before, 'để trống')
        || ' → ' || coalesce(value_after, 'để trống') || coalesce(' (' || reason || ')', '') as said
    from {{ ref('fct_plan_correction') }}
),

final as (
    select
        plan_rows.row_id,
        'fct_' || plan_rows.row_kind as table_name,
        'clause' as role,
        plan_rows.said,
        plan_rows.is_corrected,
        {{ place_of('plan_rows') }}
    from plan_rows
    union all by name
    select
        plan_rows.row_id,
        'fct_' || plan_rows.row_kind as table_name,
        'correction' as role,
        corrections.said,
        true as is_corrected,
        corrections.reviewer as corrected_by,
        corrections.reviewed_on as corrected_on,
        {{ place_of('corrections') }}
    from plan_rows
    inner join corrections
        on
            plan_rows.plan_key = corrections.plan_key
            and plan_rows.row_kind = corrections.row_kind
            and plan_rows.row_no = corrections.row_no
    union all by name
    select
        {{ row_id('fct_plan_correction', ['corrections.plan_key', 'corrections.correction_no']) }} as row_id,
        'fct_plan_correction' as table_name,
        'correction' as role,
        corrections.said,
        corrections.reviewer as corrected_by,
        corrections.reviewed_on as corrected_on,
        {{ place_of('corrections') }}
    from corrections
)

select * from final
