-- The registry of dossiers: one permanent row per dossier, its sealed content, what agencies said of it, and what people read.
-- Rows of a dossier are written by the door when it is born and by its own lane afterwards.

create schema dossier;

create table dossier.dossier (
  code text collate "C" primary key,
  procedure text collate "C" not null,
  agency text collate "C",
  system text collate "C",
  origin smallint not null,
  channel smallint not null,
  central boolean not null,
  flow int not null,
  caller text collate "C" not null,
  submission text collate "C",
  applicant bytea,
  revision int not null default 1,
  filed_at timestamptz not null,
  state smallint not null,
  state_since timestamptz not null,
  receipt_version int not null,
  accepted_at timestamptz,
  deadline timestamptz,
  own_deadline timestamptz,
  deadline_suspended boolean not null default false,
  finished_at timestamptz,
  delivered_at timestamptz,
  alarms smallint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()) with (fillfactor = 80);
create unique index dossier_submission on dossier.dossier (caller, submission) where submission is not null;
create index dossier_applicant on dossier.dossier (applicant) where applicant is not null;
create index dossier_agency on dossier.dossier (agency, filed_at);

-- Personal data and files' links, sealed; one row per revision.
create table dossier.content (
  code text collate "C" not null,
  revision int not null,
  key smallint not null,
  sealed bytea not null,
  stored_at timestamptz not null default now(),
  primary key (code, revision));
alter table dossier.content alter column sealed set storage external;

-- Every row of an agency's, once. Officer, title, department and text are sealed: they are about persons.
create table dossier.history (
  code text collate "C" not null,
  row_id bytea not null,
  system text collate "C" not null,
  source smallint not null,
  state smallint not null,
  at timestamptz not null,
  arrived_at timestamptz not null,
  received_at timestamptz,
  appointment_at timestamptz,
  flag smallint,
  key smallint not null,
  sealed bytea not null,
  primary key (code, row_id));

create table dossier.flag (
  code text collate "C" not null,
  id uuid not null,
  at timestamptz not null,
  flag smallint not null,
  row_id bytea,
  detail text,
  primary key (code, id));

create table dossier.notice (
  code text collate "C" not null,
  occasion text collate "C" not null,
  channel smallint not null,
  state smallint not null,
  reason text,
  at timestamptz not null,
  primary key (code, occasion, channel));

-- What the agency calls a dossier that came from the portal.
create table dossier.alias (
  system text collate "C" not null,
  own_code text collate "C" not null,
  code text collate "C" not null,
  primary key (system, own_code, code));

-- Daily figures of each agency. A row belongs to a lane, so that lanes never wait for each other; readers add the lanes up.
create table dossier.daily (
  agency text collate "C" not null,
  day date not null,
  figure smallint not null,
  lane smallint not null,
  amount bigint not null,
  primary key (agency, day, figure, lane)) with (fillfactor = 70);

-- The events that the portal and the coordination system follow, in the order of (tx, id). A reader takes only transactions that are over
-- for everybody: then nothing can appear behind its cursor.
create table dossier.feed (
  tx xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity,
  type text not null,
  code text collate "C" not null,
  at timestamptz not null,
  body bytea not null,
  primary key (tx, id));
create index feed_at on dossier.feed using brin (at);

-- The coordination queue: dossiers for which nobody, or several, are competent.
create table dossier.task (
  code text collate "C" primary key,
  cause text not null,
  candidates text[] not null,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by text,
  agency text collate "C");
create index task_open on dossier.task (opened_at) where closed_at is null;

create table dossier.code_counter (
  agency text collate "C" not null,
  day date not null,
  next bigint not null,
  primary key (agency, day));

-- TraCuuTechID: the portal account behind a number, of which only a keyed hash is kept.
create table dossier.portal_account (
  identity bytea primary key,
  technical_id text not null,
  seen_at timestamptz not null default now());

-- Partners' bodies as they came, sealed, by day; dropped after 90 days.
create table dossier.raw_body (
  received_at timestamptz not null,
  id uuid not null,
  system text collate "C" not null,
  operation text not null,
  outcome text not null,
  key smallint not null,
  sealed bytea not null) partition by range (received_at);
alter table dossier.raw_body alter column sealed set storage external;
create index raw_body_operation on dossier.raw_body (operation, received_at);

create function dossier.make_partitions(today date, keep_days int) returns void language plpgsql as $$
declare
  day date;
  old record;
begin
  -- Making and dropping partitions locks the table: whoever cannot have the lock at once comes again later instead of holding up the door.
  perform set_config('lock_timeout', '500ms', true);
  -- A month ahead: should nobody come by for so long, bodies are still kept.
  for day in select generate_series(today - 1, today + 31, interval '1 day')::date loop
    continue when to_regclass(format('dossier.raw_body_%s', to_char(day, 'YYYYMMDD'))) is not null;
    execute format('create table if not exists dossier.raw_body_%s partition of dossier.raw_body for values from (%L) to (%L)',
      to_char(day, 'YYYYMMDD'), day || ' 00:00+07', (day + 1) || ' 00:00+07');
  end loop;
  for old in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'dossier.raw_body'::regclass and c.relname < 'raw_body_' || to_char(today - keep_days, 'YYYYMMDD')
  loop
    execute format('drop table dossier.%I', old.relname);
  end loop;
end $$;
select dossier.make_partitions((now() at time zone 'Asia/Ho_Chi_Minh')::date, 90);

-- Who looked at personal data.
create table dossier.viewed (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  account text not null,
  action text not null,
  code text collate "C");

alter table dossier.dossier set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
alter table dossier.daily set (autovacuum_vacuum_threshold = 10000, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);
