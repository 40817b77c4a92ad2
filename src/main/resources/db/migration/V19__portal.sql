-- What the citizens' portal shows of cases to others, and how one of them joins another.

-- A name for a case that says nothing about it: who knows the code is half way to opening it.
alter table petition add column public_id uuid not null default gen_random_uuid();
create unique index petition_public on petition (public_id);

-- The petition the sender takes for the same matter, until an operator has decided.
alter table petition add column wishes_to_join text references petition (code);

-- Open cases of a field and an area that may be offered to somebody who is writing about the same.
create index petition_open_decided on petition (field, area_code, received_at)
    where closed_at is null and replied_at is null and not confidential and field is not null;

-- Answers everybody may read, as they may be read: personal data masked, the place rounded. Whether one may be shown is asked of
-- the petition each time: an agreement taken back, a case reopened or closed to the public is gone at once.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- As many people write: small letters without Vietnamese marks. unaccent is only "stable" because its dictionary could be
-- changed; nobody does, and an index needs the promise.
create function plain_text(written text) returns text
    language sql immutable strict parallel safe
    return lower(unaccent('unaccent'::regdictionary, normalize(written, nfc)));

create table published_answer (
    petition_code   text        primary key references petition (code),
    replied_at      timestamptz not null,
    content         text        not null,
    reply           text        not null,
    lat             numeric(5, 2),
    lon             numeric(5, 2),
    plain           text        not null generated always as (plain_text(content || ' ' || reply)) stored
);
create index published_answer_newest on published_answer (replied_at desc);
create index published_answer_words on published_answer using gin (plain gin_trgm_ops);

-- Links by which somebody sees the cases of an address, sent to that address: of a link only its mark is kept.
create table case_link (
    mark            text        primary key,        -- SHA-256 of what is in the link
    email           text        not null,
    sent_at         timestamptz not null
);
create index case_link_email on case_link (email, sent_at);
