{#- Dossiers of procedures as the one-stop system counts them. A count that is not known makes what follows from it not known. -#}

{#- Before time and in time; those before time may stand apart or among those in time. Columns of the relation `r`. -#}
{% macro dossiers_in_time(r) -%}
    coalesce({{ r }}.resolved_early, 0) + {{ r }}.resolved_on_time
{%- endmacro %}

{#- Open late work belongs to what is judged: else a unit that leaves every late dossier open would be on time in all. -#}
{% macro dossiers_on_time_percent(in_time, resolved, open_overdue) -%}
    {{ percent(in_time, resolved ~ ' + ' ~ open_overdue) }}
{%- endmacro %}

{#- The sum of a count over the rows `among`, where each of them knows it: a sum without one would be another figure.
    Rows that are not among them know no count. -#}
{% macro known_sum(count, among='true') -%}
    case when count({{ count }}) = count(*) filter (where {{ among }}) then sum({{ count }}) end
{%- endmacro %}

{#- A line that says a second time what stands is held back and lacks nowhere; any other that is held back does. -#}
{% macro is_line_lost(rule) -%}
    {{ rule }} <> 'duplicate_dossier_line'
{%- endmacro %}

{#- Windows of one length follow each other: m07 and m08 are months, q1 and q3 quarters, h1 and h2 halves of a year. -#}
{% macro window_length(report_type) -%}
    regexp_replace({{ report_type }}, '[0-9]+$', '')
{%- endmacro %}

{#- For how long a unit whose dossiers were told is awaited in windows of that length: a year, a leap year too. -#}
{% macro dossier_days_awaited() -%} 366 {%- endmacro %}

{#- What is counted of a line, a unit and an agency. -#}
{% macro dossier_counts() -%}
    {{ return([
        'opening', 'received', 'resolved', 'resolved_in_time', 'resolved_late', 'still_open', 'open_overdue',
    ]) }}
{%- endmacro %}

{#- A line of the table as a person would read it out; what is not known shows a dash. -#}
{% macro dossier_words(r) -%}
    coalesce({{ r }}.field_name, 'Tất cả lĩnh vực')
    {%- for words, count in {
        'chuyển sang': 'opening', 'tiếp nhận': 'received', 'đã giải quyết': 'resolved', 'quá hạn': 'resolved_late',
        'đang giải quyết': 'still_open', 'đã quá hạn': 'open_overdue',
    }.items() %}
    || '{{ ': ' if loop.first else ', ' }}{{ words }} ' || coalesce(cast(cast({{ r }}.{{ count }} as bigint) as varchar), '–')
    {%- endfor %}
{%- endmacro %}
