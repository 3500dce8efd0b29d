-- What was owed and did not come: the obligation is there, the figure is not.
with absent as (
    select
        expected.*,
        periods.period_year,
        periods.window_to,
        periods.period_name,
        periods.has_year_to_date,
        units.unit_name,
        indicators.name_vi as indicator_name
    from {{ ref('int_contributions_expected') }} as expected
    inner join {{ ref('int_reporting_periods') }} as periods
        on expected.agency_key = periods.agency_key and expected.period_key = periods.period_key
    inner join {{ ref('int_units') }} as units
        on expected.unit_key = units.unit_key
    inner join {{ ref('indicators') }} as indicators
        on expected.indicator_code = indicators.code
    left join {{ ref('int_figures_current') }} as figures
        on
            expected.unit_key = figures.unit_key
            and expected.indicator_code = figures.indicator_code
            and expected.period_key = figures.period_key
    where figures.unit_key is null
)

select
    absent.agency_key,
    absent.unit_key,
    absent.indicator_code,
    absent.period_key,
    absent.period_year,
    absent.window_to,
    absent.has_year_to_date,
    case when {{ as_of() }} > greatest(absent.due_date, absent.window_to) then 'missing' else 'awaited' end as role,
    absent.unit_name || ', ' || absent.period_name || ': '
    || case
        when held_back.unit_key is not null then 'đã nhận báo cáo, giữ lại chờ xác minh số liệu về '
        when reports.is_standing then 'báo cáo đã nhận không có số liệu về '
        when {{ as_of() }} > greatest(absent.due_date, absent.window_to) then 'chưa có báo cáo, thiếu số liệu về '
        else 'chưa đến hạn gửi số liệu về '
    end || absent.indicator_name as said,
    case when reports.is_standing then reports.version_no end as version_no,
    case when reports.is_standing then reports.source_path end as source_path,
    case when reports.is_standing then reports.source_sha256 end as source_sha256,
    case when reports.is_standing then reports.received_at end as received_at
from absent
left join {{ ref('int_figures_held_back') }} as held_back
    on
        absent.unit_key = held_back.unit_key
        and absent.indicator_code = held_back.indicator_code
        and absent.period_key = held_back.period_key
left join {{ ref('int_reports_received') }} as reports
    on absent.unit_key = reports.unit_key and absent.period_key = reports.period_key
