with cells as (
    select
        cells.*,
        {{ line_place('cells.source_place') }} as line_place
    from {{ ref('int_quarantine_current') }} as cells
    inner join {{ ref('int_result_files_standing') }} as files
        on cells.source_sha256 = files.source_sha256 and files.is_new
    cross join {{ ref('stg_run__context') }} as context
    where context.previous_night_at is not null
)

select
    cells.agency_key,
    cells.unit_key,
    cells.period_key,
    min(cells.indicator_code) as indicator_code,
    string_agg(cells.value, '; ' order by cells.source_place) as new_value_text,
    string_agg(distinct coalesce(kinds.kind_name, cells.rule), '; ' order by coalesce(kinds.kind_name, cells.rule))
        as rule_names,
    cells.source_sha256,
    cells.source_path,
    cells.line_place as source_place
from cells
left join {{ ref('finding_kinds') }} as kinds
    on cells.rule = kinds.kind
group by
    cells.agency_key, cells.unit_key, cells.period_key, cells.source_sha256, cells.source_path, cells.line_place
