with versions as (
    select * from {{ ref('int_submissions_versioned') }}
),

spoken as (
    -- What was withdrawn gives its place back from that day on, and not from the beginning.
    select
        unit_key,
        period_key,
        layout,
        version_no as speaker,
        known_from,
        withdrawn_at as known_to
    from versions
),

{{ spells('spoken', ['unit_key', 'period_key', 'layout'], 'spoken.speaker desc') }}

select
    versions.unit_key,
    versions.period_key,
    versions.layout,
    versions.version_no,
    cast(
        row_number() over (
            partition by versions.unit_key, versions.period_key, versions.version_no
            order by spells.known_from
        ) as integer
    ) as spell_no,
    versions.source_sha256,
    -- Followed in the moment it came, or taken back before: it stood for no time, and is kept.
    coalesce(spells.known_from, versions.known_from) as known_from,
    case when spells.speaker is null then versions.known_from else spells.known_to end as known_to,
    case
        when versions.withdrawn_at <= coalesce(spells.known_to, versions.known_from) then 'withdrawal'
        when spells.known_to is not null or spells.speaker is null then 'correction'
    end as closed_by
from versions
left join spells
    on
        versions.unit_key = spells.unit_key
        and versions.period_key = spells.period_key
        and versions.version_no = spells.speaker
