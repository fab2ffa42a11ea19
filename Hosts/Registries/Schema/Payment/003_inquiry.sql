-- Differences, the inquiries on them, and the events that agencies' systems and operators follow.

-- What does not agree, as it was found; never changed.
create table payment.difference (
  id text collate "C" primary key,
  kind smallint not null,
  partner text collate "C" not null,
  reference text collate "C",
  agency text collate "C",
  transaction_no text collate "C",
  day date not null,
  expected bigint not null,
  found bigint not null,
  deadline timestamptz not null,
  found_at timestamptz not null);
create index difference_reference on payment.difference (reference) where reference is not null;
create index difference_day on payment.difference (partner, day);

-- Where the inquiry on it stands.
create table payment.inquiry (
  difference text collate "C" primary key,
  transaction_no text collate "C",
  day date not null,
  state smallint not null,
  state_since timestamptz not null,
  answers smallint not null,
  deadline timestamptz not null,
  claim_until timestamptz not null,
  carried_to date,
  overdue boolean not null,
  updated_at timestamptz not null default now()) with (fillfactor = 80);
create index inquiry_open on payment.inquiry (deadline) where state <> 4;

create table payment.inquiry_step (
  difference text collate "C" not null,
  id uuid not null,
  step smallint not null,
  said text not null,
  by_account text not null,
  at timestamptz not null,
  primary key (difference, id));

-- The order of (tx, id), as in dossier.feed. An agency's system reads its agencies' events alone, operators read all.
create table payment.feed (
  tx xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity,
  type text not null,
  key text collate "C" not null,
  agency text collate "C",
  at timestamptz not null,
  body bytea not null,
  primary key (tx, id));
create index feed_agency on payment.feed (agency, tx, id) where agency is not null;
create index feed_key on payment.feed (key);
create index feed_at on payment.feed using brin (at);

-- The last event that was let go: a cursor before it has missed something.
create table payment.feed_trimmed (
  one boolean primary key default true check (one),
  tx xid8 not null,
  id bigint not null);
