{#- The day at which the night judges: an input of the run, loaded with the rows. Marts never ask a clock. -#}
{% macro as_of() -%}
    (select run_context.as_of_date from {{ ref('stg_run__context') }} as run_context)
{%- endmacro %}
