-- Every question of the board in under a second among a million answers (ADR 0014): rates and lists of a period read this
-- index alone, in the order of the usual list, and never the table.
drop index case_fact_finished;
create index case_fact_finished on case_fact (finished_at, petition_code, round)
    include (agency_code, field, outcome, lateness, elapsed_seconds);
-- Reading an index alone needs pages vacuumed; a fifth of the table, the default, is the answers of half a year.
alter table case_fact set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

-- How long work stayed at each activity, day by day: a day that is over is read from the engine's history once (ADR 0014).
create table dwell_day (
    process         text        not null,           -- key of the process
    began           timestamptz not null,           -- the 24 hours from here on
    activity        text        not null,           -- '': nothing was left that day
    seconds         bytea       not null,           -- of each stay, four bytes
    primary key (process, began, activity)
);

-- How long answers took, thirty days at a time: a stretch that is over is read from the facts once, by whoever first asks.
create table answer_stretch (
    stretch         int         not null,           -- its number, counted from 1970
    by_agency       boolean     not null,           -- otherwise by field
    key             text        not null,
    lateness        text        not null,
    seconds         bytea       not null,           -- of each answer, four bytes
    primary key (stretch, by_agency, key, lateness)
);

-- A fact that is added or corrected takes its stretch back, in its own transaction. Who keeps a stretch waits for those who
-- are just adding to it, and they for him; nobody keeps the stretch that lasts, so no clerk ever waits.
create function answer_stretch_changed() returns trigger language plpgsql as $$
declare
    touched int;
begin
    foreach touched in array array[
            floor(extract(epoch from old.finished_at) / 2592000)::int,
            floor(extract(epoch from new.finished_at) / 2592000)::int] loop
        if touched is not null then
            perform pg_advisory_xact_lock_shared(1022, touched);
            delete from register.answer_stretch where stretch = touched;
        end if;
    end loop;
    return null;
end $$;

create trigger answer_stretch_changed
    after insert or delete or update of agency_code, field, outcome, began_at, finished_at, due_at, extensions on case_fact
    for each row execute function answer_stretch_changed();
