-- Repeats the startups of the corpus, with suffixes, until the table has :rows rows, and leaves the data as if the
-- product had written every one of them: row, lists, document, change, revision. Columns are taken from the catalogue,
-- so that a new one needs no change here unless the copies must differ in it.
--
--   psql -v rows=1000000 -f multiply.sql

\set ON_ERROR_STOP on
\set QUIET on
begin;
select set_config('bench.rows', :'rows', true) \g /dev/null

-- The copies refer to what the originals refer to; checking that again row by row would take longer than all else.
set local session_replication_role = replica;
set local work_mem = '256MB';
set local maintenance_work_mem = '1GB';

create temp table tables on commit drop as
    select c.oid::regclass::text as name
    from pg_class c
    where c.relname in ('startup', 'change')
       or c.oid in (select conrelid from pg_constraint where confrelid = 'startup'::regclass and contype = 'f'
                    and conname like 'startup\_%\_owner\_fk');

-- Indexes are made again at the end, at once; the keys stay.
create temp table indexes on commit drop as
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i
    where i.indrelid::regclass::text in (select name from tables)
      and not exists (select from pg_constraint where conindid = i.indexrelid);

-- One time for all copies: not before the last change, as the log wants it.
create temp table load on commit drop as
    select at + interval '1 second' as at,
           to_char((at + interval '1 second') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as text,
           revision
    from log_head;

-- New ids are UUIDs of version 7 in the order of the rows, as a product that inserts them one by one gives them.
create temp table copy on commit drop as
    with numbered as (
        select s.id as source, c.revision as source_revision, n, s.slug,
               row_number() over (order by n, c.revision) as position
        from startup s
        join change c on c.resource = 'startups' and c.record_id = s.id::text
        cross join generate_series(2, ceil(current_setting('bench.rows')::numeric / 35000)::integer + 1) n
        where s.external_ids_ror is not null)
    select source, source_revision, position, n,
           (overlay(overlay(lpad(to_hex((extract(epoch from load.at) * 1000)::bigint + position), 12, '0')
                   || md5(source::text || n) placing '7' from 13) placing '8' from 17)::char(32))::uuid as id,
           slug || '-' || n as slug,
           ' ' || n as suffix
    from numbered, load
    where position <= current_setting('bench.rows')::bigint - (select count(*) from startup);
alter table copy add primary key (source, n);
analyze copy;

do $$
declare
    item record;

    -- Columns of a table and what a copy has in them: the given expressions, else what the original has.
    names text;
    expressions text;

    copied text := $sql$
        '{"id":"' || k.id || '","slug":"' || k.slug
        || substr(s.document, length('{"id":"","slug":"') + 37 + length(s.slug),
                  strpos(s.document, '","other_names":') - (length('{"id":"","slug":"') + 37 + length(s.slug)))
        || k.suffix
        || substr(s.document, strpos(s.document, '","other_names":'),
                  strpos(s.document, ',"created_at":"') - strpos(s.document, '","other_names":'))
        || ',"created_at":"' || l.text || '","updated_at":"' || l.text || '"}'
    $sql$;
    overrides jsonb := jsonb_build_object(
        'startup', jsonb_build_object(
            'id', 'k.id', 'slug', 'k.slug', 'version', '1',
            'name_key', 's.name_key || convert_to(k.suffix, ''UTF8'')',
            'match_key', 's.match_key || convert_to(trim(k.suffix), ''UTF8'')',
            'rough_key', 's.rough_key || convert_to(trim(k.suffix), ''UTF8'')',
            'created_at', 'l.at', 'updated_at', 'l.at', 'document', copied),
        'change', jsonb_build_object(
            'revision', 'l.revision + k.position', 'at', 'l.at', 'record_id', 'k.id::text', 'document', copied));
begin
    if exists (select from startup where document !~ '","other_names":.*,"created_at":"[^"]*","updated_at":"[^"]*"}$'
               or document not like '{"id":"' || id || '","slug":"' || slug || '",%') then
        raise 'documents have another form than this script knows';
    end if;

    for item in select name from indexes loop
        execute 'drop index ' || item.name;
    end loop;

    for item in select name from tables loop
        select string_agg(quote_ident(attname), ', ' order by attnum),
               string_agg(coalesce(
                       overrides -> item.name ->> attname,
                       case when attname = 'owner' then 'k.id' else 's.' || quote_ident(attname) end),
                   ', ' order by attnum)
        into names, expressions
        from pg_attribute
        where attrelid = item.name::regclass and attnum > 0 and not attisdropped and attgenerated = '';
        if item.name = 'change' then
            -- The change of the original has its slug in the document only.
            expressions := replace(expressions, 's.slug', 'o.slug');
            execute format('insert into change (%s) select %s from copy k
                    join change s on s.revision = k.source_revision join startup o on o.id = k.source, load l
                    order by k.position', names, expressions);
        else
            execute format('insert into %1$I (%2$s) select %3$s from copy k join %1$I s on s.%4$I = k.source, load l
                    order by k.position',
                    item.name, names, expressions, case when item.name = 'startup' then 'id' else 'owner' end);
        end if;
    end loop;

    update log_head set revision = (select max(revision) from change), at = (select at from load);

    for item in select definition from indexes loop
        execute item.definition;
    end loop;
end $$;
commit;
vacuum (analyze);
