select
    figures.unit_key,
    figures.indicator_code,
    figures.period_key,
    figures.agency_key,
    figures.window_to,
    figures.state,
    cast(figures.numerator as decimal(18, 4)) as numerator,
    cast(figures.denominator as decimal(18, 4)) as denominator,
    cast(figures.value as decimal(18, 4)) as value_as_reported,
    {{ figure_value('figures', 'indicators') }} as value,
    {{ own_figure_basis('figures', 'indicators') }} as figure_basis,
    case when not readings.is_year_unknown then readings.state end as year_to_date_state,
    cast(readings.numerator as decimal(18, 4)) as year_to_date_numerator,
    cast(readings.denominator as decimal(18, 4)) as year_to_date_denominator,
    cast(readings.quarter_numerator as decimal(18, 4)) as quarter_numerator,
    cast(readings.quarter_denominator as decimal(18, 4)) as quarter_denominator,
    figures.explanation,
    figures.evidence,
    figures.is_simulated,
    figures.source_sha256,
    figures.source_path,
    figures.source_place,
    figures.parser_version,
    figures.received_at
from {{ ref('int_figures_current') }} as figures
inner join {{ ref('dim_indicator') }} as indicators
    on figures.indicator_code = indicators.indicator_code
inner join {{ ref('int_indicator_readings') }} as readings
    on
        figures.unit_key = readings.unit_key
        and figures.indicator_code = readings.indicator_code
        and figures.period_key = readings.period_key
