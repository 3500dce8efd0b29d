with spoken as (
    select
        figures.unit_key,
        figures.indicator_code,
        figures.period_key,
        reports.version_no as speaker,
        {{ layout_rank('reports.layout') }} as rank_of_layout,
        reports.known_from,
        reports.known_to
    from {{ ref('stg_results__figures') }} as figures
    inner join {{ ref('int_report_spells') }} as reports
        on
            figures.source_sha256 = reports.source_sha256
            and figures.unit_key = reports.unit_key
            and figures.period_key = reports.period_key
),

{{ spells('spoken', ['unit_key', 'indicator_code', 'period_key'], 'spoken.rank_of_layout asc') }},

-- A table that comes beside a report that says the figure too is never shown, and kept.
kept as (
    select
        spoken.unit_key,
        spoken.indicator_code,
        spoken.period_key,
        spoken.speaker,
        coalesce(spells.known_from, min(spoken.known_from)) as known_from,
        case when spells.speaker is null then min(spoken.known_from) else spells.known_to end as known_to
    from spoken
    left join spells
        on
            spoken.unit_key = spells.unit_key
            and spoken.indicator_code = spells.indicator_code
            and spoken.period_key = spells.period_key
            and spoken.speaker = spells.speaker
    group by
        spoken.unit_key, spoken.indicator_code, spoken.period_key, spoken.speaker,
        spells.speaker, spells.known_from, spells.known_to
)

select
    kept.unit_key,
    kept.indicator_code,
    kept.period_key,
    kept.speaker as version_no,
    cast(
        row_number() over (
            partition by kept.unit_key, kept.indicator_code, kept.period_key, kept.speaker
            order by kept.known_from
        ) as integer
    ) as spell_no,
    kept.known_from,
    kept.known_to,
    -- The report that said it ended then; else another one speaks before it.
    case when kept.known_to is not null then coalesce(reports.closed_by, 'other_report') end as closed_by
from kept
left join {{ ref('int_report_spells') }} as reports
    on
        kept.unit_key = reports.unit_key
        and kept.period_key = reports.period_key
        and kept.speaker = reports.version_no
        and kept.known_to = reports.known_to
