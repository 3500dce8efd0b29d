select
    {{ row_id('fct_dossier', ['unit_key', 'period_key', 'line_no']) }} as row_id,
    unit_key,
    period_key,
    line_no,
    agency_key,
    field_name,
    is_counted,
    state,
    {%- for count in dossier_counts() %}
    {{ count }},
    {%- endfor %}
    cast(resolved + open_overdue as decimal(18, 4)) as judged,
    {{ dossiers_on_time_percent('resolved_in_time', 'resolved', 'open_overdue') }} as on_time_percent,
    is_simulated,
    source_path,
    source_place
from {{ ref('fct_dossier') }}
