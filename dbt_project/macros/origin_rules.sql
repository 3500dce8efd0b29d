{#- Origins: what a row of a fact was read or computed from. -#}

{#- The ID of a row of a fact: its table and its primary key in order. Keys hold slashes: IDs are compared whole. -#}
{% macro row_id(table, keys) -%}
    concat_ws('/', '{{ table }}', {{ keys | join(', ') }})
{%- endmacro %}

{#- The place a row was read from: columns of the relation `r`. -#}
{% macro place_of(r) -%}
    {{ r }}.source_path,
    {{ r }}.source_sha256,
    {{ r }}.source_place,
    {{ r }}.parser_version,
    {{ r }}.received_at
{%- endmacro %}

{#- The state of a task in the word that the form offers for it. -#}
{% macro task_state_text(state) -%}
    case {{ state }}
        when 'not_started' then 'Chưa triển khai'
        when 'in_progress' then 'Đang thực hiện'
        when 'done' then 'Hoàn thành'
        when 'stopped' then 'Dừng'
    end
{%- endmacro %}
