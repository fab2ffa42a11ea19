-- What operators know and say of partners: whom to call, why one is paused, and when one is out of service.

-- The technical and the business contact of a partner or an agency (A7.5, A36.3): persons, so sealed.
create table operations.contact (
  subject text collate "C" not null,
  kind text not null check (kind in ('technical', 'business')),
  key smallint not null,
  sealed bytea not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (subject, kind));

-- Why a partner is not called; bus.line.stopped is what holds.
create table operations.pause (
  partner text collate "C" primary key,
  reason text not null check (reason <> ''),
  since timestamptz not null,
  by_name text not null);

-- Maintenance of partners that are no one-stop systems; those have catalogue.maintenance_window.
create table operations.partner_window (
  partner text collate "C" not null,
  starts timestamptz not null,
  ends timestamptz not null,
  announcement text not null check (announcement <> ''),
  primary key (partner, starts),
  check (starts < ends));

-- Hosts load windows with the catalogue: a change raises its version.
create trigger insert_raises_version after insert on operations.partner_window referencing new table as changed
  for each statement execute function catalogue.raise_version('catalogue');
create trigger update_raises_version after update on operations.partner_window referencing new table as changed
  for each statement execute function catalogue.raise_version('catalogue');
create trigger delete_raises_version after delete on operations.partner_window referencing old table as changed
  for each statement execute function catalogue.raise_version('catalogue');

-- That the agencies were told of a window, when, and how many working days ahead (A32.3: 5).
create table operations.window_announcement (
  partner text collate "C" not null,
  starts timestamptz not null,
  ends timestamptz not null,
  announced_at timestamptz not null,
  announced_by text not null,
  working_days int not null,
  channel text not null check (channel <> ''),
  primary key (partner, starts));
