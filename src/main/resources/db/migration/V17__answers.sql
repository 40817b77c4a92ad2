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
