-- Corrections that anybody suggests and curators decide. changes is the merge patch as it was sent; changed is its diff
-- against the version of the record that it was made on, which is null for a new record. client identifies the address or
-- key that sent it until it is decided, by a code that only the node that received it can compute.

create table proposal (
    id varchar(32) not null,
    state varchar(16) not null,
    resource varchar(32) not null,
    record_id varchar(64),
    version integer,
    changes varchar not null,
    changed varchar not null,
    source_url varchar(2048) not null,
    note varchar,
    messages varchar not null,
    client varchar(64),
    created_at timestamp(3) with time zone not null,
    created_by varchar(64),
    decided_at timestamp(3) with time zone,
    decided_by varchar(64),
    revision bigint,
    constraint proposal_pk primary key (id),
    constraint proposal_state_ck check (state = any (array['open', 'asked', 'accepted', 'declined']))
);
create index proposal_created_at_idx on proposal (created_at);
create index proposal_state_idx on proposal (state, created_at);
create index proposal_client_idx on proposal (client);
create index proposal_record_id_idx on proposal (record_id);
