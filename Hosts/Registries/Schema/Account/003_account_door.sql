-- What comes to the door of accounts: units' requests as they came, proposals of one-stop systems, the secrets of system accounts (A8.2d),
-- and what may be given in a unit at most.

-- Without a row all eight groups may be given in the unit.
create table account.unit (
  agency text collate "C" primary key,
  groups text not null,
  changed_at timestamptz not null default now(),
  changed_by text not null);

-- A complete request as it came (A10.2): personal data, sealed. Requests of the Department's systems (A10.5) have no account here: they are
-- handed on, and the row says when and by whom.
create table account.request_form (
  id text collate "C" primary key,
  target smallint not null,
  kind smallint not null,
  account text collate "C",
  agency text collate "C" not null,
  document_number text not null,
  document_date date not null,
  document_file text not null,
  key smallint not null,
  sealed bytea not null,
  received_from text not null,
  received_at timestamptz not null,
  handed_on_at timestamptz,
  handed_on_by text,
  handed_on_document text,
  check ((target = 1) = (account is not null)));
alter table account.request_form alter column sealed set storage external;
create index request_form_routed on account.request_form (received_at) where target <> 1 and handed_on_at is null;

-- A one-stop system's own change (A12.5), by its own id.
create table account.proposal (
  system text collate "C" not null,
  id text collate "C" not null,
  kind smallint not null,
  account text collate "C" not null,
  agency text collate "C" not null,
  groups text,
  cause smallint,
  reason text not null,
  proposed_by text not null,
  state smallint not null,
  key smallint,
  sealed bytea,
  at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  primary key (system, id),
  check ((state = 1) = (decided_at is null)));
alter table account.proposal alter column sealed set storage external;
create index proposal_open on account.proposal (at) where state = 1;

-- Who looked at a profile (decisions, Law and records).
create table account.viewed (
  account text collate "C" not null,
  id bigint generated always as identity,
  by_account text not null,
  at timestamptz not null default now(),
  primary key (account, id));

-- The secrets of system-to-system accounts: two at most are good at any time, so that one is replaced without a pause. Only hashes are kept.
create table account.secret (
  name text collate "C" not null,
  number int not null,
  hash bytea not null,
  issued_at timestamptz not null,
  issued_by text not null,
  ends_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  primary key (name, number));
create unique index secret_hash on account.secret (hash);
