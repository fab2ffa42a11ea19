-- Which procedures an officer may receive, as it is shared with each one-stop system, and how far apart the two sides were found to be. A row is
-- written by its scope's, or its agency's, own lane.

-- register is what both sides send each other, as JSON. A withdrawal that both hold is shown for a while; then its row goes.
create table account.scope (
  system text collate "C" not null,
  account text collate "C" not null,
  procedure text collate "C" not null,
  granted boolean not null,
  life text,
  said_at text,
  by_account text,
  conflict boolean not null,
  register jsonb not null,
  state smallint not null,
  reason text,
  updated_at timestamptz not null,
  tx xid8 not null default pg_current_xact_id(),
  id bigint not null generated always as identity,
  primary key (system, account, procedure)) with (fillfactor = 80);
-- What a system pulls since a cursor; the order of (tx, id), as in account.feed.
create index scope_changed on account.scope (system, tx, id);
create index scope_conflicting on account.scope (updated_at) where conflict;
create index scope_not_confirmed on account.scope (system, updated_at) where state <> 2;

-- Every conflict with both values, also when it is settled.
create table account.scope_conflict (
  system text collate "C" not null,
  account text collate "C" not null,
  procedure text collate "C" not null,
  event uuid not null,
  words jsonb not null,
  granted boolean not null,
  at timestamptz not null,
  primary key (system, account, procedure, event));
create index scope_conflict_at on account.scope_conflict using brin (at);

create table account.comparison (
  system text collate "C" not null,
  agency text collate "C" not null,
  run int not null,
  state smallint not null,
  ours text,
  theirs text,
  differing int not null,
  found bigint not null,
  at timestamptz not null,
  primary key (system, agency)) with (fillfactor = 80);
