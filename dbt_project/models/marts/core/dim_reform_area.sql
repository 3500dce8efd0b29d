select
    code as reform_area,
    name_vi as reform_area_name,
    name_en as reform_area_name_en,
    name_vi_2011_2020 as reform_area_name_2011_2020,
    cast(sort_order as integer) as area_order,
    cast(par_index_field_no as integer) as par_index_field_no,
    is_programme_content
from {{ ref('reform_areas') }}
