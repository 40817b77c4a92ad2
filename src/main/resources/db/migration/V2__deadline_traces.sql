-- A due date can be counted again at any time: with the policy and the calendar it was counted with, and with all that moved it.

-- How limits are counted (CountingPolicy); the policy of the day of the event rules the whole limit.
create table counting_policy (
    valid_from      date        primary key,
    hours_start     text        not null,           -- next_working_moment, next_working_day
    off_day_receipt text        not null,           -- as_received, next_working_day
    event_day       text        not null,           -- not_counted, counted
    day_end         text        not null,           -- close_of_business, same_time
    source          text        not null
);
insert into counting_policy values ('1900-01-01', 'next_working_moment', 'as_received', 'not_counted', 'close_of_business',
    'BLDS 2015 Điều 147, 148; Giả định A-15');

-- A change of the calendar makes a new version of it; the versions before can still be read. 0: as delivered.
create table calendar_change (
    version         bigint      generated always as identity primary key,
    at              timestamptz not null,
    actor           text        not null,
    reason          text        not null,           -- the decision it rests on
    undoes          bigint      unique references calendar_change (version),
    finished_at     timestamptz                     -- every open limit counted again
);

-- A day of the calendar as versions knew it: from "since" on, up to and without "until"; null: still.
alter table calendar_day add column since bigint not null default 0;
alter table calendar_day add column until bigint;
alter table calendar_day drop constraint calendar_day_pkey;
alter table calendar_day add primary key (day, since);
create unique index calendar_day_current on calendar_day (day) where until is null;

alter table deadline add column warn_share double precision not null default 0.75;
alter table deadline add column calendar_version bigint not null default 0;
alter table deadline add column rule text;          -- the row of the table that set it: handling-deadline#rule_urgent, version 1
-- A case's file shows its ended limits, too.
drop index deadline_petition;
create index deadline_petition on deadline (petition_code);
create index deadline_open on deadline (calendar_version, id) where ended_at is null;

-- What moved a due date, in order; append-only. The start itself is in "deadline".
create table deadline_move (
    deadline_id     bigint      not null references deadline (id),
    n               smallint    not null,
    at              timestamptz not null,
    kind            text        not null check (kind in ('paused', 'resumed', 'extended', 'recalculated')),
    actor           text        not null,
    reason          text        not null,
    extended_to     timestamptz,
    warn_at         timestamptz not null,           -- after the move
    due_at          timestamptz not null,
    calendar_version bigint     not null,
    primary key (deadline_id, n)
);
create rule deadline_move_no_update as on update to deadline_move do instead nothing;
create rule deadline_move_no_delete as on delete to deadline_move do instead nothing;
create index deadline_move_calendar on deadline_move (calendar_version) where kind = 'recalculated';

-- A letter to staff may be about many cases.
alter table notice alter column petition_code drop not null;
