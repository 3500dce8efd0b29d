select
    links.indicator_code,
    links.index_code,
    links.component_code,
    indices.word as index_name,
    coalesce(components.component_name, links.component_code) as component_name,
    components.component_order,
    links.year_from,
    links.basis
from {{ ref('bridge_indicator_index') }} as links
inner join {{ ref('code_words') }} as indices
    on links.index_code = indices.code and indices.domain = 'index'
left join {{ ref('dim_index_component') }} as components
    on links.component_key = components.component_key
