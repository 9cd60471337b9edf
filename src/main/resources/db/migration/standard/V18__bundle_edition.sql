-- The edition of each part of the bundle that the database has. A database from before has the first one, and the
-- ecosystem only if it was loaded, which its first startup shows.

create table bundle_edition (
    part varchar(20) not null,
    edition integer not null,
    constraint bundle_edition_pk primary key (part)
);
insert into bundle_edition (part, edition) select 'reference', 1 from log_head where revision > 0;
insert into bundle_edition (part, edition) select 'ecosystem', 1 from change
    where resource = 'startups' and record_id = '01a205b3-d000-7d3d-b08b-afd0dc0cc908' and version = 1;
