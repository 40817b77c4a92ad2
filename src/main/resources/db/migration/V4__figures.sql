-- Figures that nobody can argue with (ADR 0012): what was done is kept as it was when it was done.

-- One row per answer of a case (or other end), written when it happens. A case that is reopened keeps the row of its
-- first answer and gets a second one, so that a month's figures do not change afterwards.
create table case_fact (
    petition_code   text        not null references petition (code),
    round           smallint    not null,           -- how often it had been reopened before
    outcome         text        not null,           -- answered, refused, referred, merged, laid-aside
    agency_code     text        not null,           -- the lead at that moment; '': 1022 itself
    field           text        not null,           -- 'mat' for a confidential case, '' for an unclassified one
    began_at        timestamptz not null,           -- the receipt, or the reopening
    finished_at     timestamptz not null,
    due_at          timestamptz,                    -- the limit shown to the citizen; null: none had begun
    original_due_at timestamptz,
    extensions      smallint    not null,
    rating          smallint,
    rated_at        timestamptz,
    reopened_at     timestamptz,
    elapsed_seconds bigint      not null generated always as (floor(extract(epoch from finished_at - began_at))) stored,
    lateness        text        not null generated always as (
        case when due_at is null then 'no-limit'
             when finished_at > due_at then 'late'
             when extensions > 0 then 'extended'
             else 'on-time' end) stored,
    primary key (petition_code, round)
);

insert into case_fact (petition_code, round, outcome, agency_code, field, began_at, finished_at, due_at, original_due_at,
                       extensions, rating, rated_at)
select p.code, p.reopened,
       case p.state when 'TU_CHOI' then 'refused' when 'HUONG_DAN' then 'referred' when 'GOP' then 'merged'
                    when 'TAM_DONG' then 'laid-aside' else 'answered' end,
       coalesce(p.lead_agency, ''), case when p.confidential then 'mat' else coalesce(p.field, '') end,
       coalesce((select max(e.at) from petition_event e where e.petition_code = p.code and e.type = 'reopened'),
                p.received_at),
       coalesce(p.replied_at, p.closed_at), p.due_at, p.original_due_at,
       coalesce((select sum(h.extensions) from handling h where h.petition_code = p.code), 0), p.rating,
       (select max(e.at) from petition_event e where e.petition_code = p.code and e.type = 'rated')
  from petition p
 where p.replied_at is not null or p.closed_at is not null;

-- Each question of the board reads one of these from end to end, and no table.
create index case_fact_finished on case_fact (finished_at)
    include (agency_code, field, outcome, lateness, elapsed_seconds, due_at);
create index case_fact_agency on case_fact (agency_code, finished_at);
create index case_fact_field on case_fact (field, finished_at);
create index case_fact_late on case_fact (finished_at) include (due_at, agency_code, field)
    where lateness = 'late' and outcome = 'answered';
create index case_fact_rated on case_fact (rated_at) include (agency_code, rating) where rated_at is not null;
create index case_fact_reopened on case_fact (reopened_at) include (agency_code) where reopened_at is not null;
create index deadline_open_due on deadline (due_at) include (petition_code, step, agency_code, level)
    where ended_at is null and paused_at is null;
create index deadline_open_paused on deadline (paused_at) include (petition_code, step, agency_code, level)
    where ended_at is null and paused_at is not null;
create index petition_open on petition (code) include (lead_agency, field, confidential) where closed_at is null;
create index petition_open_due on petition (due_at) include (code, lead_agency, field, confidential, received_at)
    where closed_at is null and replied_at is null;
create index petition_received on petition (received_at);
create index handling_assigned on handling (assigned_at) include (agency_code, petition_code) where lead;
create index handling_returned on handling (ended_at) include (agency_code) where state = 'CHUYEN_TRA';
create index petition_event_extended on petition_event (at) include (agency_code) where type = 'extended';

-- A month's figures as issued: rows are added, never changed. A correction is the next edition, with its reason.
create table report_issue (
    month           date        not null check (extract(day from month) = 1),
    edition         smallint    not null check (edition >= 1),
    issued_at       timestamptz not null,
    issued_by       text        not null,           -- user id
    issued_by_name  text        not null,
    reason          text        not null,           -- '' for the first edition
    late_days       int[]       not null,           -- bounds of the columns "late by at most … days"
    small_number    int         not null,
    received        bigint      not null,           -- petitions that reached 1022 in the month
    primary key (month, edition)
);
create table report_row (
    month           date        not null,
    edition         smallint    not null,
    position        int         not null,
    agency_code     text        not null,
    agency_name     text        not null,           -- as it was called then
    received        bigint      not null,
    on_time         bigint      not null,
    extended_on_time bigint     not null,
    late            bigint[]    not null,           -- one more than late_days: beyond the last bound
    late_open       bigint      not null,
    extended        bigint      not null,
    returned        bigint      not null,
    reopened        bigint      not null,
    rated           bigint      not null,
    satisfied       bigint      not null,
    primary key (month, edition, position),
    foreign key (month, edition) references report_issue (month, edition)
);
create rule report_issue_no_update as on update to report_issue do instead nothing;
create rule report_issue_no_delete as on delete to report_issue do instead nothing;
create rule report_row_no_update as on update to report_row do instead nothing;
create rule report_row_no_delete as on delete to report_row do instead nothing;

insert into setting (name, value) values
    ('figures.small-number', '10'),                 -- Giả định A-31
    ('figures.late-days', '1,3,5');                 -- Giả định A-31
