-- The partner that maintains the record of a startup. Startups written before have none: they are the registry's.

alter table startup add column steward uuid;
alter table startup add constraint startup_steward_fk foreign key (steward) references partner (id);
create index startup_steward_idx on startup (steward);
-- A quote inside a text is escaped, so the key itself is found, and only once.
update startup set document = replace(document, ',"summary":', ',"steward":null,"summary":');
update change set document = replace(document, ',"summary":', ',"steward":null,"summary":')
    where resource = 'startups' and document is not null;
