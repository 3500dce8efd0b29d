{#- The line of a cell: Biểu 1!D12 and Biểu 1!E12 stand in one, "Biểu 1, dòng 12"; a flat table names lines itself. -#}
{% macro line_place(place) -%}
    case
        when regexp_full_match({{ place }}, '.+![A-Z]+[0-9]+')
            then regexp_replace({{ place }}, '!([A-Z]+)([0-9]+)$', ', dòng \2')
        else regexp_replace({{ place }}, ', cột .*$', '')
    end
{%- endmacro %}

{#- A web address without its scheme and "www.", small: what the prefix of a publisher is compared with. -#}
{% macro bare_address(url) -%}
    regexp_replace(lower({{ url }}), '^https?://(www\.)?', '')
{%- endmacro %}

{#- The name of a file without its folders and what follows the first dot. -#}
{% macro own_name(path) -%}
    regexp_extract({{ path }}, '([^/.]*)[^/]*$', 1)
{%- endmacro %}

{#- A file's path up to the first dot of its name: a plan and what stands beside it share it. -#}
{% macro path_stem(path) -%}
    regexp_extract({{ path }}, '^(?:.*/)?[^/.]*')
{%- endmacro %}
