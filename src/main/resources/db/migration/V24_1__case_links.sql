-- A link to one's own cases goes to an address or a telephone (A-70).
alter table case_link rename column email to contact; -- in small letters, or E.164
alter index case_link_email rename to case_link_contact;
