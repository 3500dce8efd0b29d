{#- What counts first where several files speak of one unit and window: what the unit signs before what somebody else lists,
    and that before what the one-stop system counts. -#}
{% macro layout_rank(layout) -%}
    case {{ layout }} when 'form' then 1 when 'figure_table' then 2 else 3 end
{%- endmacro %}

{#- Nobody signs what the one-stop system counts: it adds figures, it is no report that anybody owes. -#}
{% macro is_report(layout) -%}
    {{ layout }} <> 'dossier_table'
{%- endmacro %}

{#- Findings of a file of which nothing could be read, through no fault of what it says. -#}
{% macro is_unreadable(kind) -%}
    {{ kind }} in (
        'reader_fault', 'reader_stopped', 'too_heavy', 'too_large', 'too_slow', 'unreadable_file', 'unsupported_format'
    )
{%- endmacro %}

{#- What a reader calls it. -#}
{% macro layout_words(layout) -%}
    case {{ layout }} when 'figure_table' then 'bảng số liệu' when 'dossier_table' then 'bảng một cửa' else 'báo cáo' end
{%- endmacro %}

{#- The day that counts: the one it was sent, else first received. A day of sending after it had come is a slip of the pen. -#}
{% macro report_day(r) -%}
    least(coalesce({{ r }}.sent_date, {{ r }}.received_date), {{ r }}.received_date)
{%- endmacro %}

{#- On time is judged by that day; a file first met by a night may have come before it, so that a late first meeting proves
    nothing. -#}
{% macro report_status(r, as_of) -%}
    case
        when {{ r }}.due_date is null then 'not_owed'
        when not {{ r }}.is_received and {{ as_of }} > {{ r }}.due_date then 'not_reported'
        when not {{ r }}.is_received then 'not_due'
        when {{ report_day(r) }} <= {{ r }}.due_date then 'on_time'
        when {{ r }}.sent_date is null and not {{ r }}.is_receipt_given then 'unknown'
        else 'late'
    end
{%- endmacro %}
