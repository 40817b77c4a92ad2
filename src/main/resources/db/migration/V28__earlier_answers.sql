-- What an answer said before its case was opened again (Giả định A-14): whoever got it can still read it, and its letter.
create table earlier_answer (
    petition_code   text        not null references petition (code),
    round           smallint    not null,           -- how often the case had been reopened before
    text            text        not null,
    answered_at     timestamptz not null,
    ending          text,                           -- null: the answer did not say
    planned_until   date,
    handed_to       text,
    primary key (petition_code, round)
);

-- Of cases that were opened again before this table was there only the letters have kept their words; what became of the matter
-- stands in them.
insert into earlier_answer (petition_code, round, text, answered_at)
select l.petition_code, l.round, l.text, f.finished_at
  from reply_letter l
  join case_fact f on f.petition_code = l.petition_code and f.round = l.round
 where f.reopened_at is not null;
