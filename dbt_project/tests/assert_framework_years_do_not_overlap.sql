-- A year with two framework versions would be given one of them by chance: only an edition may lie inside a version.
with versions as (
    select distinct
        index_code,
        framework_version,
        year_from,
        year_to
    from {{ ref('dim_index_component') }}
    where not is_edition
)

select
    earlier.index_code,
    earlier.framework_version,
    later.framework_version as overlapping_version
from versions as earlier
inner join versions as later
    on
        earlier.index_code = later.index_code
        and earlier.framework_version < later.framework_version
        and earlier.year_from <= later.year_to
        and earlier.year_to >= later.year_from
