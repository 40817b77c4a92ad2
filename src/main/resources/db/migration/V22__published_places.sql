-- Published answers on a map (ADR 0026): the place to three decimals, about a hundred metres (Giả định A-66), as Open311 tells it.
alter table published_answer alter column lat type numeric(6, 3), alter column lon type numeric(6, 3);
update published_answer a set lat = round(p.lat::numeric, 3), lon = round(p.lon::numeric, 3)
  from petition p where p.code = a.petition_code and p.lat is not null and p.lon is not null;

-- What may not be shown any more is not kept either: from now on it goes when the consent goes.
delete from published_answer a using petition p where p.code = a.petition_code and not p.consent_to_publish;
