-- The feed of one resource is read behind a revision, in the order of revisions.

create index change_resource_idx on change (resource, revision);
