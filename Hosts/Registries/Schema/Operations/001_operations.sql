-- What the operators' screen and command keep for themselves: the keys of its sessions, who did what, what waits for a second person.
create schema operations;

-- Keys that protect the sessions of the screen, sealed with the data keys: every host of the screen reads the same.
create table operations.session_key (
  name text primary key,
  key_number smallint not null,
  sealed bytea not null,
  created_at timestamptz not null default now());

-- Who did what, and who looked at whose data: append-only, and a chain. Each row's hash is keyed (a key derived from the data keys) and covers the
-- row and the hash before it, so that whoever can write here but has no key can alter, remove or insert nothing unnoticed.
create table operations.audit (
  number bigint primary key,
  at timestamptz not null,
  who text not null,
  name text not null,
  role text not null,
  scope text not null,
  action text collate "C" not null,
  kind text collate "C" not null,
  target text collate "C" not null,
  agency text collate "C",
  reason text,
  result text not null,
  detail text,
  previous bytea not null,
  hash bytea not null);
create index audit_at on operations.audit using brin (at);
create index audit_who on operations.audit (who, number);
create index audit_target on operations.audit (target, number);
create index audit_agency on operations.audit (agency, number) where agency is not null;

-- The chain's end: who appends locks it, so that the chain does not fork, and rows removed from the end are missed.
create table operations.audit_head (
  one boolean primary key default true check (one),
  number bigint not null,
  hash bytea not null);
insert into operations.audit_head (number, hash) values (0, sha256('operations.audit'::bytea));

create function operations.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of %.% is refused: it is append-only', tg_op, tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_append_only before update or delete on operations.audit for each row execute function operations.refuse_change();
create trigger audit_not_emptied before truncate on operations.audit for each statement execute function operations.refuse_change();
create trigger audit_head_stays before delete on operations.audit_head for each row execute function operations.refuse_change();
create trigger audit_head_not_emptied before truncate on operations.audit_head for each statement execute function operations.refuse_change();

create function operations.step_on() returns trigger language plpgsql as $$
begin
  if new.number <= old.number then
    raise exception 'The audit trail''s end only goes on' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger audit_head_steps before update on operations.audit_head for each row execute function operations.step_on();

-- What waits for a second person. The payload may hold personal data and is sealed.
create table operations.approval (
  id uuid primary key,
  kind text collate "C" not null,
  target text collate "C" not null,
  agency text collate "C",
  key smallint not null,
  payload bytea not null,
  about text,
  reason text not null check (reason <> ''),
  proposed_by text not null,
  proposed_name text not null,
  proposed_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > proposed_at),
  state text not null default 'open' check (state in ('open', 'approved', 'rejected', 'expired', 'failed')),
  decided_by text,
  decided_name text,
  decided_at timestamptz,
  decision text,
  outcome text,
  check ((state in ('approved', 'rejected', 'failed')) <= (decided_by is not null and decided_by <> proposed_by and decision <> '')));
create unique index approval_open on operations.approval (kind, target) where state = 'open';
create index approval_proposed on operations.approval (proposed_at desc);

-- What was ordered about which parking of a message: progress of a group is read from here, and nothing is ordered twice about one parking.
create table operations.parked_order (
  message uuid not null,
  scope int not null,
  parked_at timestamptz not null,
  action text not null check (action in ('retry', 'edit', 'discard')),
  approval uuid not null references operations.approval,
  ordered_at timestamptz not null,
  primary key (message, scope, parked_at));
create index parked_order_approval on operations.parked_order (approval);
