-- Doubles come minutes apart, before anybody has decided on a field: until then the proposed one counts.
alter table petition add column proposed_field text;
drop index petition_recent;
create index petition_recent on petition (coalesce(field, proposed_field), received_at) where closed_at is null;
