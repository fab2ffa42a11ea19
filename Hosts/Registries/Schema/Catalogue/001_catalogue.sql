-- The catalogue: procedures, places, agencies, one-stop systems, routes, calendars (A18.3, A21-A23). Words stand as in JSON.
-- Reference rows belong to the import. Rows with origin 'operator' belong to the operators: an import neither changes nor removes them, and
-- an imported row that an operator changes becomes the operator's. An operator who wants an imported row gone ends it (valid_to, state,
-- active) instead of deleting it: a deleted row comes back with the next import.
create schema catalogue;

-- Versions: 'catalogue' rises with every transaction that changes anything below, 'calendar' with those that change what time is counted with.
create table catalogue.version (
  name text primary key check (name in ('catalogue', 'calendar')),
  value int not null,
  changed_at timestamptz not null default now(),
  changed_in xid8);
insert into catalogue.version (name, value) values ('calendar', 0), ('catalogue', 0);

create table catalogue.sector (
  code text primary key,
  name text not null,
  publisher text not null,
  vertical boolean not null,
  at_ministry boolean not null,
  at_province text,
  at_commune text,
  unique (publisher, name));

create table catalogue.procedure (
  code text primary key check (code ~ '^[0-9]\.[0-9]{6}$'),
  name text not null check (name <> ''),
  decision text,
  levels text[] not null check (levels <@ array['ministry', 'province', 'commune', 'other']),
  kind text,
  sector_name text not null,
  sector_code text,
  subjects text[] not null,
  publisher text,
  publisher_name text not null,
  executed_by text,
  results text[] not null,
  served text not null check (served in ('central', 'oneStop')));

create table catalogue.procedure_channel (
  procedure text not null references catalogue.procedure on delete cascade,
  channel text not null check (channel in ('direct', 'online', 'post')),
  case_no int not null check (case_no > 0),
  published_time numeric,
  published_unit text not null,
  term_amount bigint check (term_amount >= 0),
  term_unit text check (term_unit in ('workingMinutes', 'workingDays', 'calendarDays', 'months')),
  fee_vnd bigint check (fee_vnd >= 0),
  fee_note text,
  primary key (procedure, channel, case_no),
  check ((term_amount is null) = (term_unit is null)));

create table catalogue.province (
  code text primary key check (code ~ '^[0-9]{2}$'),
  name text not null);

create table catalogue.commune (
  code text primary key check (code ~ '^[0-9]{5}$'),
  name text not null,
  province text not null references catalogue.province deferrable initially deferred);

create table catalogue.place_alias (
  kind text not null check (kind in ('province', 'commune')),
  old_code text not null,
  new_code text not null,
  old_name text not null,
  source text not null,
  primary key (kind, old_code));

create table catalogue.agency (
  code text primary key check (code ~ '^[0-9A-Z]{1,5}(\.[0-9A-Z]{1,5}){0,6}$'),
  name text not null check (name <> ''),
  kind text not null check (kind in (
    'ministry', 'court', 'provinceCommittee', 'communeCommittee', 'provincePolice', 'communePolice', 'taxOffice', 'customsOffice',
    'treasuryOffice', 'socialInsurance', 'stateBankRegion', 'civilEnforcement', 'unit')),
  parent text,
  valid_from date,
  valid_to date,
  successor text,
  province text,
  commune text,
  uncertain text,
  source text not null,
  origin text not null default 'operator' check (origin in ('import', 'operator')),
  check (valid_from <= valid_to),
  check (parent <> code and successor <> code),
  check (commune is null or province is not null));

create table catalogue.agency_alias (
  code text not null check (code ~ '^[0-9A-Z]{1,5}(\.[0-9A-Z]{1,5}){0,6}$'),
  agency text not null,
  valid_from date,
  valid_to date,
  source text not null,
  origin text not null default 'operator' check (origin in ('import', 'operator')),
  primary key (code, agency),
  check (valid_from <= valid_to),
  check (code <> agency));

-- A system's number is its place among the flows: given once, kept for ever, even when the system is gone.
create table catalogue.system_number (
  code text primary key,
  number smallint not null unique check (number > 0));

-- Name and owner are the import's; everything about the connection is a setting and the operators'. Secrets stand elsewhere.
create table catalogue.one_stop_system (
  code text primary key check (code <> ''),
  number smallint not null unique,
  name text not null,
  owner text not null,
  generation text not null check (generation in ('G1', 'G2')),
  base_url text check (base_url ~ '^https?://'),
  receive_path text not null default '/nhanhsdvcqg' check (receive_path like '/%'),
  lookup_path text default '/search/call' check (lookup_path like '/%'),
  dst_code text,
  dst_code_in_query boolean not null default false,
  provider_url text,
  redirect_template text check (redirect_template ~ '^https?://'),
  concurrency int not null default 16 check (concurrency between 1 and 1000),
  calls_per_second double precision check (calls_per_second > 0),
  call_timeout interval not null default '30 seconds' check (call_timeout between '100 milliseconds' and '10 minutes'),
  error_code_form text not null default 'string' check (error_code_form in ('number', 'string', 'padded')));

-- Who is competent (A18.3): a fixed agency, or the agency of a kind that serves the place.
create table catalogue.agency_route (
  id text primary key check (id <> ''),
  procedure text check (procedure ~ '^[0-9]\.[0-9]{6}$'),
  level text not null check (level in ('ministry', 'province', 'commune', 'other')),
  case_no int check (case_no > 0),
  province text check (province ~ '^[0-9]{2}$'),
  commune text check (commune ~ '^[0-9]{5}$'),
  agency text,
  unit_kind text,
  valid_from date,
  valid_to date,
  state text not null default 'draft' check (state in ('draft', 'tested', 'live')),
  source text not null check (source <> ''),
  origin text not null default 'operator' check (origin in ('import', 'operator')),
  check ((agency is null) <> (unit_kind is null)),
  check (unit_kind in (
    'provinceCommittee', 'communeCommittee', 'provincePolice', 'communePolice', 'taxOffice', 'customsOffice', 'treasuryOffice',
    'socialInsurance', 'stateBankRegion', 'civilEnforcement')),
  check (commune is null or province is not null),
  check (valid_from <= valid_to),
  check (origin = 'operator' or id like 'import:%'));

-- Which system serves whom (A23.3).
create table catalogue.system_route (
  id text primary key check (id <> ''),
  procedure text check (procedure ~ '^[0-9]\.[0-9]{6}$'),
  agency text not null,
  with_units boolean not null,
  system text not null references catalogue.one_stop_system,
  valid_from date,
  valid_to date,
  state text not null default 'draft' check (state in ('draft', 'tested', 'live')),
  source text not null check (source <> ''),
  origin text not null default 'operator' check (origin in ('import', 'operator')),
  check (valid_from <= valid_to),
  check (origin = 'operator' or id like 'import:%'));

create table catalogue.calendar_day (
  calendar text not null,
  date date not null,
  kind text not null check (kind in ('Holiday', 'CompensatoryDayOff', 'WorkingDay')),
  name text not null,
  source_document text not null check (source_document <> ''),
  active boolean not null,
  origin text not null default 'operator' check (origin in ('import', 'operator')),
  primary key (calendar, date));

create table catalogue.office_hours (
  calendar text not null,
  day text not null check (day in ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')),
  opens time not null,
  closes time not null,
  valid_from date not null,
  valid_to date,
  source_document text not null check (source_document <> ''),
  origin text not null default 'operator' check (origin in ('import', 'operator')),
  primary key (calendar, day, opens, valid_from),
  check (opens < closes),
  check (valid_from <= valid_to));

-- Announced to the agencies at least five working days ahead (A32.3).
create table catalogue.maintenance_window (
  system text not null references catalogue.one_stop_system,
  starts timestamptz not null,
  ends timestamptz not null,
  announcement text not null,
  primary key (system, starts),
  check (starts < ends));

create table catalogue.import (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  version int not null,
  changed boolean not null,
  findings int not null,
  errors int not null);

create table catalogue.finding (
  import bigint not null references catalogue.import on delete cascade,
  number int not null,
  file text not null,
  line int not null,
  record text not null,
  severity text not null check (severity in ('info', 'warning', 'error')),
  code text not null,
  message text not null,
  primary key (import, number));

-- Every change, whoever makes it, raises the version once per transaction, so that hosts load the catalogue again.
create function catalogue.raise_version() returns trigger language plpgsql as $$
begin
  if exists (select from changed) then
    update catalogue.version set value = value + 1, changed_at = now(), changed_in = pg_current_xact_id()
    where name = any (tg_argv) and changed_in is distinct from pg_current_xact_id();
  end if;
  return null;
end $$;

-- What an operator touches is the operator's from then on. The import says who it is.
create function catalogue.own_what_is_touched() returns trigger language plpgsql as $$
begin
  if current_setting('catalogue.importing', true) is distinct from 'on' then new.origin := 'operator'; end if;
  return new;
end $$;

create function catalogue.give_number() returns trigger language plpgsql as $$
begin
  lock table catalogue.system_number in share row exclusive mode;
  insert into catalogue.system_number (code, number)
    select new.code, coalesce(max(number), 0) + 1 from catalogue.system_number
    on conflict (code) do nothing;
  select number into new.number from catalogue.system_number where code = new.code;
  return new;
end $$;

create function catalogue.keep_number() returns trigger language plpgsql as $$
begin
  raise exception 'The number of % was given once and for ever.', old.code using errcode = 'integrity_constraint_violation';
end $$;

create trigger give_number before insert on catalogue.one_stop_system for each row execute function catalogue.give_number();
create trigger keep_number before update of number on catalogue.one_stop_system for each row
  when (new.number is distinct from old.number) execute function catalogue.keep_number();
create trigger keep_number before update or delete on catalogue.system_number for each row execute function catalogue.keep_number();

do $$
declare
  item record;
  event record;
begin
  for item in
    select * from (values
      ('sector', 'catalogue'), ('procedure', 'catalogue'), ('procedure_channel', 'catalogue'), ('province', 'catalogue'),
      ('commune', 'catalogue'), ('place_alias', 'catalogue'), ('agency', 'catalogue'), ('agency_alias', 'catalogue'),
      ('one_stop_system', 'catalogue'), ('agency_route', 'catalogue'), ('system_route', 'catalogue'),
      ('calendar_day', 'calendar'), ('office_hours', 'calendar'), ('maintenance_window', 'calendar')) as versioned (name, part)
  loop
    for event in select * from (values ('insert', 'new'), ('update', 'new'), ('delete', 'old')) as events (name, rows) loop
      execute format(
        'create trigger %s_raises_version after %s on catalogue.%I referencing %s table as changed for each statement execute function catalogue.raise_version(%s)',
        event.name, event.name, item.name, event.rows, case item.part when 'calendar' then '''catalogue'', ''calendar''' else '''catalogue''' end);
    end loop;
  end loop;
  for item in
    select unnest(array['agency', 'agency_alias', 'agency_route', 'system_route', 'calendar_day', 'office_hours']) as name
  loop
    execute format(
      'create trigger own_what_is_touched before update on catalogue.%I for each row execute function catalogue.own_what_is_touched()', item.name);
  end loop;
end $$;
