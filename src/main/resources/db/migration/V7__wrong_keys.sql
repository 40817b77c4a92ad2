-- Wrong keys at the tracking doors: counted here, so that all nodes share them. Rows are forgotten a while after the last one.
create table wrong_key (
    subject         text        primary key,        -- 'code HP1022-…' or 'from 203.0.113.7'
    count           int         not null,
    last_at         timestamptz not null,
    rests_until     timestamptz                     -- until then no further key is tried
);
create index wrong_key_last on wrong_key (last_at);
