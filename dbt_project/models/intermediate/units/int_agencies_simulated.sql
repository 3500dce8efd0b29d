-- What is made up of an agency that exists: its figures, its words on tasks, its reports.
with simulated as (
    {%- for model in ['fct_indicator_result', 'fct_task_word', 'fct_report_submission'] %}
    select agency_key from {{ ref(model) }}
    where is_simulated
    {{ '' if loop.last else 'union' }}
    {%- endfor %}
)

select simulated.agency_key
from simulated
inner join {{ ref('dim_agency') }} as agencies
    on simulated.agency_key = agencies.agency_key and not agencies.is_simulated
