with lines as (
    select
        dossiers.*,
        submissions.is_simulated,
        periods.window_to,
        {{ dossiers_in_time('dossiers') }} as resolved_in_time,
        row_number() over (
            partition by dossiers.unit_key, dossiers.period_key
            order by dossiers.field_name nulls first, dossiers.source_place
        ) as line_no,
        -- The unit's own line is the whole of its fields: both together would count every dossier twice.
        dossiers.field_name is null
        or bool_and(dossiers.field_name is not null) over (partition by dossiers.unit_key, dossiers.period_key)
            as is_counted
    from {{ ref('stg_results__dossiers') }} as dossiers
    inner join {{ ref('int_submissions_current') }} as submissions
        on
            dossiers.source_sha256 = submissions.source_sha256
            and dossiers.unit_key = submissions.unit_key
            and dossiers.period_key = submissions.period_key
    left join {{ ref('int_reporting_periods') }} as periods
        on dossiers.agency_key = periods.agency_key and dossiers.period_key = periods.period_key
),

added as (
    select
        *,
        resolved_in_time + resolved_late as resolved,
        open_in_time + open_overdue as still_open
    from lines
)

select
    unit_key,
    period_key,
    cast(line_no as integer) as line_no,
    agency_key,
    window_to,
    field_name,
    is_counted,
    case when resolved + still_open = 0 then 'nothing_arose' else 'reported' end as state,
    {%- for count in [
        'opening', 'received', 'resolved_early', 'resolved_on_time', 'resolved_in_time', 'resolved_late', 'resolved',
        'open_in_time', 'open_overdue', 'still_open',
    ] %}
    cast({{ count }} as decimal(18, 4)) as {{ count }},
    {%- endfor %}
    is_simulated,
    source_sha256,
    source_path,
    source_place,
    parser_version,
    received_at
from added
