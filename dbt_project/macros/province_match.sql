{#- A province's name as it is compared: without its kind, in lower case, dashes as spaces, the tone on the first vowel
    (Hoà Bình, Thanh Hoá). Never joined without a date. -#}
{% macro province_match(name) -%}
    replace(replace(
        trim(regexp_replace(regexp_replace(lower({{ name }}), '^(tỉnh|thành phố|tp[.]?) +', ''), '[ –-]+', ' ', 'g')),
        'oà', 'òa'), 'oá', 'óa')
{%- endmacro %}
