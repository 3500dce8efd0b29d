{#- What a target measures as it is compared: in lower case, words alone. -#}
{% macro subject_match(subject) -%}
    trim(
        regexp_replace(lower(nfc_normalize({{ subject }})), '[^\p{L}\p{N}%]+', ' ', 'g')
    )
{%- endmacro %}

{#- Two dates that may be of one document: each may leave blanks, and then fits all that it leaves open. -#}
{% macro dates_agree(one, other) -%}
    (
        {{ one }} is null
        or {{ other }} is null
        or starts_with({{ one }}, {{ other }})
        or starts_with({{ other }}, {{ one }})
    )
{%- endmacro %}
