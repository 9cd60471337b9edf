-- Whether names alone identify the records of a file, and what happens to a value that differs from the stored one.

alter table import_job add column match_by_name boolean default false not null;
alter table import_job add column conflict varchar(16) default 'overwrite' not null;

-- The sheet of a workbook, by name or number; null for the first one with known columns.

alter table import_job add column sheet varchar;

-- Whether a cell that is not understood refuses its row. The jobs of before refused them.

alter table import_job add column strict boolean default true not null;

-- Where the values of the file are from, as far as the request says so.

alter table import_job add column source varchar;
alter table import_job add column source_url varchar;
alter table import_job add column source_date varchar;
alter table import_job add column confidence varchar;
