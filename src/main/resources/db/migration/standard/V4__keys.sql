-- The keys that were issued. A secret is here as its SHA-256 only. A key that is revoked stays, because the log names it.
-- A contributor's key writes for one partner; when that partner is gone, the key is bound to none and opens nothing.

create table api_key (
    id varchar(64) not null,
    name varchar(200) not null,
    role varchar(16) not null,
    partner uuid,
    hash bytea not null,
    created_at timestamp(3) with time zone not null,
    created_by varchar(64) not null,
    rotated_at timestamp(3) with time zone,
    revoked_at timestamp(3) with time zone,
    constraint api_key_pk primary key (id),
    constraint api_key_partner_fk foreign key (partner) references partner (id) on delete set null,
    constraint api_key_role_ck check (role in ('contributor', 'curator', 'admin'))
);
create index api_key_partner_idx on api_key (partner);
