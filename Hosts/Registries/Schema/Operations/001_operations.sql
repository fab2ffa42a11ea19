-- What the operators' screen and command keep for themselves: the keys of its sessions, who did what, what waits for a second person.
create schema operations;

-- Keys that protect the sessions of the screen, sealed with the data keys: every host of the screen reads the same.
create table operations.session_key (
  name text primary key,
  key_number smallint not null,
  sealed bytea not null,
  created_at timestamptz not null default now());
