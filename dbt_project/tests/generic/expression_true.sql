{#- A row of the result breaks the rule; an unknown answer (NULL) is no breach, as in a CHECK constraint. -#}
{% test expression_true(model, expression, column_name=none) %}
select *
from {{ model }}
where not ({{ column_name or '' }} {{ expression }})
{% endtest %}
