-- Words that identify records are ordered by their bytes, as H2 orders them, whatever the collation of the database.

alter table country alter column id type varchar(64) collate "C";
alter table vocabulary alter column id type varchar(64) collate "C";
alter table agreement alter column slug type varchar(200) collate "C";
alter table country alter column slug type varchar(200) collate "C";
alter table funding_round alter column slug type varchar(200) collate "C";
alter table indicator alter column slug type varchar(200) collate "C";
alter table participation alter column slug type varchar(200) collate "C";
alter table partner alter column slug type varchar(200) collate "C";
alter table program alter column slug type varchar(200) collate "C";
alter table site alter column slug type varchar(200) collate "C";
alter table startup alter column slug type varchar(200) collate "C";
alter table vocabulary alter column slug type varchar(200) collate "C";
