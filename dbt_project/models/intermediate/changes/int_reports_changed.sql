with context as (
    select previous_night_at from {{ ref('stg_run__context') }}
    -- Before the first published night nothing can have changed.
    where previous_night_at is not null
),

versions as (
    select * from {{ ref('int_submissions_versioned') }}
),

before as (
    -- The version that stood when the last published night began.
    select
        versions.unit_key,
        versions.period_key,
        versions.layout,
        versions.report_state,
        versions.source_sha256
    from versions
    where
        not versions.is_new
        and (versions.withdrawn_at is null or versions.is_newly_withdrawn)
        and not versions.is_newly_restored
    qualify
        row_number() over (
            partition by versions.unit_key, versions.period_key, versions.layout
            order by versions.version_no desc
        ) = 1
)

select
    versions.agency_key,
    versions.unit_key,
    versions.period_key,
    versions.layout,
    versions.is_simulated,
    versions.is_new,
    before.source_sha256 as previous_sha256,
    before.report_state as previous_report_state,
    versions.report_state,
    versions.source_sha256,
    versions.source_path,
    versions.source_place
from versions
cross join context
left join before
    on
        versions.unit_key = before.unit_key
        and versions.period_key = before.period_key
        and versions.layout = before.layout
where versions.is_standing and versions.source_sha256 is distinct from before.source_sha256
