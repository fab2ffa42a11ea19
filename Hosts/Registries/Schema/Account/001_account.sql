-- The registry of accounts: who has one, the posts in agencies, what was done with it and by whom, requests of units, how far the one-stop
-- systems are, and the agencies' reviews. Rows of an account are written by the door when it is born and by its own lane afterwards; those of a
-- review by the agency's.

create schema account;

-- person is a keyed hash of the personal number: it finds who has an account, and cannot be tried without the key.
create table account.account (
  id text collate "C" primary key,
  person bytea not null,
  kind smallint not null,
  state smallint not null,
  state_since timestamptz not null,
  version int not null default 0,
  cause smallint,
  active_at timestamptz,
  lock_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null default now()) with (fillfactor = 80);
-- One person, one account (A9.2), across all agencies: a refused request and a withdrawn account make room for the next.
create unique index account_person on account.account (person) where state not in (4, 10);
-- What operators ask for: whose lock is near.
create index account_lock_at on account.account (lock_at) where lock_at is not null;

-- Groups are kept by the contract's words.
create table account.post (
  account text collate "C" not null,
  agency text collate "C" not null,
  groups text not null,
  systems text[] not null,
  primary key (account, agency));
create index post_agency on account.post (agency, account);

-- Who it is: personal data, sealed; each revision once.
create table account.profile (
  account text collate "C" not null,
  revision int not null,
  key smallint not null,
  sealed bytea not null,
  primary key (account, revision));
alter table account.profile alter column sealed set storage external;

-- Every action with who and why (A9.4).
create table account.step (
  account text collate "C" not null,
  id uuid not null,
  version int not null,
  step text not null,
  by_account text not null,
  reason text not null,
  document_number text,
  document_date date,
  document_file text,
  at timestamptz not null,
  primary key (account, id));

create table account.request (
  account text collate "C" not null,
  id text collate "C" not null,
  kind smallint not null,
  agency text collate "C" not null,
  state smallint not null,
  complete_at timestamptz not null,
  deadline timestamptz not null,
  overdue boolean not null,
  updated_at timestamptz not null default now(),
  primary key (account, id)) with (fillfactor = 80);
create index request_open on account.request (deadline) where state in (1, 2, 3);

-- One row for each version that a system was told of: sent, confirmed, or refused with its words.
create table account.push (
  account text collate "C" not null,
  system text collate "C" not null,
  version int not null,
  state smallint not null,
  reason text,
  at timestamptz not null,
  primary key (account, system, version)) with (fillfactor = 80);
create index push_not_confirmed on account.push (system, at) where state <> 2;

create table account.review (
  agency text collate "C" primary key,
  due timestamptz not null,
  overdue boolean not null,
  last_on date,
  updated_at timestamptz not null default now()) with (fillfactor = 80);
create index review_due on account.review (due);

create table account.review_result (
  agency text collate "C" not null,
  reviewed_on date not null,
  kept int not null check (kept >= 0),
  changed int not null check (changed >= 0),
  by_account text not null,
  document_number text not null,
  document_date date not null,
  document_file text not null,
  at timestamptz not null,
  primary key (agency, reviewed_on));

-- The order of (tx, id), as in dossier.feed. An event that concerns several agencies has a row for each.
create table account.feed (
  tx xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity,
  type text not null,
  key text collate "C" not null,
  agency text collate "C",
  at timestamptz not null,
  body bytea not null,
  primary key (tx, id));
create index feed_agency on account.feed (agency, tx, id) where agency is not null;
create index feed_key on account.feed (key);
create index feed_at on account.feed using brin (at);

-- The last event that was let go: a cursor before it has missed something.
create table account.feed_trimmed (
  one boolean primary key default true check (one),
  tx xid8 not null,
  id bigint not null);
