-- Personal data (ADR 0025): consents, looks, requests of the people concerned, periods of keeping.

-- What somebody agreed to, how, and to which words. Silence is not consent: no row, no consent.
create table consent (
    id              bigint      generated always as identity primary key,
    petition_code   text        not null references petition (code),
    purpose         text        not null check (purpose in ('process', 'publish')),
    given_at        timestamptz not null,
    channel         text        not null,           -- by which the petition came
    means           text        not null check (means in ('checkbox', 'spoken', 'recorded-call', 'written', 'message', 'program', 'unknown')),
    wording         text        not null,           -- version of the words that were agreed to; '': not known
    recorded_by     text        not null,           -- 'citizen' or a user id
    withdrawn_at    timestamptz,
    withdrawn_by    text
);
create unique index consent_standing on consent (petition_code, purpose) where withdrawn_at is null;

insert into consent (petition_code, purpose, given_at, channel, means, wording, recorded_by)
select code, 'publish', received_at, channel, case channel when 'portal' then 'checkbox' else 'unknown' end, '', 'citizen'
  from petition where consent_to_publish;

-- Who of the staff looked at whose data: one row for each case and look.
alter table confidential_read rename to personal_read;
alter table personal_read add column door text not null default 'case';
alter table personal_read add column data text not null default 'confidential' -- contact, confidential, contact+confidential
    check (data in ('contact', 'confidential', 'contact+confidential'));
alter table personal_read alter column door drop default;
alter table personal_read alter column data drop default;
create index personal_read_case on personal_read (petition_code, id);
create index personal_read_user on personal_read (user_id, id);
create index personal_read_at on personal_read (at);

-- What a person asks of us about his data, and what two of us decided (Giả định A-64).
create table data_request (
    id              bigint      generated always as identity primary key,
    kind            text        not null check (kind in ('withdrawal', 'export', 'erasure')),
    petition_code   text,                           -- the case by which the person was recognised
    name            text,                           -- of the person; these three are emptied once an erasure is done
    phone           text,
    email           text,
    identified      text        check (identified in ('key', 'call-back')),
    note            text        not null default '',
    asked_at        timestamptz not null,
    due_at          timestamptz not null,
    state           text        not null check (state in ('open', 'proposed', 'approved', 'waiting', 'done', 'refused')),
    proposed_by     text,
    proposed_at     timestamptz,
    decided_by      text,
    decided_at      timestamptz,
    decision_note   text,
    codes           text[]      not null default '{}', -- cases of the person
    done_at         timestamptz,
    counts          jsonb       not null default '{}', -- what was erased, by table
    check (decided_by is null or proposed_by is null or decided_by <> proposed_by)
);
create index data_request_state on data_request (state, id);
create unique index data_request_withdrawal on data_request (petition_code) where kind = 'withdrawal' and state = 'open';

-- How long the words of a case are kept after its end (Giả định A-23, A-65). Rows, since the city decides.
create table retention_class (
    name            text        primary key,        -- ordinary, confidential, refused, unsupplemented, reads
    title           text        not null,
    months          int         not null check (months >= 1),
    ground          text        not null
);
insert into retention_class (name, title, months, ground) values
    ('ordinary', 'Hồ sơ đã trả lời', 120, 'Giả định A-23'),
    ('confidential', 'Hồ sơ mật', 120, 'Giả định A-23'),
    ('refused', 'Hồ sơ từ chối, hướng dẫn', 60, 'Giả định A-65'),
    ('unsupplemented', 'Hồ sơ đóng vì không bổ sung', 24, 'Giả định A-65'),
    ('reads', 'Nhật ký xem dữ liệu cá nhân', 24, 'Giả định A-65');

-- The register of deletions: how many of which class, by whom. No personal data.
create table retention_run (
    id              bigint      generated always as identity primary key,
    class           text        not null references retention_class (name),
    before          timestamptz not null,           -- ended before this moment
    planned         bigint      not null,
    proposed_by     text        not null,
    proposed_at     timestamptz not null,
    decided_by      text,
    decided_at      timestamptz,
    state           text        not null check (state in ('proposed', 'running', 'done', 'withdrawn')),
    done            bigint      not null default 0,
    finished_at     timestamptz,
    check (decided_by is null or decided_by <> proposed_by)
);
create unique index retention_run_open on retention_run (class) where state in ('proposed', 'running');
create rule retention_run_no_delete as on delete to retention_run do instead nothing;

alter table petition add column erased_at timestamptz;
alter table petition add column erased_for text check (erased_for in ('request', 'retention'));
create index petition_ended on petition (closed_at) where closed_at is not null
    and erased_for is distinct from 'retention';

-- What only grows still only grows; but the words in it may go when a person's data go. A rule cannot tell, a trigger can.
drop rule petition_event_no_update on petition_event;
drop rule petition_event_no_delete on petition_event;
drop rule deadline_move_no_update on deadline_move;
drop rule deadline_move_no_delete on deadline_move;

create function keeps_all_but_words() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and current_setting('register.erasing', true) = 'yes'
       and to_jsonb(new) - tg_argv::text[] = to_jsonb(old) - tg_argv::text[] then
        return new;
    end if;
    return null; -- as before: nothing happens
end $$;

create trigger petition_event_keeps before update or delete on petition_event
    for each row execute function keeps_all_but_words('note', 'public_note');
create trigger deadline_move_keeps before update or delete on deadline_move
    for each row execute function keeps_all_but_words('reason');
