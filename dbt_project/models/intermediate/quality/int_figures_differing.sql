with figures as (
    select * from {{ ref('int_figures_versioned') }}
),

final as (
    select
        'two_reports_differ' as kind,
        {{ layout_words('others.layout') }} as subject,
        indicators.name_vi as value,
        used.value_text as value_a,
        others.value_text as value_b,
        used.source_place as place_a,
        others.source_path || ', ' || others.source_place as place_b,
        used.agency_key,
        used.unit_key,
        used.period_key,
        used.source_sha256,
        used.source_path,
        used.source_place,
        used.received_at
    from figures as used
    inner join figures as others
        on
            used.unit_key = others.unit_key
            and used.indicator_code = others.indicator_code
            and used.period_key = others.period_key
            -- One row of each version that stands beside the one that counts, however often it did itself.
            and others.is_version_standing
            and others.spell_no = 1
            and used.version_no <> others.version_no
    inner join {{ ref('indicators') }} as indicators
        on used.indicator_code = indicators.code
    where used.closed_by is null and not {{ figures_agree('used', 'others') }}
)

select * from final
