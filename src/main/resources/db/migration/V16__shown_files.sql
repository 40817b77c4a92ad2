-- What of a sent file may be shown, and what a case has to prove (ADR 0020).

alter table attachment
    add column purpose      text        not null default 'sent' check (purpose in ('sent', 'before', 'after')),
    add column agency_code  text,                       -- whose evidence it is; null: the citizen's or 1022's
    add column copy         bytea,                      -- a picture without place, device and time; null: not made yet, or no picture
    add column thumbnail    bytea,
    add column scan         text        not null default 'none' check (scan in ('none', 'clean', 'infected')),
    add column scanned_at   timestamptz;

-- Pictures are compressed already: trying again only costs.
alter table attachment
    alter column bytes set storage external,
    alter column copy set storage external,
    alter column thumbnail set storage external;

alter table petition
    add column evidence         text        not null default '' check (evidence in ('', 'photo')),
    add column evidence_since   timestamptz;            -- when the limits were set, again after a reopening
