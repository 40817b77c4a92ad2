-- A notice of a limit is written as facts when its mark is reached, and put into words when it goes (ADR 0013).
alter table notice alter column subject drop not null;
alter table notice alter column body_text drop not null;
alter table notice alter column body_html drop not null;
alter table notice add column deadline_id bigint;    -- of a reminder or report: the limit it is about,
alter table notice add column level smallint;       -- the level that was reached; 0: a reminder
alter table notice add column agency_code text;     -- who answered for it; '': 1022
alter table notice add column due_at timestamptz;   -- the limit as it stood
alter table notice add column rule text;            -- the row of the ladder by which this person is told

update notice set deadline_id = cast(split_part(key, '|', 3) as bigint),
                  level = cast(substr(split_part(key, '|', 4), 2) as smallint)
 where kind in ('reminder', 'breach');

-- What waited to go with others keeps the words it has.
update notice set state = 'pending' where state = 'gathered';
drop index notice_gathered;
drop index notice_unsent;                            -- nobody asks for it
create index notice_waiting on notice (recipient) where state in ('pending', 'sending') and digest is null;

-- One row for each person whose notices a delivery looks after.
drop table digest_window;
create table notice_window (
    id              bigint      generated always as identity primary key,
    recipient       text        not null unique
);
