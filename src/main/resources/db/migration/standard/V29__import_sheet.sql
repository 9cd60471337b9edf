-- The sheet of a workbook that an import reads, by name or number; null for the first one with known columns.

alter table import_job add column sheet varchar;
