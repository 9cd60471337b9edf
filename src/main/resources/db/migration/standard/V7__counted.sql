-- The list in the registry that an indicator counts. Indicators written before have none, and say so.

alter table indicator add column counted_resource varchar(200);
alter table indicator add column counted_filters varchar(200);
-- A quote inside a text is escaped, so the key itself is found, and only once.
update indicator set document = replace(document, ',"notes":', ',"counted":null,"notes":');
update change set document = replace(document, ',"notes":', ',"counted":null,"notes":')
    where resource = 'indicators' and document is not null;
