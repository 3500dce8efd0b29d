with files as (
    select
        source_path,
        source_sha256,
        received_at,
        status,
        {{ name_match('sender') }} as sender_match,
        {{ own_name('source_path') }} as own_name
    from {{ ref('dim_source_file') }}
    where source_kind = 'results' and status in ('unreadable', 'refused', 'ignored')
),

-- What the reader could tell without reading the figures.
told as (
    select
        source_path,
        source_sha256,
        {{ only_one('unit_key') }} as unit_key,
        {{ only_one('period_key') }} as period_key
    from {{ ref('stg_results__findings') }}
    group by source_path, source_sha256
),

-- Who sent it by the register of receipts, or whose name the file bears: one unit, or nobody.
named as (
    select
        files.source_path,
        files.source_sha256,
        {{ only_one('names.unit_key') }} as unit_key
    from files
    inner join {{ ref('stg_registers__unit_aliases') }} as names
        on
            files.sender_match = {{ name_match('names.alias') }}
            or files.own_name = split_part(names.unit_key, '/', 2)
    group by files.source_path, files.source_sha256
),

owned as (
    select
        files.*,
        units.agency_key,
        units.unit_key,
        told.period_key
    from files
    left join told
        on files.source_path = told.source_path and files.source_sha256 = told.source_sha256
    left join named
        on files.source_path = named.source_path and files.source_sha256 = named.source_sha256
    inner join {{ ref('dim_unit') }} as units
        on coalesce(told.unit_key, named.unit_key) = units.unit_key
),

-- The window whose folder it lies in.
placed as (
    select
        owned.source_path,
        owned.source_sha256,
        {{ only_one('periods.period_key') }} as period_key
    from owned
    inner join {{ ref('int_reporting_periods') }} as periods
        on owned.agency_key = periods.agency_key and {{ lies_in_period('owned.source_path', 'periods') }}
    group by owned.source_path, owned.source_sha256
)

select
    owned.source_path,
    owned.source_sha256,
    owned.received_at,
    owned.status,
    owned.agency_key,
    owned.unit_key,
    coalesce(owned.period_key, placed.period_key) as period_key
from owned
left join placed
    on owned.source_path = placed.source_path and owned.source_sha256 = placed.source_sha256
