{#- The territory under which the index files give statistics of the whole country. -#}
{% macro nationwide() -%} 'Toàn quốc' {%- endmacro %}
