-- The letter of reply that goes with a message as its enclosure (ADR 0028); its file stays where it is.
alter table notice add column letter_id text references reply_letter (id);

-- What a message to a citizen tells, without the letter around it: for another channel, or somebody who calls.
alter table notice add column said text;
