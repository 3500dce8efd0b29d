with agencies as (
    select
        agency_key,
        max(province) as province
    from {{ ref('stg_plans__plans') }}
    group by agency_key
),

bases as (
    select distinct
        agency_key,
        legal_basis,
        'report_basis' as role
    from {{ ref('stg_registers__obligations') }}
    union
    select distinct
        agency_key,
        legal_basis,
        'period_basis' as role
    from {{ ref('stg_registers__periods') }}
    union
    select distinct
        null as agency_key,
        legal_basis,
        'period_basis' as role
    from {{ ref('reporting_periods') }}
),

mentions as (
    select
        citations.plan_key,
        citations.citation_no,
        plans.agency_key,
        citations.number,
        citations.document_date,
        citations.document_type,
        citations.issuer,
        citations.role
    from {{ ref('stg_plans__citations') }} as citations
    inner join {{ ref('stg_plans__plans') }} as plans
        on citations.plan_key = plans.plan_key
    -- Several bases may name one document.
    union by name
    select
        agency_key,
        {{ document_number_in('legal_basis') }} as number,
        {{ document_date_in('legal_basis') }} as document_date,
        role
    from bases
    where {{ document_number_in('legal_basis') }} is not null
),

matched as (
    select
        mentions.*,
        agencies.province,
        {{ document_match('mentions.number') }} as number_match
    from mentions
    left join agencies
        on mentions.agency_key = agencies.agency_key
),

placed as (
    select
        matched.*,
        case
            when exists (
                select 1
                from {{ ref('central_issuers') }} as central
                where list_contains(string_split(matched.number_match, '-'), {{ slug(name_match('central.symbol')) }})
            ) then 'trung-uong'
            when matched.province is not null then {{ slug(name_match('matched.province')) }}
            else matched.agency_key
        end as jurisdiction
    from matched
)

select * from placed
-- A local number in a window of the whole country says not whose it is.
where jurisdiction is not null
