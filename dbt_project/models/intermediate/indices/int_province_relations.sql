with relations as (
    select
        province_key,
        'own' as relation,
        1 as relation_order
    from {{ ref('int_agency_province_versions') }}
    union all
    select
        other_province_key as province_key,
        relation,
        case relation when 'predecessor' then 2 when 'successor' then 3 else 4 end as relation_order
    from {{ ref('int_provinces_related') }}
)

-- An agency's own province stands before one that another came from, or that came after it.
select
    province_key,
    min_by(relation, relation_order) as province_relation
from relations
group by province_key
