-- Redaction finds what import reports copied by the record that the values are of. A refused row of a record that was
-- never created has none. Report rows that exist already are found as far as they name their record.

alter table import_finding add column record_id varchar(64);
update import_finding
    set record_id = substring(document from position('"id":"' in document) + 6
        for position('"' in substring(document from position('"id":"' in document) + 6)) - 1)
    where kind = 'changed' and position('"id":"' in document) > 0;
-- Of a possible duplicate, the report repeats the name of the record that was there.
update import_finding
    set record_id = substring(document from position('"like":{"id":"' in document) + 14
        for position('"' in substring(document from position('"like":{"id":"' in document) + 14)) - 1)
    where kind = 'possible_duplicate' and position('"like":{"id":"' in document) > 0;
create index import_finding_record_idx on import_finding (record_id);

-- The report of a job can be deleted before the job is.
alter table import_job add column report_deleted_at timestamp(3) with time zone;

-- A redaction that is sent again is answered with what the first one reached.
alter table idempotent_write add column redaction varchar;
create index idempotent_write_record_idx on idempotent_write (record_id);
