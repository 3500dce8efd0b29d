-- A figure as its cell says it, and whether an earlier version of the report said it otherwise.
with versions as (
    select distinct
        unit_key,
        indicator_code,
        period_key,
        version_no,
        source_sha256,
        value_text,
        min_by(value_text, version_no) over (partition by unit_key, indicator_code, period_key) as first_text
    from {{ ref('int_figures_versioned') }}
)

select
    figures.agency_key,
    figures.unit_key,
    figures.indicator_code,
    figures.period_key,
    figures.period_year,
    figures.window_to,
    figures.state,
    indicators.name_vi || ': ' || versions.value_text as said,
    versions.version_no,
    versions.value_text <> versions.first_text as is_corrected,
    figures.is_simulated,
    {{ place_of('figures') }}
from {{ ref('int_figures_current') }} as figures
inner join {{ ref('indicators') }} as indicators
    on figures.indicator_code = indicators.code
inner join versions
    on
        figures.unit_key = versions.unit_key
        and figures.indicator_code = versions.indicator_code
        and figures.period_key = versions.period_key
        and figures.source_sha256 = versions.source_sha256
