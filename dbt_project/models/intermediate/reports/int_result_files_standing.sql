with versions as (
    select
        source_sha256,
        bool_or(is_standing) as is_standing
    from {{ ref('int_submissions_versioned') }}
    group by source_sha256
)

select
    contents.source_sha256,
    -- A file that holds no report: nobody can say what it was to replace, so that it stands until it is taken back.
    coalesce(versions.is_standing, contents.withdrawn_at is null and not contents.is_superseded) as is_standing,
    contents.is_new
from {{ ref('int_contents_received') }} as contents
left join versions
    on contents.source_sha256 = versions.source_sha256
where contents.source_kind = 'results'
