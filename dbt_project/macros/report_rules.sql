{#- What counts first where several files speak of one unit and window: what the unit signs before what somebody else lists,
    and that before what the one-stop system counts. -#}
{% macro layout_rank(layout) -%}
    case {{ layout }} when 'form' then 1 when 'figure_table' then 2 else 3 end
{%- endmacro %}

{#- Nobody signs what the one-stop system counts: it adds figures, it is no report that anybody owes. -#}
{% macro is_report(layout) -%}
    {{ layout }} <> 'dossier_table'
{%- endmacro %}

{#- Does a name speak of the one-stop system? "mot-cua-thang-8.csv", "Một cửa quý III.xlsx". -#}
{% macro names_one_stop(name) -%}
    contains(strip_accents({{ name_match(name) }}), 'mot cua')
{%- endmacro %}

{#- Does a file lie in the folder of a window: "results/2026/h1/…" or "results/2026-h1/…"? -#}
{% macro lies_in_period(path, p) -%}
    (
        contains({{ path }}, '/' || {{ p }}.period_key || '/')
        or contains({{ path }}, '/' || replace({{ p }}.period_key, '-', '/') || '/')
    )
{%- endmacro %}

{#- What all rows of a group agree on; NULL where they name several. -#}
{% macro only_one(column) -%}
    case when count(distinct {{ column }}) = 1 then min({{ column }}) end
{%- endmacro %}

{#- What a reader calls it. -#}
{% macro layout_words(layout) -%}
    coalesce({{ table_words(layout) }}, 'báo cáo')
{%- endmacro %}

{#- The same of a flat table; NULL of the report itself. -#}
{% macro table_words(layout) -%}
    case {{ layout }} when 'figure_table' then 'bảng số liệu' when 'dossier_table' then 'bảng một cửa' end
{%- endmacro %}

{#- Why a line is held back: one of figures names its indicator, one of tasks has but its sheet. -#}
{% macro held_back_words() -%}
    case
        when {{ lies_on_sheet_of_tasks('source_place') }}
            then 'nhiệm vụ ở Biểu 2: ' || lower(left(rule_names, 1)) || substr(rule_names, 2)
        else rule_names
    end
{%- endmacro %}

{#- A day of sending after it had come is a slip of the pen; the day it came is not called one. -#}
{% macro day_of_sending(sent_date, received_date) -%}
    case when {{ sent_date }} <= {{ received_date }} then {{ sent_date }} end
{%- endmacro %}

{#- The day that counts: the one it was sent, else first received. -#}
{% macro report_day(r) -%}
    coalesce({{ r }}.sent_date, {{ r }}.received_date)
{%- endmacro %}

{#- On time is judged by that day; a file first met by a night may have come before it, so that a late first meeting proves
    nothing. What came and could not be read is no report, and is no silence either. -#}
{% macro report_status(r, as_of) -%}
    case
        when {{ r }}.due_date is null then 'not_owed'
        when {{ as_of }} > {{ r }}.due_date and {{ r }}.has_unreadable_file then 'unreadable'
        when not {{ r }}.is_received and {{ as_of }} > {{ r }}.due_date then 'not_reported'
        when not {{ r }}.is_received then 'not_due'
        when {{ report_day(r) }} <= {{ r }}.due_date then 'on_time'
        when {{ r }}.sent_date is null and not {{ r }}.is_receipt_given then 'unknown'
        else 'late'
    end
{%- endmacro %}

{#- How many days after its due date it came, or is not there. -#}
{% macro report_days_late(status, report_date, due_date, as_of) -%}
    cast(
        case
            when {{ status }} = 'late' then {{ report_date }} - {{ due_date }}
            when {{ status }} in ('not_reported', 'unreadable') then {{ as_of }} - {{ due_date }}
        end as integer
    )
{%- endmacro %}
