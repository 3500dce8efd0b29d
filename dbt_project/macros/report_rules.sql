{#- The day that counts: the one it was sent, else first received. A day of sending after it had come is a slip of the pen. -#}
{% macro report_day(r) -%}
    least(coalesce({{ r }}.sent_date, {{ r }}.received_date), {{ r }}.received_date)
{%- endmacro %}

{#- On time is judged by that day; a file first met by a night may have come before it, so that a late first meeting proves
    nothing. -#}
{% macro report_status(r, as_of) -%}
    case
        when not {{ r }}.is_received and {{ r }}.due_date is null then 'unknown'
        when not {{ r }}.is_received and {{ as_of }} > {{ r }}.due_date then 'not_reported'
        when not {{ r }}.is_received then 'not_due'
        when {{ r }}.due_date is null then 'unknown'
        when {{ report_day(r) }} <= {{ r }}.due_date then 'on_time'
        when {{ r }}.sent_date is null and not {{ r }}.is_receipt_given then 'unknown'
        else 'late'
    end
{%- endmacro %}
