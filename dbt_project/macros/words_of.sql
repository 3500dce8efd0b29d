{#- Words of a text between single blanks, without capitals and signs: one text holds another word by word. -#}
{% macro words_of(text) -%}
    ' ' || {{ subject_match(text) }} || ' '
{%- endmacro %}
