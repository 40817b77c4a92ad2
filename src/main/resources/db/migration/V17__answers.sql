-- What an answer says became of the matter (Giả định A-52): null for a case nobody has answered, and for one answered before
-- endings were kept.
alter table petition add column ending text
    check (ending in ('fixed', 'planned', 'handed-over', 'impossible', 'answered'));
alter table petition add column planned_until date check (planned_until is null or ending = 'planned');
alter table petition add column handed_to text check (handed_to is null or ending = 'handed-over');

-- As it was said at the time: what was planned and is done later was answered then, and not fixed.
alter table case_fact add column ending text;
alter table case_fact add column planned_until date;

-- Of the answers of a month: how many said that it was done, and how many named a day. Null in editions from before.
alter table report_row add column fixed bigint;
alter table report_row add column planned bigint;

-- Letters of reply (Giả định A-53, ADR 0021). What a letter says is fixed when the answer is released; its file is made when somebody
-- first asks for it, and kept byte for byte.
create table letter_number (
    year            integer     primary key,
    last            integer     not null
);
create table reply_letter (
    id              text        primary key,        -- random: in the address at which it is checked
    petition_code   text        not null references petition (code),
    round           smallint    not null,           -- one letter for each answer
    year            integer     not null,
    sequence        integer     not null,
    number          text        not null,           -- as it stands in the letter
    issued_at       timestamptz not null,
    authority       text,
    agency          text        not null,
    signer_title    text        not null,
    signer_name     text        not null,
    subject         text        not null,           -- read by strangers: without personal data
    addressee       text        not null,
    text            text        not null,
    pdf             bytea,
    sha256          text,
    unique (petition_code, round),
    unique (year, sequence),
    check ((pdf is null) = (sha256 is null))
);
create rule reply_letter_no_delete as on delete to reply_letter do instead nothing;

-- Under which title and name a leader signs; administrators keep it. Who is not in it signs by the name of the account.
create table letter_signer (
    user_id         text        primary key,
    title           text        not null,           -- Giám đốc, Chủ tịch, KT. Giám đốc Phó Giám đốc
    name            text                            -- null: that of the account
);
