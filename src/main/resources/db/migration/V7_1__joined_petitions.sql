-- Whose senders get the answer of a petition, too.
create index petition_merged on petition (merged_into) where merged_into is not null;
