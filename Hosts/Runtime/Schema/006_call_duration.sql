-- How long a partner's call took, in milliseconds; null for decisions, for calls that were not made, and for rows of before. It is measured, not
-- decided, and is not part of the chain of hashes.
alter table bus.journal add column took int;
