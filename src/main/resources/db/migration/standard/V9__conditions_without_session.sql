-- H2 2.4.240 compares a column with a list of constants ("in (…)", or equalities joined by "or") by the session that made
-- the condition, and refuses every row once that session is closed, as a pool closes it. An array is compared without one.

alter table api_key drop constraint api_key_role_ck;
alter table api_key add constraint api_key_role_ck
    check (role = any (array['contributor', 'curator', 'admin']));

alter table import_job drop constraint import_job_state_ck;
alter table import_job add constraint import_job_state_ck
    check (state = any (array['queued', 'running', 'done', 'stopped', 'failed']));
