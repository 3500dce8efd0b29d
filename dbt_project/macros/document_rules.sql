{#- First number of a document in a text, NULL where there is none: 09/KH-SYT, 39-NQ/TW, 58/2014/QH13. -#}
{% macro document_number_in(text) -%}
    nullif(regexp_extract({{ text }}, '[0-9]+[a-zđ]?[/-](?:[0-9]{4}/)?[A-ZĐ][A-Za-zĐđ0-9]*(?:[/-][A-ZĐ][A-Za-zĐđ0-9]*)*'), '')
{%- endmacro %}

{#- First full day in a text as an ISO date: "ngày 5/6/2019" gives 2019-06-05. -#}
{% macro document_date_in(text) -%}
    cast(
        cast(
            try_strptime(nullif(regexp_extract({{ text }}, '[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}'), ''), '%d/%m/%Y') as date
        ) as varchar
    )
{%- endmacro %}

{#- A number as documents are told apart by it: without capitals, signs and leading noughts. "05-CT/TW" and "5 - CT/TW" are
    one: 5-ct-tw. -#}
{% macro document_match(number) -%}
    regexp_replace({{ slug(name_match(number)) }}, '^0+([0-9])', '\1')
{%- endmacro %}

{#- Does the number hold the year of its document? 61/2018/NĐ-CP does and needs no date; 468/QĐ-TTg is given again each year. -#}
{% macro holds_year(document_match) -%}
    regexp_matches({{ document_match }}, '^[0-9]+[a-z]?-(19|20)[0-9]{2}-')
{%- endmacro %}
