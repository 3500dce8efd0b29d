{#- ASCII name for keys and pages of a match key (lower case, đ already d); "khong-ten" where nothing is left of it. -#}
{% macro slug(match_key) -%}
    coalesce(
        nullif(trim(regexp_replace(strip_accents({{ match_key }}), '[^a-z0-9]+', '-', 'g'), '-'), ''), 'khong-ten'
    )
{%- endmacro %}
