{#- Who is heard from when to when, of several who speak at one time: steps of a query, the last of them `spells` with the
    keys, speaker, known_from and known_to (NULL: to this day). Relation `spoken`: keys, speaker, known_from, known_to and what
    `first` orders by; who stops before beginning is never heard. Spells of one key never overlap. -#}
{% macro spells(spoken, keys, first) -%}
{%- set key = keys | join(', ') -%}
moments as (
    select {{ key }}, known_from as moment from {{ spoken }}
    union
    select {{ key }}, known_to as moment from {{ spoken }}
    where known_to is not null
),

stretches as (
    select
        *,
        lead(moment) over (partition by {{ key }} order by moment) as until_moment
    from moments
),

heard as (
    select
        stretches.*,
        spoken.speaker
    from stretches
    inner join {{ spoken }} as spoken
        on
            {%- for column in keys %}
            stretches.{{ column }} = spoken.{{ column }} and
            {%- endfor %}
            stretches.moment >= spoken.known_from and (stretches.moment < spoken.known_to or spoken.known_to is null)
    qualify
        row_number() over (
            partition by {% for column in keys %}stretches.{{ column }}, {% endfor %}stretches.moment
            order by {{ first }}
        ) = 1
),

begun as (
    select
        *,
        lag(speaker) over in_time as speaker_before,
        lag(until_moment) over in_time as until_before
    from heard
    window in_time as (partition by {{ key }} order by moment)
),

numbered as (
    select
        *,
        count(*) filter (where speaker_before is distinct from speaker or until_before <> moment)
            over (partition by {{ key }} order by moment)
            as stretch_no
    from begun
),

spells as (
    select
        {{ key }},
        speaker,
        min(moment) as known_from,
        case when count(*) = count(until_moment) then max(until_moment) end as known_to
    from numbered
    group by {{ key }}, speaker, stretch_no
)
{%- endmacro %}
