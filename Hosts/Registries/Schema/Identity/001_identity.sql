-- Sign-ins, who somebody was found to be, and tickets with which people are handed over to one-stop systems. What is a secret (a state, a result, what
-- a caller bound a sign-in to) is kept as its hash; who somebody is is sealed and goes when its time is over.

create schema identity;

-- A sign-in under way. A state works once: came_back_at is set by whoever comes first.
create table identity.sign_in (
  state bytea primary key,
  id uuid not null unique,
  source text not null,
  account text not null,
  binding bytea not null,
  return_to text not null,
  caller_state text,
  begun_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > begun_at),
  came_back_at timestamptz,
  outcome text) with (fillfactor = 80);
create index sign_in_begun on identity.sign_in (begun_at);

-- Who somebody was found to be. result: what the browser carries to the caller, good for minutes. person: the keyed hash of the number.
create table identity.verification (
  id uuid primary key,
  sign_in uuid not null unique,
  account text not null,
  binding bytea not null,
  result bytea not null unique,
  result_until timestamptz not null,
  fetched_at timestamptz,
  person bytea not null,
  key smallint not null,
  sealed bytea not null,
  verified_at timestamptz not null,
  expires_at timestamptz not null) with (fillfactor = 80);
alter table identity.verification alter column sealed set storage external;
create index verification_expires on identity.verification (expires_at);

-- One person, one account (A9.2), of citizens and organisations: found by the keyed hash, which cannot be tried without the key.
create table identity.person (
  person bytea primary key,
  id text collate "C" not null unique,
  technical_id text,
  account_level smallint not null,
  first_at timestamptz not null,
  last_at timestamptz not null) with (fillfactor = 80);

-- By which sign-in, and how well known, the applicant of a dossier was when it was filed.
create table identity.filing (
  dossier text collate "C" primary key,
  verification uuid not null,
  source text not null,
  account_level smallint not null,
  authentication_level smallint not null,
  verified_at timestamptz not null);

-- Tickets, without who it is: that is read when they are redeemed. One works once: redeemed_at is set under the row's lock.
create table identity.ticket (
  id uuid primary key,
  kind smallint not null check (kind in (1, 2)),
  verification uuid not null,
  officer text collate "C",
  account text not null,
  system text collate "C" not null,
  person bytea not null,
  procedure text collate "C" not null,
  key_id text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > issued_at),
  redeemed_at timestamptz,
  redeemed_by text,
  redemption bytea,
  check ((kind = 2) = (officer is not null)),
  check ((redeemed_at is null) = (redeemed_by is null) and (redeemed_at is null) = (redemption is null))) with (fillfactor = 80);
create index ticket_issued on identity.ticket (issued_at);

-- Tickets that were presented and not taken: a replay is somebody's mistake, or a theft.
create table identity.ticket_refusal (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  ticket uuid,
  account text not null,
  system text collate "C" not null,
  reason text not null);
create index ticket_refusal_at on identity.ticket_refusal (at);

-- What the Gateways know of partners that they ask themselves, while somebody waits: the same figures as those of the Workers' lines.
create table identity.partner_outcome (
  partner text collate "C" not null,
  kind smallint not null,
  at timestamptz not null,
  side text check (side in ('us', 'network', 'partner')),
  reason text not null,
  milliseconds int not null,
  primary key (partner, kind)) with (fillfactor = 50);
create table identity.partner_minute (
  partner text collate "C" not null,
  minute timestamptz not null,
  done int not null,
  refused int not null,
  failed int not null,
  milliseconds bigint not null,
  longest int not null,
  primary key (partner, minute)) with (fillfactor = 70);
