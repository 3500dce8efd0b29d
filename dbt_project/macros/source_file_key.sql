{#- One version of a file: its path and its content. -#}
{% macro source_file_key(source_path, source_sha256) -%}
    md5(concat_ws('|', {{ source_path }}, {{ source_sha256 }}))
{%- endmacro %}
