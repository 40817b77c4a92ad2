-- Each time a promised day had passed somebody asked what became of it (Giả định A-52, A-72): counted for the agency that had promised.
create table plan_check (
    petition_code   text        not null references petition (code),
    round           smallint    not null,
    planned_until   date        not null,           -- the day that had been promised
    agency_code     text        not null,           -- '': 1022 itself
    outcome         text        not null check (outcome in ('done', 'postponed', 'reopened')),
    checked_by      text        not null,
    checked_at      timestamptz not null,
    primary key (petition_code, round, planned_until)
);
create index plan_check_at on plan_check (checked_at) include (agency_code, outcome);

-- Of the promises that came due in a month: how many, and how many were not kept. Null in editions from before.
alter table report_row add column plans_due bigint;
alter table report_row add column plans_broken bigint;
