-- What is let go of reconciliation once it is past its keeping. 1: all is there; 2: it is going, and nobody builds on it any more; 3: it is gone.

-- inputs: the rows that matched and their pairs. What differed stays, with its rows, and so do totals, digest and counts.
alter table payment.reconciliation_run add column inputs smallint not null default 1;

-- content: the sealed bytes and the movements. The file's row stays: its name, its day, its hash.
alter table payment.statement_file add column content smallint not null default 1;
