{#- A catalogued indicator in words. -#}

{#- How its figure is made: the one count, or one over the other; a share in percent. Relation `i`: dim_indicator. -#}
{% macro formula_words(i) -%}
    case
        when {{ i }}.denominator_definition is null then {{ i }}.numerator_definition
        else
            {{ i }}.numerator_definition || ' / ' || {{ i }}.denominator_definition
            || case when {{ i }}.unit = 'percent' then ' × 100 %' else '' end
    end
{%- endmacro %}
