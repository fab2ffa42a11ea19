-- Months of the journal that lie in files: where, and how their chains begin and end. A month's partitions are dropped only when its row is here.
create table bus.archive (
  month date primary key check (extract(day from month) = 1),
  folder text not null,
  file text not null,
  format smallint not null,
  bytes bigint not null,
  sha256 bytea not null,
  links bigint not null,
  rows bigint not null,
  broken bigint not null,
  archived_at timestamptz not null default clock_timestamp(),
  dropped_at timestamptz);

-- Each lane (or line, minus its number) is a part of the file that can be read alone: length bytes from start.
create table bus.archive_lane (
  month date not null references bus.archive,
  lane smallint not null,
  links bigint not null,
  rows bigint not null,
  first_batch bigint not null,
  first_hash bytea,
  last_batch bigint not null,
  last_hash bytea,
  start bigint not null,
  length bigint not null,
  primary key (month, lane));

-- The months of the journal that are still tables.
create view bus.journal_month as
  select to_date(right(c.relname, 6), 'YYYYMM') as month, c.oid::regclass as journal, to_regclass('bus.chain_' || right(c.relname, 6)) as chain
  from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'bus.journal'::regclass and c.relname ~ '^journal_[0-9]{6}$';

-- How far the numbers of sagas had come on a day: numbers rise with time, so old sagas are found by number, without an index or a scan.
create table bus.saga_day (
  day date primary key,
  up_to bigint not null);

-- Up to which saga the walk that shrinks finished sagas has come; one row.
create table bus.shrink_cursor (
  single boolean primary key default true check (single),
  saga bigint not null);
insert into bus.shrink_cursor (saga) values (0);

-- Sagas that were not finished, or not for long enough, when the walk came by: looked at again on their day.
create table bus.shrink_later (
  day date not null,
  saga bigint not null,
  primary key (day, saga));
