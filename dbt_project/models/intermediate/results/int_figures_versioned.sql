with figures as (
    select
        *
        replace ({{ figure_state('figures') }} as state)
    from {{ ref('stg_results__figures') }} as figures
)

select
    figures.unit_key,
    figures.indicator_code,
    figures.period_key,
    versions.version_no,
    spells.spell_no,
    versions.layout,
    figures.agency_key,
    figures.state,
    cast(figures.numerator as decimal(18, 4)) as numerator,
    cast(figures.denominator as decimal(18, 4)) as denominator,
    {{ figure_value('figures', 'indicators') }} as value,
    {{ own_figure_basis('figures', 'indicators') }} as figure_basis,
    {{ figure_text('figures', 'indicators') }} as value_text,
    spells.known_from,
    spells.known_to,
    spells.closed_by,
    versions.is_standing as is_version_standing,
    versions.report_state,
    versions.is_simulated,
    figures.source_sha256,
    figures.source_path,
    figures.source_place,
    figures.parser_version,
    figures.received_at
from figures
inner join {{ ref('int_submissions_versioned') }} as versions
    on
        figures.source_sha256 = versions.source_sha256
        and figures.unit_key = versions.unit_key
        and figures.period_key = versions.period_key
inner join {{ ref('int_figure_spells') }} as spells
    on
        figures.unit_key = spells.unit_key
        and figures.indicator_code = spells.indicator_code
        and figures.period_key = spells.period_key
        and versions.version_no = spells.version_no
inner join {{ ref('indicators') }} as indicators
    on figures.indicator_code = indicators.code
