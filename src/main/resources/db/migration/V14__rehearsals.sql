-- The rehearsal of a changed table (Giả định A-45): what it would have done with the petitions of the last days. Petitions are
-- named by their codes alone: what was written in them stays in the register.

create table rule_rehearsal (
    id              bigint      generated always as identity primary key,
    change_id       bigint      not null references rule_change (id),
    revision        integer     not null,           -- of the draft; another one has not been rehearsed
    base_version    integer     not null,
    days            integer     not null check (days > 0),
    state           text        not null default 'running'
        check (state in ('running', 'finished', 'failed', 'cancelled')),
    started_by      text        not null,
    started_at      timestamptz not null,
    finished_at     timestamptz,
    done            bigint      not null default 0,
    total           bigint      not null default 0,
    beat_at         timestamptz not null default clock_timestamp(), -- by the clock of the database, the same for all nodes
    cancel_asked    boolean     not null default false,
    error           text,
    summary         jsonb
);
create index rule_rehearsal_change on rule_rehearsal (change_id, id);
create unique index rule_rehearsal_one on rule_rehearsal (change_id) where state = 'running';

-- The petitions that would have gone another way; of a confidential one nothing but its code.
create table rule_rehearsal_petition (
    rehearsal_id    bigint      not null references rule_rehearsal (id),
    petition_code   text        not null references petition (code),
    confidential    boolean     not null,
    kinds           text[]      not null,           -- in what it differs
    detail          jsonb,
    primary key (rehearsal_id, petition_code)
);
