-- Who may call: the portal, the coordination system, one-stop systems, operators. Secrets are kept as slow hashes (passwords) or as
-- SHA-256 (tokens that a generator made, which nobody can guess).

create schema access;

create table access.account (
  name text collate "C" primary key,
  kind text not null check (kind in ('portal', 'coordination', 'onestop', 'operator')),
  system text collate "C",
  password text,
  token bytea,
  networks text[] not null default '{}',
  development boolean not null default false,
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  created_by text not null,
  check ((kind = 'onestop') = (system is not null)),
  check (password is not null or token is not null));
create unique index account_token on access.account (token) where token is not null;
