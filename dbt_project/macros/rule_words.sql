{#- A sentence of the seed finding_rules with its places filled in; a place without a figure shows a dash. -#}
{% macro rule_words(template) -%}
    replace(replace(replace(replace(
        {{ template }},
        '{subject}', coalesce(broken.subject, '–')),
        '{value}', coalesce(broken.value, '–')),
        '{value_a}', coalesce(broken.value_a, '–')),
        '{value_b}', coalesce(broken.value_b, '–'))
{%- endmacro %}
