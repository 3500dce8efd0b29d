{#- Calendar day in Vietnam of an instant kept in UTC. Vietnam has kept UTC+7 without summer time since 1975. -#}
{% macro local_date(instant) -%}
    cast({{ instant }} + interval 7 hour as date)
{%- endmacro %}

{#- A document may leave blanks in its date: only a full one is a day. -#}
{% macro full_date(partial_date) -%}
    case when length({{ partial_date }}) = 10 then try_cast({{ partial_date }} as date) end
{%- endmacro %}
