-- What came while the virus scanner was away is scanned when it is back, oldest attempt first, one node at a time for each file.
alter table attachment add column scan_tried_at timestamptz;
create index attachment_unscanned on attachment (scan_tried_at nulls first, id) where scan = 'none';
