-- An agency has one part in a case at a time: a second open handling would be a second task for the same people, and what one
-- of them says would be written down for both. Of doubles the lead's stays, else the newest.
update handling doubled set state = 'THAY_THE', ended_at = assigned_at
 where ended_at is null
   and exists (select from handling other
                where other.petition_code = doubled.petition_code and other.agency_code = doubled.agency_code
                  and other.ended_at is null and other.id <> doubled.id
                  and (other.lead and not doubled.lead or other.lead = doubled.lead and other.id > doubled.id));

create unique index handling_one_per_agency on handling (petition_code, agency_code) where ended_at is null;
