{#- What falls due: which items still wait for something, and how far ahead pages look. -#}

{#- How many days ahead: a quarter, so that what falls due in the next report is seen. -#}
{% macro upcoming_days() -%} 92 {%- endmacro %}

{#- Today is still in time, yesterday is not. -#}
{% macro is_upcoming(due_date, as_of) -%}
    {{ due_date }} between {{ as_of }} and {{ as_of }} + {{ upcoming_days() }}
{%- endmacro %}

{#- A task waits for a lead that has neither done its part nor stopped. -#}
{% macro is_task_open(status) -%}
    {{ status }} not in ('done_on_time', 'done_late', 'stopped')
{%- endmacro %}
