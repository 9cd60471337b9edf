-- Spreadsheets: what finds a record again whose name is written differently, and the jobs that read them in.

-- match_key: the name without accents, case, punctuation and legal forms; rough_key: also without vowels and doubled
-- letters. A migration in Java (record.NameKeysMigration) fills both for the records that are there.
alter table vocabulary add column match_key bytea;
alter table vocabulary add column rough_key bytea;
create index vocabulary_rough_key_idx on vocabulary (rough_key);
alter table country add column match_key bytea;
alter table country add column rough_key bytea;
alter table partner add column match_key bytea;
alter table partner add column rough_key bytea;
create index partner_rough_key_idx on partner (rough_key);
alter table site add column match_key bytea;
alter table site add column rough_key bytea;
create index site_rough_key_idx on site (rough_key);
alter table program add column match_key bytea;
alter table program add column rough_key bytea;
create index program_rough_key_idx on program (rough_key);
alter table startup add column match_key bytea;
alter table startup add column rough_key bytea;
create index startup_rough_key_idx on startup (rough_key);
alter table participation add column match_key bytea;
alter table participation add column rough_key bytea;
create index participation_rough_key_idx on participation (rough_key);
alter table agreement add column match_key bytea;
alter table agreement add column rough_key bytea;
create index agreement_rough_key_idx on agreement (rough_key);
alter table funding_round add column match_key bytea;
alter table funding_round add column rough_key bytea;
create index funding_round_rough_key_idx on funding_round (rough_key);
alter table indicator add column match_key bytea;
alter table indicator add column rough_key bytea;
create index indicator_rough_key_idx on indicator (rough_key);

-- A file that is read in. bytes_read and the rows are told in the transaction that writes the rows, so that a job that is
-- taken up again goes on where it stopped. node is the process that works on it, and beat_at when it was last seen.
create table import_job (
    id uuid not null,
    resource varchar(32) not null,
    state varchar(16) not null,
    dry boolean not null,
    mode varchar(16) not null,
    on_error varchar(16) not null,
    charset varchar(64),
    delimiter varchar(8),
    mapping varchar,
    written_by varchar(64) not null,
    idempotency_key varchar(255),
    sha256 varchar(64) not null,
    node uuid not null,
    beat_at timestamp(3) with time zone not null,
    created_at timestamp(3) with time zone not null,
    started_at timestamp(3) with time zone,
    ended_at timestamp(3) with time zone,
    bytes_total bigint not null,
    bytes_read bigint not null,
    rows_read bigint not null,
    rows_created bigint not null,
    rows_updated bigint not null,
    rows_unchanged bigint not null,
    rows_refused bigint not null,
    detection varchar,
    problem varchar,
    constraint import_job_pk primary key (id),
    constraint import_job_idempotency_uk unique (written_by, resource, idempotency_key),
    constraint import_job_state_ck check (state in ('queued', 'running', 'done', 'stopped', 'failed'))
);
create index import_job_created_at_idx on import_job (created_at);

-- What the report tells of a row: why it was refused, what it changed, what it may be a double of.
create table import_finding (
    job uuid not null,
    row_no bigint not null,
    position integer not null,
    kind varchar(32) not null,
    document varchar not null,
    constraint import_finding_pk primary key (job, row_no, position),
    constraint import_finding_job_fk foreign key (job) references import_job (id) on delete cascade
);
