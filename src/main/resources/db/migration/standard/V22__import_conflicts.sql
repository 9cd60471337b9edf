-- Whether names alone identify the records of a file, and what happens to a value that differs from the stored one.

alter table import_job add column match_by_name boolean default false not null;
alter table import_job add column conflict varchar(16) default 'overwrite' not null;
