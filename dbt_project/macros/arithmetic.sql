{#- Shares and quotients in whole numbers: DuckDB's slash and its means give DOUBLE, and casts round differently elsewhere. -#}

{#- n of d in percent, rounded half up to `scale` decimals; NULL where either is missing or d is zero. -#}
{% macro percent(n, d, scale=4) -%}
    {{ quotient(n, d, scale, 100) }}
{%- endmacro %}

{% macro quotient(n, d, scale=4, factor=1) -%}
    {{ return(adapter.dispatch('quotient', 'thuocdo')(n, d, scale, factor)) }}
{%- endmacro %}

{#- Both sides become whole numbers of ten-thousandths, the unit of every figure in this warehouse; doubling them and
    adding one d before the whole-number division rounds half up. A negative quotient rounds half away from zero. -#}
{% macro default__quotient(n, d, scale, factor) -%}
    cast(
        cast(
            sign({{ n }}) * sign({{ d }})
            * (
                (2 * {{ factor }} * {{ ten_to(scale) }} * {{ ten_thousandths(n) }} + {{ ten_thousandths(d) }})
                // nullif(2 * {{ ten_thousandths(d) }}, 0)
            ) as decimal(28, 0)
        )
        * cast({{ one_over_ten_to(scale) }} as decimal({{ scale + 1 }}, {{ scale }}))
        as decimal(18, 4)
    )
{%- endmacro %}

{% macro ten_thousandths(figure) -%}
    cast(abs(cast({{ figure }} as decimal(30, 4))) * 10000 as hugeint)
{%- endmacro %}

{% macro ten_to(scale) -%}
    1{{ '0' * scale }}
{%- endmacro %}

{% macro one_over_ten_to(scale) -%}
    {%- if scale == 0 -%} 1 {%- else -%} 0.{{ '0' * (scale - 1) }}1 {%- endif -%}
{%- endmacro %}
