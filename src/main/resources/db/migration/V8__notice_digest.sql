-- A storm does not flood a person: the first notice goes at once, what follows within the window goes in one letter at its end.

create table digest_window (
    id              bigint      generated always as identity primary key,
    recipient       text        not null unique,
    closes_at       timestamptz not null,
    gathering       boolean     not null default false -- something waits for its end
);

alter table notice add column digest text references notice (key); -- the letter that carried it
create index notice_digest on notice (digest) where digest is not null;
create index notice_gathered on notice (recipient) where state = 'gathered';
