-- A change of a decision table, from the draft to the watch after it took effect (Giả định A-42). What was proposed is what is
-- approved and what is put in force: its text can be changed only while it is a draft.

create table rule_change (
    id              bigint      generated always as identity primary key,
    table_key       text        not null,
    table_name      text        not null,
    base_version    integer     not null,           -- the version it was drafted from
    state           text        not null default 'draft'
        check (state in ('draft', 'proposed', 'approved', 'in_force', 'rolled_back', 'withdrawn')),
    reason          text        not null,
    author          text        not null,
    created_at      timestamptz not null,
    dmn             text        not null,
    revision        integer     not null default 1, -- whoever saves must have seen the last one
    changed_by      text        not null,
    changed_at      timestamptz not null,
    effective_at    timestamptz,
    proposed_by     text,
    proposed_at     timestamptz,
    decided_by      text,
    decided_at      timestamptz,
    decision_note   text,
    version         integer,                        -- the version of the table it became
    in_force_at     timestamptz,
    watched_until   timestamptz,
    rolls_back      bigint      unique references rule_change (id)
);
create index rule_change_table on rule_change (table_key, id);
create unique index rule_change_version on rule_change (table_key, version) where version is not null;
-- One at a time is decided for a table: what is approved is what takes effect.
create unique index rule_change_pending on rule_change (table_key) where state in ('proposed', 'approved');

create function rule_change_keeps_its_text() returns trigger language plpgsql as $$
begin
    if old.state <> 'draft' and (new.dmn <> old.dmn or new.author <> old.author or new.table_key <> old.table_key) then
        raise exception 'rule_change %: only a draft can be changed', old.id;
    end if;
    return new;
end $$;
create trigger rule_change_keeps_its_text before update on rule_change
    for each row execute function rule_change_keeps_its_text();
create rule rule_change_no_delete as on delete to rule_change do instead nothing;

-- Whoever has written in a draft is one of its authors and decides nothing about it.
create table rule_change_editor (
    change_id       bigint      not null references rule_change (id),
    editor          text        not null,
    primary key (change_id, editor)
);

-- What happened to it, in order; append-only.
create table rule_change_event (
    id              bigint      generated always as identity primary key,
    change_id       bigint      not null references rule_change (id),
    at              timestamptz not null,
    actor           text        not null,
    kind            text        not null,
    text            text        not null
);
create index rule_change_event_change on rule_change_event (change_id, id);
create rule rule_change_event_no_update as on update to rule_change_event do instead nothing;
create rule rule_change_event_no_delete as on delete to rule_change_event do instead nothing;
