-- Writes that clients may try again, each for a day, and the version of the record that they made.

create table idempotent_write (
    written_by varchar(64) not null,
    path varchar(400) not null,
    name varchar(255) not null,
    body_hash varchar(64) not null,
    created_at timestamp(3) with time zone not null,
    record_id varchar(64),
    version integer,
    constraint idempotent_write_pk primary key (written_by, path, name)
);
create index idempotent_write_created_at_idx on idempotent_write (created_at);
