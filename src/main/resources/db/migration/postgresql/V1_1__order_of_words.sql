-- Ids that are words are ordered by their bytes, as H2 orders them, whatever the collation of the database.
alter table country alter column id type varchar(64) collate "C";
alter table vocabulary alter column id type varchar(64) collate "C";
