-- What needs a human now, who took it, and how it went over the last days.

-- What was said and done about a thing that needs a human. The things themselves are where they arise (parked messages, alarms, differences ...):
-- they go when they are mended, and their notes stay.
create table operations.work_note (
  id bigint generated always as identity primary key,
  item text collate "C" not null,
  step smallint not null check (step in (1, 2, 3, 4)),
  note text not null,
  assignee text,
  by_account text not null,
  at timestamptz not null,
  check ((step in (2, 3)) = (assignee is not null)));
create index work_note_item on operations.work_note (item, id desc);

-- Dossiers with an alarm that have not ended. A partial index on the dossiers themselves would have every end of a dossier write all their indexes;
-- here only those that have an alarm cost something.
create table operations.alarmed (
  code text collate "C" primary key,
  agency text collate "C",
  alarms smallint not null,
  deadline timestamptz,
  since timestamptz not null);
create index alarmed_since on operations.alarmed (since);

create function operations.note_alarm() returns trigger language plpgsql as $$
begin
  if new.finished_at is not null or new.alarms = 0 then
    delete from operations.alarmed a where a.code = new.code;
  else
    insert into operations.alarmed as a (code, agency, alarms, deadline, since) values (new.code, new.agency, new.alarms, new.deadline, clock_timestamp())
    on conflict (code) do update set agency = excluded.agency, alarms = excluded.alarms, deadline = excluded.deadline,
      since = case when a.alarms = excluded.alarms then a.since else excluded.since end;
  end if;
  return null;
end $$;
create trigger note_alarm after update on dossier.dossier for each row
  when (old.alarms <> 0 or new.alarms <> 0) execute function operations.note_alarm();
insert into operations.alarmed (code, agency, alarms, deadline, since)
select d.code, d.agency, d.alarms, d.deadline, d.updated_at from dossier.dossier d where d.alarms <> 0 and d.finished_at is null;

-- How it went, once a minute, written by one host. Ages in seconds. filed and finished count from the day's first minute on (Vietnam's day);
-- payments are those whose order changed its state in the minute before.
create table operations.sample (
  at timestamptz primary key,
  ready bigint not null,
  ready_age real not null,
  calls bigint not null,
  call_age real not null,
  parked bigint not null,
  filed bigint not null,
  finished bigint not null,
  payments bigint not null);

-- The figures of a day over all agencies. The day never changes, so counting up writes no index.
create index daily_day on dossier.daily (day, figure);
