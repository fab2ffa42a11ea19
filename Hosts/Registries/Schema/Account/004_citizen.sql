-- Citizens' and organisations' accounts at the portal, as far as their clock needs them: when they were used last, and what comes next. A row in use
-- has its next step in due; what is locked has none. Where notices go is personal data, sealed.

create table account.citizen (
  id text collate "C" primary key,
  state smallint not null default 1,
  active_at timestamptz not null,
  step smallint not null default 0,
  due timestamptz,
  key smallint not null,
  sealed bytea not null,
  changed_at timestamptz not null default now(),
  check ((state = 2) = (due is null))) with (fillfactor = 85);
create index citizen_due on account.citizen (due) where due is not null;

-- One row for each notice of each time without activity and channel: nobody is told the same twice.
create table account.citizen_notice (
  citizen text collate "C" not null,
  since timestamptz not null,
  number smallint not null,
  channel smallint not null,
  at timestamptz not null,
  primary key (citizen, since, number, channel));

-- A citizen asks for a locked account; it is answered within 8 working hours on the registered channel.
create table account.citizen_restore (
  citizen text collate "C" not null,
  id text collate "C" not null,
  asked_at timestamptz not null,
  deadline timestamptz not null,
  accepted boolean,
  answered_at timestamptz,
  answered_by text,
  reason text,
  told_at timestamptz,
  primary key (citizen, id),
  check ((accepted is null) = (answered_at is null)));
create index citizen_restore_open on account.citizen_restore (deadline) where answered_at is null;
create index citizen_restore_untold on account.citizen_restore (answered_at) where answered_at is not null and told_at is null;
