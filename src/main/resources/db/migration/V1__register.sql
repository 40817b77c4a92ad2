-- The register of petitions: ours alone. The engine keeps its own tables in the schema "public".
-- Instants are timestamptz (UTC); a "day" is a calendar day at Asia/Ho_Chi_Minh.

-- Directory -------------------------------------------------------------------------------------------------------

create table agency (
    code            text        not null,
    valid_from      date        not null,
    valid_to        date,                           -- last day of validity; null: open end
    name            text        not null,
    kind            text        not null,           -- so, quan, doanh_nghiep, ... as in the directory files
    fields          text        not null default '',
    successor_code  text,                           -- who takes over its open cases the day after valid_to
    email           text,
    checks_drafts   boolean     not null default false, -- a unit head checks a draft before the leader sees it
    source          text        not null,
    confidence      text        not null,
    primary key (code, valid_from),
    check (valid_to is null or valid_to >= valid_from)
);

create table area (
    code            text        not null,           -- code of the General Statistics Office
    valid_from      date        not null,
    valid_to        date,
    name            text        not null,           -- with its kind: "Quận Lê Chân"
    kind            text        not null,           -- quan, huyen, thanh_pho, phuong, xa, thi_tran, dac_khu
    parent_code     text,                           -- the district of a ward; null for a district and from 2025-07-01 on
    agency_code     text        not null,           -- the People's Committee that answers for it
    source          text        not null,
    primary key (code, valid_from),
    check (valid_to is null or valid_to >= valid_from)
);

-- Which new units took over (part of) an old one; several rows: the old unit was split.
create table area_succession (
    old_code        text        not null,
    new_code        text        not null,
    since           date        not null,
    primary key (old_code, new_code, since)
);

-- Calendar --------------------------------------------------------------------------------------------------------

create table calendar_day (
    day             date        primary key,
    working         boolean     not null,           -- false: day off, true: make-up working day
    kind            text        not null,
    name            text        not null,
    source          text        not null,
    status          text        not null            -- official, recalled, computed, projected, pending
);

create table office_hours (
    valid_from      date        not null,
    weekday         smallint    not null check (weekday between 1 and 7), -- ISO: 1 is Monday
    opens           time        not null,
    closes          time        not null check (closes > opens),
    source          text        not null,
    primary key (valid_from, weekday, opens)
);

-- Petitions -------------------------------------------------------------------------------------------------------

create sequence petition_number;

create table petition (
    code                text        primary key,    -- HP1022-YYMMDD-NNNNNN-C
    tracking_key        text        not null,
    state               text        not null,       -- MOI, CHO_BO_SUNG, ... (PetitionState)
    channel             text        not null,
    content             text        not null,
    address             text,
    area_code           text,
    outside_territory   boolean     not null default false,
    lat                 double precision,
    lon                 double precision,
    occurred_at         timestamptz,
    received_at         timestamptz not null,
    consent_to_publish  boolean     not null default false,
    confidential        boolean     not null default false,
    kind                text,
    category            text,
    field               text,
    urgency             text,
    lead_agency         text,
    due_at              timestamptz,                -- the limit shown to the citizen
    original_due_at     timestamptz,
    decision_reason     text,                       -- why refused, referred, closed
    question            text,                       -- what the citizen is asked to add
    merged_into         text        references petition (code),
    reply_text          text,                       -- never shown to a citizen before replied_at
    replied_at          timestamptz,
    rating              smallint    check (rating between 1 and 4),
    rating_reason       text,
    reopened            smallint    not null default 0,
    closed_at           timestamptz,
    idempotency_key     text        unique,
    idempotency_digest  text
);
create index petition_recent on petition (field, area_code, received_at) where closed_at is null;
create index petition_lead on petition (lead_agency) where closed_at is null;

-- Contact data: here and nowhere else, never in a process variable.
create table petitioner (
    petition_code   text        primary key references petition (code),
    name            text,
    phone           text,                           -- E.164
    email           text
);

create table attachment (
    id              bigint      generated always as identity primary key,
    petition_code   text        not null references petition (code),
    name            text        not null,
    media_type      text        not null,
    bytes           bytea       not null,
    added_by        text        not null,           -- 'citizen' or a user id
    added_at        timestamptz not null
);
create index attachment_petition on attachment (petition_code);

-- What one agency does about a petition, as lead or co-handling agency.
create table handling (
    id              bigint      generated always as identity primary key,
    petition_code   text        not null references petition (code),
    agency_code     text        not null,
    lead            boolean     not null,
    state           text        not null,           -- CHO_NHAN, DANG_XU_LY, CHUYEN_TRA, DA_XONG, THAY_THE
    assigned_at     timestamptz not null,
    basis           text        not null,           -- why it came here: the rule that fired or the person who decided
    accepted_at     timestamptz,
    ended_at        timestamptz,
    return_reason   text,
    suggested_agency text,
    opinion         text,
    extensions      smallint    not null default 0
);
create index handling_petition on handling (petition_code);
create index handling_open on handling (agency_code) where ended_at is null;

-- Limits: each due date is computed once and kept.
create table deadline (
    id              bigint      generated always as identity primary key,
    petition_code   text        not null references petition (code),
    step            text        not null,           -- forward, accept, handle, check, supplement
    agency_code     text        not null default '', -- '': 1022 itself
    limit_text      text        not null,           -- 'working PT8H', 'wall PT4H', 'working P3D'
    urgency         text        not null,
    started_at      timestamptz not null,
    warn_at         timestamptz not null,
    due_at          timestamptz not null,
    original_due_at timestamptz not null,
    paused_at       timestamptz,
    warned          boolean     not null default false,
    level           smallint    not null default 0, -- highest escalation level told; 0: not breached
    ended_at        timestamptz,
    ground          text        not null
);
create index deadline_petition on deadline (petition_code, agency_code) where ended_at is null;

-- What happened, in order; append-only.
create table petition_event (
    id              bigint      generated always as identity primary key,
    petition_code   text        not null references petition (code),
    at              timestamptz not null,
    type            text        not null,
    actor           text        not null,           -- user id, 'citizen' or 'system'
    agency_code     text,
    note            text,                           -- Vietnamese, for staff
    public_note     text                            -- Vietnamese, for the citizen; null: not shown
);
create index petition_event_petition on petition_event (petition_code, id);
create rule petition_event_no_update as on update to petition_event do instead nothing;
create rule petition_event_no_delete as on delete to petition_event do instead nothing;

-- Messages: one row, one key, one message.
create table notice (
    key             text        primary key,        -- e.g. 'HP1022-...|reply|1'
    petition_code   text        not null references petition (code),
    kind            text        not null,
    recipient       text        not null,
    recipient_name  text,
    subject         text        not null,
    body_text       text        not null,
    body_html       text        not null,
    state           text        not null,           -- pending, sending, sent, uncertain, rejected
    attempts        int         not null default 0,
    message_id      text        not null,
    batch           text,                           -- the report of a limit it belongs to
    created_at      timestamptz not null,
    last_attempt_at timestamptz,
    sent_at         timestamptz,
    last_error      text
);
create index notice_petition on notice (petition_code);
create index notice_batch on notice (batch) where batch is not null;
create index notice_unsent on notice (created_at) where state in ('pending', 'sending', 'uncertain');

-- Every look at a confidential case.
create table confidential_read (
    id              bigint      generated always as identity primary key,
    petition_code   text        not null,
    user_id         text        not null,
    at              timestamptz not null
);

-- Whom to tell: role of an agency (or of the city) to address; demo and tests fill it with their own.
create table contact (
    agency_code     text        not null,
    role            text        not null,           -- focal, officer, leader, ...
    name            text        not null,
    email           text        not null,
    primary key (agency_code, role, email)
);

-- Small settings of the house that must survive a restart (the demo clock, for one).
create table setting (
    name            text        primary key,
    value           text        not null
);
