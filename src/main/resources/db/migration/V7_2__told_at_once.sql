-- What the table of what is taken has the citizen told at once: whom to call in danger, that nobody can be answered.
alter table petition add column told text;
