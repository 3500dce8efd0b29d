with figures as (
    select
        source_sha256,
        unit_key,
        period_key,
        count(distinct indicator_code) as figures
    from {{ ref('fct_indicator_result_history') }}
    group by source_sha256, unit_key, period_key
),

changes as (
    select
        'new' as change_kind,
        {{ layout_words('reports.layout') }} || ' mới' as headline,
        {{ table_words('reports.layout') }} as table_name,
        reports.*,
        coalesce(figures.figures, 0) || ' số liệu' as detail
    from {{ ref('int_reports_changed') }} as reports
    left join figures
        on
            reports.source_sha256 = figures.source_sha256
            and reports.unit_key = figures.unit_key
            and reports.period_key = figures.period_key
    where reports.previous_sha256 is null and reports.is_new
    union all by name
    select
        'corrected' as change_kind,
        'số liệu được sửa' as headline,
        *,
        -- A version that was withdrawn gives its place back to the one before it.
        concat_ws(
            '; ',
            case when not is_new then 'trở lại số liệu của bản khác đã nhận' end,
            case when is_other_used then 'số của báo cáo vẫn được dùng' end
        ) as detail
    from {{ ref('int_figures_changed') }}
    union all by name
    select
        'sent_again' as change_kind,
        {{ layout_words('layout') }} || ' gửi lại' as headline,
        {{ table_words('layout') }} as table_name,
        *
    from {{ ref('int_reports_sent_again') }}
    union all by name
    select
        'held_back' as change_kind,
        'dòng được giữ lại chờ xác minh' as headline,
        *,
        {{ held_back_words() }} as detail
    from {{ ref('int_lines_held_back') }}
    union all by name
    select
        'withdrawn' as change_kind,
        {{ layout_words('layout') }} || ' được rút lại' as headline,
        {{ table_words('layout') }} as table_name,
        *,
        withdrawn_reason as detail
    from {{ ref('int_versions_withdrawn') }}
    union all by name
    select
        'file_taken_away' as change_kind,
        'tệp không còn trong thư mục thu thập' as headline,
        *,
        'nội dung đã nhận vẫn được dùng' as detail
    from {{ ref('int_files_taken_away') }}
    union all by name
    select
        'overdue' as change_kind,
        'nhiệm vụ mới quá hạn' as headline,
        *
    from {{ ref('int_tasks_newly_overdue') }}
)

select
    * exclude (table_name)
    -- Its kind does not say that no report came but a table; its words do.
    replace (nullif(concat_ws(', ', table_name, nullif(detail, '')), '') as detail),
    concat_ws(': ', headline, nullif(detail, '')) as what
from changes
