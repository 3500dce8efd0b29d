{#- For how long a report that never came still asks for attention: a year. -#}
{% macro attention_days() -%} 365 {%- endmacro %}

{#- What ended last year can still be mended today, and what ended before it cannot. -#}
{% macro is_recent(year) -%} {{ year }} >= year({{ as_of() }}) - 1 {%- endmacro %}

{#- What comes first in the list of attention: what is lost, what is known to be late, what is silent, what is in
    danger, what contradicts itself. -#}
{% macro attention_rank(kind, status) -%}
    case
        when {{ status }} = 'missed' then 1
        when {{ status }} = 'overdue' then 2
        when {{ status }} = 'off_track' then 3
        when {{ kind }} = 'report' then 4
        when {{ kind }} = 'target' and {{ status }} = 'not_reported' then 5
        when {{ status }} = 'at_risk' then 6
        when {{ status }} = 'overdue_unconfirmed' then 7
        else 8
    end
{%- endmacro %}

{#- How many ranks there are. -#}
{% macro attention_ranks() -%} {{ return(8) }} {%- endmacro %}
