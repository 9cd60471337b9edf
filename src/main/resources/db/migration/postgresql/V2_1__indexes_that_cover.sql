-- Whether a list has any of these words; a function of SQL is put in the place of its call, so the indexes below serve.
create function has_any(list varchar[], words varchar[]) returns boolean
    language sql immutable parallel safe
    return list && words;

create index partner_types_idx on partner using gin (types);
create index partner_sectors_idx on partner using gin (sectors);
create index program_pillars_idx on program using gin (pillars);
create index program_stages_idx on program using gin (stages);
create index program_sectors_idx on program using gin (sectors);
create index startup_sectors_idx on startup using gin (sectors);
create index startup_technologies_idx on startup using gin (technologies);
create index startup_business_models_idx on startup using gin (business_models);
create index startup_official_labels_idx on startup using gin (official_labels);
create index agreement_pillars_idx on agreement using gin (pillars);

-- The lists of startups that are asked most, the latest founded first: an index alone tells which records are on the
-- page, at a million rows as at ten thousand, because it holds all that such lists are filtered by.
drop index startup_founded_year_desc_idx;
create index startup_founded_year_desc_idx on startup (founded_year desc nulls last, id desc)
    include (status, stage, country, region, city_key, name_key, sectors);
drop index startup_country_idx;
create index startup_country_idx on startup (country, founded_year desc nulls last, id desc)
    include (status, stage, region, city_key, name_key, sectors);
drop index startup_city_key_idx;
create index startup_city_key_idx on startup (city_key, founded_year desc nulls last, id desc)
    include (status, stage, country, region, name_key, sectors);
drop index startup_name_key_idx;
create index startup_name_key_idx on startup (name_key, id)
    include (founded_year, status, stage, country, region, city_key, sectors);
