-- Whether a cell that is not understood refuses its row. The jobs of before refused them.
alter table import_job add column strict boolean default true not null;
