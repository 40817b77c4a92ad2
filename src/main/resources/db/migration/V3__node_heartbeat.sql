-- The nodes at work, each by the name under which it locks jobs of the engine (ADR 0011).
create table node_heartbeat (
    lock_owner      text        primary key,
    node            text        not null,           -- host and process, for people
    session         int         not null,           -- its connection: gone at once when the process dies
    session_since   timestamptz not null,
    beat_at         timestamptz not null            -- by the clock of the database, the same for all
);
