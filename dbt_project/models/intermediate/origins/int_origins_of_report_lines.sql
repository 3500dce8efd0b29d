-- Lines of a report that stand in a fact as they were read.
with lines as (
    select
        {{ row_id('fct_report_narrative', ['unit_key', 'period_key', 'section']) }} as row_id,
        'narrative' as role,
        content as said,
        *
    from {{ ref('fct_report_narrative') }}
    union all by name
    select
        {{ row_id('fct_own_task', ['unit_key', 'period_key', 'line_no']) }} as row_id,
        'own_task' as role,
        description as said,
        *
    from {{ ref('fct_own_task') }}
    union all by name
    select
        {{ row_id('fct_dossier', ['unit_key', 'period_key', 'line_no']) }} as row_id,
        'dossiers' as role,
        {{ dossier_words('dossiers') }} as said,
        *
    from {{ ref('fct_dossier') }} as dossiers
)

select
    lines.row_id,
    lines.role,
    lines.said,
    lines.unit_key,
    lines.period_key,
    versions.version_no,
    lines.is_simulated,
    {{ place_of('lines') }}
from lines
left join {{ ref('int_contents_versioned') }} as versions
    on
        lines.source_sha256 = versions.source_sha256
        and lines.unit_key = versions.unit_key
        and lines.period_key = versions.period_key
