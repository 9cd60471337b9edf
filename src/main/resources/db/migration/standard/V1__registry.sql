-- The registry: a table for each resource, one for each list inside its records, and the log of all writes.
--
-- Columns are what requests can ask for; a record's JSON stands whole in its document. By type: a text is its folded
-- key (x_key), a partial date its first and last day (x_first, x_last), an object its parts (x_part), a list a table of
-- its own (owner and item, or owner, position and the parts).

-- The log

create table log_head (
    id integer not null,
    revision bigint not null,
    at timestamp(3) with time zone not null,
    origin uuid,
    constraint log_head_pk primary key (id),
    constraint log_head_one_row_ck check (id = 1)
);
insert into log_head (id, revision, at) values (1, 0, timestamp with time zone '1970-01-01 00:00:00+00:00');

create table change (
    revision bigint not null,
    at timestamp(3) with time zone not null,
    op varchar(16) not null,
    resource varchar(32) not null,
    record_id varchar(64) not null,
    version integer not null,
    document varchar,
    constraint change_pk primary key (revision)
);
create index change_at_idx on change (at, revision);
create index change_record_idx on change (resource, record_id, revision);

-- Vocabularies

create table vocabulary (
    id varchar(64) not null,
    slug varchar(200) not null,
    version integer not null,
    name_key bytea not null,
    notes_key bytea,
    created_at timestamp(3) with time zone not null,
    updated_at timestamp(3) with time zone not null,
    document varchar not null,
    constraint vocabulary_pk primary key (id),
    constraint vocabulary_slug_uk unique (slug)
);
create index vocabulary_name_key_idx on vocabulary (name_key, id);
create index vocabulary_created_at_idx on vocabulary (created_at, id);
create index vocabulary_updated_at_idx on vocabulary (updated_at, id);
create table vocabulary_other_names (
    owner varchar(64) not null,
    position integer not null,
    name_key bytea,
    lang varchar(200),
    kind varchar(64),
    constraint vocabulary_other_names_pk primary key (owner, position),
    constraint vocabulary_other_names_owner_fk foreign key (owner) references vocabulary (id)
);
create index vocabulary_other_names_name_key_idx on vocabulary_other_names (name_key, owner);
create table vocabulary_terms (
    owner varchar(64) not null,
    position integer not null,
    code varchar(200),
    parent varchar(200),
    constraint vocabulary_terms_pk primary key (owner, position),
    constraint vocabulary_terms_owner_fk foreign key (owner) references vocabulary (id)
);
create table vocabulary_provenance (
    owner varchar(64) not null,
    position integer not null,
    field varchar(200),
    value_key bytea,
    used boolean,
    publisher_key bytea,
    url_key bytea,
    published_first date,
    published_last date,
    seen_first date,
    seen_last date,
    confidence varchar(64),
    note_key bytea,
    constraint vocabulary_provenance_pk primary key (owner, position),
    constraint vocabulary_provenance_owner_fk foreign key (owner) references vocabulary (id)
);

-- Countries

create table country (
    id varchar(64) not null,
    slug varchar(200) not null,
    version integer not null,
    name_key bytea not null,
    names_fr_key bytea,
    names_ar_key bytea,
    names_en_key bytea,
    alpha3 varchar(200),
    numeric varchar(200),
    region varchar(64),
    subregion varchar(64),
    intermediate_region varchar(64),
    capital_key bytea,
    point_lat numeric(24, 6),
    point_lon numeric(24, 6),
    notes_key bytea,
    created_at timestamp(3) with time zone not null,
    updated_at timestamp(3) with time zone not null,
    document varchar not null,
    constraint country_pk primary key (id),
    constraint country_slug_uk unique (slug)
);
create index country_name_key_idx on country (name_key, id);
create index country_created_at_idx on country (created_at, id);
create index country_updated_at_idx on country (updated_at, id);
create index country_region_idx on country (region);
create index country_subregion_idx on country (subregion);
create index country_intermediate_region_idx on country (intermediate_region);
create index country_capital_key_idx on country (capital_key);
create table country_other_names (
    owner varchar(64) not null,
    position integer not null,
    name_key bytea,
    lang varchar(200),
    kind varchar(64),
    constraint country_other_names_pk primary key (owner, position),
    constraint country_other_names_owner_fk foreign key (owner) references country (id)
);
create index country_other_names_name_key_idx on country_other_names (name_key, owner);
create table country_currencies (
    owner varchar(64) not null,
    item varchar(200) not null,
    constraint country_currencies_pk primary key (owner, item),
    constraint country_currencies_owner_fk foreign key (owner) references country (id)
);
create index country_currencies_item_idx on country_currencies (item, owner);
create table country_languages (
    owner varchar(64) not null,
    item varchar(200) not null,
    constraint country_languages_pk primary key (owner, item),
    constraint country_languages_owner_fk foreign key (owner) references country (id)
);
create index country_languages_item_idx on country_languages (item, owner);
create table country_calling_codes (
    owner varchar(64) not null,
    item varchar(200) not null,
    constraint country_calling_codes_pk primary key (owner, item),
    constraint country_calling_codes_owner_fk foreign key (owner) references country (id)
);
create index country_calling_codes_item_idx on country_calling_codes (item, owner);
create table country_provenance (
    owner varchar(64) not null,
    position integer not null,
    field varchar(200),
    value_key bytea,
    used boolean,
    publisher_key bytea,
    url_key bytea,
    published_first date,
    published_last date,
    seen_first date,
    seen_last date,
    confidence varchar(64),
    note_key bytea,
    constraint country_provenance_pk primary key (owner, position),
    constraint country_provenance_owner_fk foreign key (owner) references country (id)
);

-- Partners

create table partner (
    id uuid not null,
    slug varchar(200) not null,
    version integer not null,
    name_key bytea not null,
    country varchar(2),
    city_key bytea,
    summary_fr_key bytea,
    summary_ar_key bytea,
    summary_en_key bytea,
    website_key bytea,
    external_ids_ror varchar(200),
    external_ids_wikidata varchar(200),
    external_ids_ice varchar(200),
    external_ids_isni varchar(200),
    external_ids_fundref varchar(200),
    notes_key bytea,
    created_at timestamp(3) with time zone not null,
    updated_at timestamp(3) with time zone not null,
    document varchar not null,
    constraint partner_pk primary key (id),
    constraint partner_slug_uk unique (slug)
);
create index partner_name_key_idx on partner (name_key, id);
create index partner_created_at_idx on partner (created_at, id);
create index partner_updated_at_idx on partner (updated_at, id);
create index partner_country_idx on partner (country);
create index partner_city_key_idx on partner (city_key);
create index partner_external_ids_ror_idx on partner (external_ids_ror);
create index partner_external_ids_wikidata_idx on partner (external_ids_wikidata);
create index partner_external_ids_ice_idx on partner (external_ids_ice);
create index partner_external_ids_isni_idx on partner (external_ids_isni);
create index partner_external_ids_fundref_idx on partner (external_ids_fundref);
create table partner_other_names (
    owner uuid not null,
    position integer not null,
    name_key bytea,
    lang varchar(200),
    kind varchar(64),
    constraint partner_other_names_pk primary key (owner, position),
    constraint partner_other_names_owner_fk foreign key (owner) references partner (id)
);
create index partner_other_names_name_key_idx on partner_other_names (name_key, owner);
create table partner_types (
    owner uuid not null,
    item varchar(64) not null,
    constraint partner_types_pk primary key (owner, item),
    constraint partner_types_owner_fk foreign key (owner) references partner (id)
);
create index partner_types_item_idx on partner_types (item, owner);
create table partner_sectors (
    owner uuid not null,
    item varchar(64) not null,
    constraint partner_sectors_pk primary key (owner, item),
    constraint partner_sectors_owner_fk foreign key (owner) references partner (id)
);
create index partner_sectors_item_idx on partner_sectors (item, owner);
create table partner_presences (
    owner uuid not null,
    position integer not null,
    country varchar(2),
    city_key bytea,
    kind varchar(64),
    since_first date,
    since_last date,
    constraint partner_presences_pk primary key (owner, position),
    constraint partner_presences_owner_fk foreign key (owner) references partner (id)
);
create index partner_presences_country_idx on partner_presences (country, owner);
create index partner_presences_kind_idx on partner_presences (kind, owner);
create table partner_provenance (
    owner uuid not null,
    position integer not null,
    field varchar(200),
    value_key bytea,
    used boolean,
    publisher_key bytea,
    url_key bytea,
    published_first date,
    published_last date,
    seen_first date,
    seen_last date,
    confidence varchar(64),
    note_key bytea,
    constraint partner_provenance_pk primary key (owner, position),
    constraint partner_provenance_owner_fk foreign key (owner) references partner (id)
);

-- Sites

create table site (
    id uuid not null,
    slug varchar(200) not null,
    version integer not null,
    name_key bytea not null,
    operator_partner uuid,
    operator_name_key bytea,
    city_key bytea,
    region varchar(64),
    country varchar(2),
    status varchar(64),
    opened_first date,
    opened_last date,
    capacity integer,
    point_lat numeric(24, 6),
    point_lon numeric(24, 6),
    notes_key bytea,
    created_at timestamp(3) with time zone not null,
    updated_at timestamp(3) with time zone not null,
    document varchar not null,
    constraint site_pk primary key (id),
    constraint site_slug_uk unique (slug)
);
create index site_name_key_idx on site (name_key, id);
create index site_created_at_idx on site (created_at, id);
create index site_updated_at_idx on site (updated_at, id);
create index site_opened_first_idx on site (opened_first, id);
create index site_opened_first_desc_idx on site (opened_first desc nulls last, id desc);
create index site_operator_partner_idx on site (operator_partner);
create index site_city_key_idx on site (city_key);
create index site_region_idx on site (region);
create index site_country_idx on site (country);
create index site_status_idx on site (status);
create table site_other_names (
    owner uuid not null,
    position integer not null,
    name_key bytea,
    lang varchar(200),
    kind varchar(64),
    constraint site_other_names_pk primary key (owner, position),
    constraint site_other_names_owner_fk foreign key (owner) references site (id)
);
create index site_other_names_name_key_idx on site_other_names (name_key, owner);
create table site_provenance (
    owner uuid not null,
    position integer not null,
    field varchar(200),
    value_key bytea,
    used boolean,
    publisher_key bytea,
    url_key bytea,
    published_first date,
    published_last date,
    seen_first date,
    seen_last date,
    confidence varchar(64),
    note_key bytea,
    constraint site_provenance_pk primary key (owner, position),
    constraint site_provenance_owner_fk foreign key (owner) references site (id)
);

-- Programs

create table program (
    id uuid not null,
    slug varchar(200) not null,
    version integer not null,
    name_key bytea not null,
    type varchar(64),
    summary_fr_key bytea,
    summary_ar_key bytea,
    summary_en_key bytea,
    status varchar(64),
    started_first date,
    started_last date,
    eligibility_fr_key bytea,
    eligibility_ar_key bytea,
    eligibility_en_key bytea,
    ticket_min numeric(24, 6),
    ticket_max numeric(24, 6),
    ticket_currency varchar(200),
    website_key bytea,
    notes_key bytea,
    created_at timestamp(3) with time zone not null,
    updated_at timestamp(3) with time zone not null,
    document varchar not null,
    constraint program_pk primary key (id),
    constraint program_slug_uk unique (slug)
);
create index program_name_key_idx on program (name_key, id);
create index program_created_at_idx on program (created_at, id);
create index program_updated_at_idx on program (updated_at, id);
create index program_started_first_idx on program (started_first, id);
create index program_started_first_desc_idx on program (started_first desc nulls last, id desc);
create index program_type_idx on program (type);
create index program_status_idx on program (status);
create table program_other_names (
    owner uuid not null,
    position integer not null,
    name_key bytea,
    lang varchar(200),
    kind varchar(64),
    constraint program_other_names_pk primary key (owner, position),
    constraint program_other_names_owner_fk foreign key (owner) references program (id)
);
create index program_other_names_name_key_idx on program_other_names (name_key, owner);
create table program_pillars (
    owner uuid not null,
    item varchar(64) not null,
    constraint program_pillars_pk primary key (owner, item),
    constraint program_pillars_owner_fk foreign key (owner) references program (id)
);
create index program_pillars_item_idx on program_pillars (item, owner);
create table program_stages (
    owner uuid not null,
    item varchar(64) not null,
    constraint program_stages_pk primary key (owner, item),
    constraint program_stages_owner_fk foreign key (owner) references program (id)
);
create index program_stages_item_idx on program_stages (item, owner);
create table program_sectors (
    owner uuid not null,
    item varchar(64) not null,
    constraint program_sectors_pk primary key (owner, item),
    constraint program_sectors_owner_fk foreign key (owner) references program (id)
);
create index program_sectors_item_idx on program_sectors (item, owner);
create table program_countries (
    owner uuid not null,
    item varchar(2) not null,
    constraint program_countries_pk primary key (owner, item),
    constraint program_countries_owner_fk foreign key (owner) references program (id)
);
create index program_countries_item_idx on program_countries (item, owner);
create table program_operators (
    owner uuid not null,
    position integer not null,
    partner uuid,
    name_key bytea,
    constraint program_operators_pk primary key (owner, position),
    constraint program_operators_owner_fk foreign key (owner) references program (id)
);
create index program_operators_partner_idx on program_operators (partner, owner);
create index program_operators_name_key_idx on program_operators (name_key, owner);
create table program_editions (
    owner uuid not null,
    position integer not null,
    code varchar(200),
    applications_open_first date,
    applications_open_last date,
    applications_close_first date,
    applications_close_last date,
    start_first date,
    start_last date,
    end_first date,
    end_last date,
    capacity integer,
    constraint program_editions_pk primary key (owner, position),
    constraint program_editions_owner_fk foreign key (owner) references program (id)
);
create table program_provenance (
    owner uuid not null,
    position integer not null,
    field varchar(200),
    value_key bytea,
    used boolean,
    publisher_key bytea,
    url_key bytea,
    published_first date,
    published_last date,
    seen_first date,
    seen_last date,
    confidence varchar(64),
    note_key bytea,
    constraint program_provenance_pk primary key (owner, position),
    constraint program_provenance_owner_fk foreign key (owner) references program (id)
);

-- Startups

create table startup (
    id uuid not null,
    slug varchar(200) not null,
    version integer not null,
    name_key bytea not null,
    summary_fr_key bytea,
    summary_ar_key bytea,
    summary_en_key bytea,
    status varchar(64),
    stage varchar(64),
    founded_first date,
    founded_last date,
    closed_first date,
    closed_last date,
    founded_year integer,
    country varchar(2),
    city_key bytea,
    region varchar(64),
    site uuid,
    diaspora boolean,
    headcount integer,
    website_key bytea,
    external_ids_ror varchar(200),
    external_ids_wikidata varchar(200),
    external_ids_ice varchar(200),
    external_ids_isni varchar(200),
    external_ids_fundref varchar(200),
    notes_key bytea,
    created_at timestamp(3) with time zone not null,
    updated_at timestamp(3) with time zone not null,
    document varchar not null,
    constraint startup_pk primary key (id),
    constraint startup_slug_uk unique (slug)
);
create index startup_name_key_idx on startup (name_key, id);
create index startup_created_at_idx on startup (created_at, id);
create index startup_updated_at_idx on startup (updated_at, id);
create index startup_founded_first_idx on startup (founded_first, id);
create index startup_founded_first_desc_idx on startup (founded_first desc nulls last, id desc);
create index startup_founded_year_idx on startup (founded_year, id);
create index startup_founded_year_desc_idx on startup (founded_year desc nulls last, id desc);
create index startup_status_idx on startup (status);
create index startup_stage_idx on startup (stage);
create index startup_country_idx on startup (country);
create index startup_city_key_idx on startup (city_key);
create index startup_region_idx on startup (region);
create index startup_site_idx on startup (site);
create index startup_external_ids_ror_idx on startup (external_ids_ror);
create index startup_external_ids_wikidata_idx on startup (external_ids_wikidata);
create index startup_external_ids_ice_idx on startup (external_ids_ice);
create index startup_external_ids_isni_idx on startup (external_ids_isni);
create index startup_external_ids_fundref_idx on startup (external_ids_fundref);
create table startup_other_names (
    owner uuid not null,
    position integer not null,
    name_key bytea,
    lang varchar(200),
    kind varchar(64),
    constraint startup_other_names_pk primary key (owner, position),
    constraint startup_other_names_owner_fk foreign key (owner) references startup (id)
);
create index startup_other_names_name_key_idx on startup_other_names (name_key, owner);
create table startup_sectors (
    owner uuid not null,
    item varchar(64) not null,
    constraint startup_sectors_pk primary key (owner, item),
    constraint startup_sectors_owner_fk foreign key (owner) references startup (id)
);
create index startup_sectors_item_idx on startup_sectors (item, owner);
create table startup_technologies (
    owner uuid not null,
    item varchar(64) not null,
    constraint startup_technologies_pk primary key (owner, item),
    constraint startup_technologies_owner_fk foreign key (owner) references startup (id)
);
create index startup_technologies_item_idx on startup_technologies (item, owner);
create table startup_business_models (
    owner uuid not null,
    item varchar(64) not null,
    constraint startup_business_models_pk primary key (owner, item),
    constraint startup_business_models_owner_fk foreign key (owner) references startup (id)
);
create index startup_business_models_item_idx on startup_business_models (item, owner);
create table startup_markets (
    owner uuid not null,
    position integer not null,
    country varchar(2),
    mode varchar(64),
    state varchar(64),
    since_first date,
    since_last date,
    constraint startup_markets_pk primary key (owner, position),
    constraint startup_markets_owner_fk foreign key (owner) references startup (id)
);
create index startup_markets_country_idx on startup_markets (country, owner);
create index startup_markets_mode_idx on startup_markets (mode, owner);
create index startup_markets_state_idx on startup_markets (state, owner);
create table startup_official_labels (
    owner uuid not null,
    item varchar(64) not null,
    constraint startup_official_labels_pk primary key (owner, item),
    constraint startup_official_labels_owner_fk foreign key (owner) references startup (id)
);
create index startup_official_labels_item_idx on startup_official_labels (item, owner);
create table startup_provenance (
    owner uuid not null,
    position integer not null,
    field varchar(200),
    value_key bytea,
    used boolean,
    publisher_key bytea,
    url_key bytea,
    published_first date,
    published_last date,
    seen_first date,
    seen_last date,
    confidence varchar(64),
    note_key bytea,
    constraint startup_provenance_pk primary key (owner, position),
    constraint startup_provenance_owner_fk foreign key (owner) references startup (id)
);

-- Participations

create table participation (
    id uuid not null,
    slug varchar(200) not null,
    version integer not null,
    name_key bytea,
    startup uuid,
    program uuid,
    edition varchar(200),
    state varchar(64),
    outcome varchar(64),
    amount_value numeric(24, 6),
    amount_currency varchar(200),
    amount_qualifier varchar(64),
    from_first date,
    from_last date,
    to_first date,
    to_last date,
    notes_key bytea,
    created_at timestamp(3) with time zone not null,
    updated_at timestamp(3) with time zone not null,
    document varchar not null,
    constraint participation_pk primary key (id),
    constraint participation_slug_uk unique (slug)
);
create index participation_name_key_idx on participation (name_key, id);
create index participation_name_key_desc_idx on participation (name_key desc nulls last, id desc);
create index participation_created_at_idx on participation (created_at, id);
create index participation_updated_at_idx on participation (updated_at, id);
create index participation_from_first_idx on participation (from_first, id);
create index participation_from_first_desc_idx on participation (from_first desc nulls last, id desc);
create index participation_startup_idx on participation (startup);
create index participation_program_idx on participation (program);
create index participation_state_idx on participation (state);
create index participation_outcome_idx on participation (outcome);
create table participation_other_names (
    owner uuid not null,
    position integer not null,
    name_key bytea,
    lang varchar(200),
    kind varchar(64),
    constraint participation_other_names_pk primary key (owner, position),
    constraint participation_other_names_owner_fk foreign key (owner) references participation (id)
);
create index participation_other_names_name_key_idx on participation_other_names (name_key, owner);
create table participation_provenance (
    owner uuid not null,
    position integer not null,
    field varchar(200),
    value_key bytea,
    used boolean,
    publisher_key bytea,
    url_key bytea,
    published_first date,
    published_last date,
    seen_first date,
    seen_last date,
    confidence varchar(64),
    note_key bytea,
    constraint participation_provenance_pk primary key (owner, position),
    constraint participation_provenance_owner_fk foreign key (owner) references participation (id)
);

-- Agreements

create table agreement (
    id uuid not null,
    slug varchar(200) not null,
    version integer not null,
    name_key bytea not null,
    signed_first date,
    signed_last date,
    status varchar(64),
    scope_fr_key bytea,
    scope_ar_key bytea,
    scope_en_key bytea,
    notes_key bytea,
    created_at timestamp(3) with time zone not null,
    updated_at timestamp(3) with time zone not null,
    document varchar not null,
    constraint agreement_pk primary key (id),
    constraint agreement_slug_uk unique (slug)
);
create index agreement_name_key_idx on agreement (name_key, id);
create index agreement_created_at_idx on agreement (created_at, id);
create index agreement_updated_at_idx on agreement (updated_at, id);
create index agreement_signed_first_idx on agreement (signed_first, id);
create index agreement_signed_first_desc_idx on agreement (signed_first desc nulls last, id desc);
create index agreement_status_idx on agreement (status);
create table agreement_other_names (
    owner uuid not null,
    position integer not null,
    name_key bytea,
    lang varchar(200),
    kind varchar(64),
    constraint agreement_other_names_pk primary key (owner, position),
    constraint agreement_other_names_owner_fk foreign key (owner) references agreement (id)
);
create index agreement_other_names_name_key_idx on agreement_other_names (name_key, owner);
create table agreement_parties (
    owner uuid not null,
    position integer not null,
    partner uuid,
    name_key bytea,
    constraint agreement_parties_pk primary key (owner, position),
    constraint agreement_parties_owner_fk foreign key (owner) references agreement (id)
);
create index agreement_parties_partner_idx on agreement_parties (partner, owner);
create index agreement_parties_name_key_idx on agreement_parties (name_key, owner);
create table agreement_supporters (
    owner uuid not null,
    position integer not null,
    partner uuid,
    name_key bytea,
    constraint agreement_supporters_pk primary key (owner, position),
    constraint agreement_supporters_owner_fk foreign key (owner) references agreement (id)
);
create index agreement_supporters_partner_idx on agreement_supporters (partner, owner);
create index agreement_supporters_name_key_idx on agreement_supporters (name_key, owner);
create table agreement_pillars (
    owner uuid not null,
    item varchar(64) not null,
    constraint agreement_pillars_pk primary key (owner, item),
    constraint agreement_pillars_owner_fk foreign key (owner) references agreement (id)
);
create index agreement_pillars_item_idx on agreement_pillars (item, owner);
create table agreement_programs (
    owner uuid not null,
    item uuid not null,
    constraint agreement_programs_pk primary key (owner, item),
    constraint agreement_programs_owner_fk foreign key (owner) references agreement (id)
);
create index agreement_programs_item_idx on agreement_programs (item, owner);
create table agreement_provenance (
    owner uuid not null,
    position integer not null,
    field varchar(200),
    value_key bytea,
    used boolean,
    publisher_key bytea,
    url_key bytea,
    published_first date,
    published_last date,
    seen_first date,
    seen_last date,
    confidence varchar(64),
    note_key bytea,
    constraint agreement_provenance_pk primary key (owner, position),
    constraint agreement_provenance_owner_fk foreign key (owner) references agreement (id)
);

-- Funding rounds

create table funding_round (
    id uuid not null,
    slug varchar(200) not null,
    version integer not null,
    name_key bytea,
    startup uuid,
    type varchar(64),
    class varchar(64),
    amount_value numeric(24, 6),
    amount_currency varchar(200),
    amount_qualifier varchar(64),
    date_first date,
    date_last date,
    notes_key bytea,
    created_at timestamp(3) with time zone not null,
    updated_at timestamp(3) with time zone not null,
    document varchar not null,
    constraint funding_round_pk primary key (id),
    constraint funding_round_slug_uk unique (slug)
);
create index funding_round_name_key_idx on funding_round (name_key, id);
create index funding_round_name_key_desc_idx on funding_round (name_key desc nulls last, id desc);
create index funding_round_created_at_idx on funding_round (created_at, id);
create index funding_round_updated_at_idx on funding_round (updated_at, id);
create index funding_round_amount_value_idx on funding_round (amount_value, id);
create index funding_round_amount_value_desc_idx on funding_round (amount_value desc nulls last, id desc);
create index funding_round_date_first_idx on funding_round (date_first, id);
create index funding_round_date_first_desc_idx on funding_round (date_first desc nulls last, id desc);
create index funding_round_startup_idx on funding_round (startup);
create index funding_round_type_idx on funding_round (type);
create index funding_round_class_idx on funding_round (class);
create table funding_round_other_names (
    owner uuid not null,
    position integer not null,
    name_key bytea,
    lang varchar(200),
    kind varchar(64),
    constraint funding_round_other_names_pk primary key (owner, position),
    constraint funding_round_other_names_owner_fk foreign key (owner) references funding_round (id)
);
create index funding_round_other_names_name_key_idx on funding_round_other_names (name_key, owner);
create table funding_round_investors (
    owner uuid not null,
    position integer not null,
    partner uuid,
    name_key bytea,
    lead boolean,
    constraint funding_round_investors_pk primary key (owner, position),
    constraint funding_round_investors_owner_fk foreign key (owner) references funding_round (id)
);
create index funding_round_investors_partner_idx on funding_round_investors (partner, owner);
create index funding_round_investors_name_key_idx on funding_round_investors (name_key, owner);
create table funding_round_provenance (
    owner uuid not null,
    position integer not null,
    field varchar(200),
    value_key bytea,
    used boolean,
    publisher_key bytea,
    url_key bytea,
    published_first date,
    published_last date,
    seen_first date,
    seen_last date,
    confidence varchar(64),
    note_key bytea,
    constraint funding_round_provenance_pk primary key (owner, position),
    constraint funding_round_provenance_owner_fk foreign key (owner) references funding_round (id)
);

-- Indicators

create table indicator (
    id uuid not null,
    slug varchar(200) not null,
    version integer not null,
    name_key bytea not null,
    unit_key bytea,
    baseline_value numeric(24, 6),
    baseline_period_first date,
    baseline_period_last date,
    notes_key bytea,
    created_at timestamp(3) with time zone not null,
    updated_at timestamp(3) with time zone not null,
    document varchar not null,
    constraint indicator_pk primary key (id),
    constraint indicator_slug_uk unique (slug)
);
create index indicator_name_key_idx on indicator (name_key, id);
create index indicator_created_at_idx on indicator (created_at, id);
create index indicator_updated_at_idx on indicator (updated_at, id);
create index indicator_unit_key_idx on indicator (unit_key);
create table indicator_other_names (
    owner uuid not null,
    position integer not null,
    name_key bytea,
    lang varchar(200),
    kind varchar(64),
    constraint indicator_other_names_pk primary key (owner, position),
    constraint indicator_other_names_owner_fk foreign key (owner) references indicator (id)
);
create index indicator_other_names_name_key_idx on indicator_other_names (name_key, owner);
create table indicator_targets (
    owner uuid not null,
    position integer not null,
    value numeric(24, 6),
    upper numeric(24, 6),
    period_first date,
    period_last date,
    publisher_key bytea,
    url_key bytea,
    note_key bytea,
    constraint indicator_targets_pk primary key (owner, position),
    constraint indicator_targets_owner_fk foreign key (owner) references indicator (id)
);
create table indicator_observations (
    owner uuid not null,
    position integer not null,
    period_first date,
    period_last date,
    value numeric(24, 6),
    upper numeric(24, 6),
    unit_key bytea,
    publisher_key bytea,
    url_key bytea,
    method_key bytea,
    note_key bytea,
    constraint indicator_observations_pk primary key (owner, position),
    constraint indicator_observations_owner_fk foreign key (owner) references indicator (id)
);
create table indicator_provenance (
    owner uuid not null,
    position integer not null,
    field varchar(200),
    value_key bytea,
    used boolean,
    publisher_key bytea,
    url_key bytea,
    published_first date,
    published_last date,
    seen_first date,
    seen_last date,
    confidence varchar(64),
    note_key bytea,
    constraint indicator_provenance_pk primary key (owner, position),
    constraint indicator_provenance_owner_fk foreign key (owner) references indicator (id)
);

-- References between records

alter table partner add constraint partner_country_fk foreign key (country) references country (id);
alter table partner_presences add constraint partner_presences_country_fk foreign key (country) references country (id);
alter table site add constraint site_operator_partner_fk foreign key (operator_partner) references partner (id);
alter table site add constraint site_country_fk foreign key (country) references country (id);
alter table program_countries add constraint program_countries_item_fk foreign key (item) references country (id);
alter table program_operators add constraint program_operators_partner_fk foreign key (partner) references partner (id);
alter table startup add constraint startup_country_fk foreign key (country) references country (id);
alter table startup add constraint startup_site_fk foreign key (site) references site (id);
alter table startup_markets add constraint startup_markets_country_fk foreign key (country) references country (id);
alter table participation add constraint participation_startup_fk foreign key (startup) references startup (id);
alter table participation add constraint participation_program_fk foreign key (program) references program (id);
alter table agreement_parties add constraint agreement_parties_partner_fk foreign key (partner) references partner (id);
alter table agreement_supporters add constraint agreement_supporters_partner_fk foreign key (partner) references partner (id);
alter table agreement_programs add constraint agreement_programs_item_fk foreign key (item) references program (id);
alter table funding_round add constraint funding_round_startup_fk foreign key (startup) references startup (id);
alter table funding_round_investors add constraint funding_round_investors_partner_fk foreign key (partner) references partner (id);
