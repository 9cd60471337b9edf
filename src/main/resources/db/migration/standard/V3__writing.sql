-- What the log tells of a write beside the record: what changed in it, whose key wrote it, and where a merged record went.

alter table change add column changed varchar default '[]' not null;
alter table change add column written_by varchar(64);
alter table change add column merged_into varchar(64);
drop index change_record_idx;
alter table change add constraint change_version_uk unique (resource, record_id, version);

-- Names that lead to a record no longer: the slugs it had before, and the ids and slugs of records that are gone. None is
-- ever given again. record_id is where the name leads now: to a record, or, when it is null, to nothing since the revision.
create table former_name (
    resource varchar(32) not null,
    name varchar(200) not null,
    record_id varchar(64),
    revision bigint not null,
    constraint former_name_pk primary key (resource, name)
);
create index former_name_record_idx on former_name (resource, record_id);
