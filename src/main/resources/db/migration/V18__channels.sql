-- How a citizen wants to be told; null: not chosen, so by every address given (A-55).
alter table petitioner add column tell_by text check (tell_by in ('email', 'sms', 'both', 'none'));

-- What goes out goes by mail or by SMS; states: pending, sending, sent, uncertain, rejected, and what is heard of it
-- afterwards: delivered, failed.
alter table notice add column channel text not null default 'mail' check (channel in ('mail', 'sms'));
create index notice_message on notice (message_id);

-- An SMS goes in parts, each handed over by itself: a part the gateway has is never given to it again.
create table sms_part (
    notice_key      text        not null references notice (key),
    part            smallint    not null,
    parts           smallint    not null,
    gateway_id      text        not null,           -- the gateway's name for it
    at              timestamptz not null,
    primary key (notice_key, part)
);
create index sms_part_gateway on sms_part (gateway_id);

-- What the gateway reports of a part; it may come before we know whose part it is.
create table sms_receipt (
    gateway_id      text        primary key,
    delivered       boolean     not null,
    error           text,
    at              timestamptz not null
);

-- Numbers whose owner wants no SMS (A-56).
create table sms_stop (
    phone           text        primary key,        -- E.164
    at              timestamptz not null
);

-- What citizens write by mail and SMS: each once, the whole as it came.
create table incoming_message (
    id              bigint      generated always as identity primary key,
    channel         text        not null check (channel in ('email', 'sms')),
    place           text        not null unique,    -- where it lay: mailbox and UID; of an SMS its digest and day
    digest          text        not null,           -- the same letter in another place is the same letter
    sender          text        not null,
    received_at     timestamptz not null,
    became          text        not null,           -- opened, answered, said, stopped, resumed, bounce, automatic, again, unread
    petition_code   text        references petition (code),
    original        bytea       not null
);
create index incoming_digest on incoming_message (digest);
create index incoming_sender on incoming_message (sender, received_at);
create index petitioner_phone on petitioner (phone);
create index petitioner_email on petitioner (lower(email));

-- Parts of a long SMS until all are here.
create table incoming_part (
    sender          text        not null,
    reference       int         not null,
    parts           smallint    not null,
    part            smallint    not null,
    text            text        not null,
    at              timestamptz not null,
    primary key (sender, reference, parts, part)
);

-- One node at a time reads a mailbox; who is gone gives way when its time is over.
create table mailbox_reader (
    mailbox         text        primary key,
    holder          text        not null,
    until           timestamptz not null,
    uid_validity    bigint,
    from_uid        bigint                          -- all before it are done with
);
