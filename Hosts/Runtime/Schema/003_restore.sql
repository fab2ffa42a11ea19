-- Restores. A database that was restored to an earlier time is another one than before: numbers that it gave out since are gone, and what it
-- did since it does not know. Each restore is a row; the first row is the database's birth.

-- The server's timeline rises with every recovery that ends before the log does, and with every promotion.
create function bus.timeline() returns bigint language sql stable as
  $$ select ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::bigint $$;

create table bus.incarnation (
  n int primary key,
  id uuid not null unique default gen_random_uuid(),
  timeline bigint not null,
  -- numeric: the server shows it as a signed number, and half of them are negative.
  cluster numeric not null,
  marked_at timestamptz not null,
  restored_to timestamptz,
  marked_by text not null,
  gap bigint not null default 0,
  check ((n = 1) = (restored_to is null)));

insert into bus.incarnation (n, timeline, cluster, marked_at, marked_by)
select 1, bus.timeline(), c.system_identifier, clock_timestamp(), 'birth' from pg_control_system() c;
