-- The directory is changed by its administrators like a table: drafted, approved by somebody else, taken back while its day has not
-- come (Giả định A-46). What the rows were before is kept for that.

create table directory_before (
    change_id       bigint      primary key references rule_change (id),
    agency_codes    text[]      not null,
    area_codes      text[]      not null,
    agencies        jsonb       not null,           -- rows of "agency" with these codes
    areas           jsonb       not null,           -- rows of "area" with these codes
    successions     jsonb       not null            -- rows of "area_succession" from or to these codes
);
create rule directory_before_no_update as on update to directory_before do instead nothing;
create rule directory_before_no_delete as on delete to directory_before do instead nothing;
