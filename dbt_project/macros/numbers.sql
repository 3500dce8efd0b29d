{#- The number in a place's label: T012 -> 12. -#}
{% macro number_in(label) -%}
    cast(regexp_replace({{ label }}, '[^0-9]', '', 'g') as integer)
{%- endmacro %}
