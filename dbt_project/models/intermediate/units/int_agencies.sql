select agency_key from {{ ref('stg_plans__plans') }}
union
select agency_key from {{ ref('stg_registers__units') }}
union
select agency_key from {{ ref('stg_registers__obligations') }}
union
select agency_key from {{ ref('stg_results__submissions') }}
