{#- On time is judged by the day sent, else by the day first received; a file first met by a night may have come before it,
    so that a late first meeting proves nothing. -#}
{% macro report_status(r, as_of) -%}
    case
        when not {{ r }}.is_received and {{ r }}.due_date is null then 'unknown'
        when not {{ r }}.is_received and {{ as_of }} > {{ r }}.due_date then 'not_reported'
        when not {{ r }}.is_received then 'not_due'
        when {{ r }}.due_date is null then 'unknown'
        when coalesce({{ r }}.sent_date, {{ r }}.received_date) <= {{ r }}.due_date then 'on_time'
        when {{ r }}.sent_date is null and not {{ r }}.is_receipt_given then 'unknown'
        else 'late'
    end
{%- endmacro %}
