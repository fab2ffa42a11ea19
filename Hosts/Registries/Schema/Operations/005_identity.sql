-- Accounts of one and the same person: somebody signs in at the screen under one name and works at the command line under another. An account
-- that is not here is a person of its own.
create table operations.identity (
  account text collate "C" primary key,
  person uuid not null,
  linked_at timestamptz not null,
  linked_by text not null,
  reason text not null check (reason <> ''));
create index identity_person on operations.identity (person);
