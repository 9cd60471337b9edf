-- Lists of plain words move from tables of their own into columns of their records, where one index reads them together
-- with what else is asked; null stands for none.

alter table country add column currencies varchar(200) array;
update country set currencies = (select array_agg(item order by item) from country_currencies where owner = country.id);
drop table country_currencies;

alter table country add column languages varchar(200) array;
update country set languages = (select array_agg(item order by item) from country_languages where owner = country.id);
drop table country_languages;

alter table country add column calling_codes varchar(200) array;
update country set calling_codes = (select array_agg(item order by item) from country_calling_codes where owner = country.id);
drop table country_calling_codes;

alter table partner add column types varchar(64) array;
update partner set types = (select array_agg(item order by item) from partner_types where owner = partner.id);
drop table partner_types;

alter table partner add column sectors varchar(64) array;
update partner set sectors = (select array_agg(item order by item) from partner_sectors where owner = partner.id);
drop table partner_sectors;

alter table program add column pillars varchar(64) array;
update program set pillars = (select array_agg(item order by item) from program_pillars where owner = program.id);
drop table program_pillars;

alter table program add column stages varchar(64) array;
update program set stages = (select array_agg(item order by item) from program_stages where owner = program.id);
drop table program_stages;

alter table program add column sectors varchar(64) array;
update program set sectors = (select array_agg(item order by item) from program_sectors where owner = program.id);
drop table program_sectors;

alter table startup add column sectors varchar(64) array;
update startup set sectors = (select array_agg(item order by item) from startup_sectors where owner = startup.id);
drop table startup_sectors;

alter table startup add column technologies varchar(64) array;
update startup set technologies = (select array_agg(item order by item) from startup_technologies where owner = startup.id);
drop table startup_technologies;

alter table startup add column business_models varchar(64) array;
update startup set business_models = (select array_agg(item order by item) from startup_business_models where owner = startup.id);
drop table startup_business_models;

alter table startup add column official_labels varchar(64) array;
update startup set official_labels = (select array_agg(item order by item) from startup_official_labels where owner = startup.id);
drop table startup_official_labels;

alter table agreement add column pillars varchar(64) array;
update agreement set pillars = (select array_agg(item order by item) from agreement_pillars where owner = agreement.id);
drop table agreement_pillars;
