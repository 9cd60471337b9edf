-- Whether the repeated data is what the product would have written; every figure but the first must be 0.
\set ON_ERROR_STOP on
select
    (select count(*) from startup) as startups,
    (select count(*) from startup where document::json ->> 'id' <> id::text or document::json ->> 'slug' <> slug
        or document::json ->> 'country' is distinct from country::text
        or (document::json ->> 'founded_year')::integer is distinct from founded_year
        or (document::json ->> 'created_at')::timestamptz <> created_at) as documents_unlike_their_columns,
    (select count(*) from startup s left join change c on c.resource = 'startups' and c.record_id = s.id::text
        where c.document is distinct from s.document) as documents_unlike_their_change,
    (select count(*) from startup where array(select json_array_elements_text(document::json -> 'sectors'))::varchar[]
        <> coalesce(sectors, '{}')) as sectors_unlike_the_document,
    (select max(revision) - count(*) from change) as gaps_in_the_log,
    (select h.revision - max(c.revision) from log_head h, change c group by h.revision) as head_behind_the_log,
    (select count(*) from (select at < lag(at) over (order by revision) as back from change) t where back)
        as changes_before_their_predecessor;
