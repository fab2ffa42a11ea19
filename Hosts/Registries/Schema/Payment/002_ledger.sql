-- The ledger: an amount that left one account and reached another. Rows are only ever added.

create table payment.ledger_entry (
  reference text collate "C" not null,
  entry int not null,
  kind smallint not null,
  from_account text collate "C" not null,
  to_account text collate "C" not null,
  amount bigint not null,
  partner text collate "C" not null,
  day date not null,
  transaction_no text collate "C" not null,
  payment int not null,
  booked_at timestamptz not null,
  written_at timestamptz not null default now(),
  primary key (reference, entry)) with (fillfactor = 100);
create index ledger_entry_day on payment.ledger_entry (day, partner);

-- An entry that was told again with another content: the one in the ledger stays, and the check names both.
create table payment.ledger_contradiction (
  reference text collate "C" not null,
  entry int not null,
  told bytea not null,
  at timestamptz not null default now(),
  primary key (reference, entry, told));

create function payment.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'restrict_violation', message = format('%I.%I only ever grows: %s is refused', tg_table_schema, tg_table_name, lower(tg_op));
end $$;

-- For each statement, so that even one that finds no row is refused; always, so that a session that replays a replica's log is too.
create trigger ledger_entry_stays before update or delete or truncate on payment.ledger_entry
  for each statement execute function payment.refuse_change();
alter table payment.ledger_entry enable always trigger ledger_entry_stays;
create trigger ledger_contradiction_stays before update or delete or truncate on payment.ledger_contradiction
  for each statement execute function payment.refuse_change();
alter table payment.ledger_contradiction enable always trigger ledger_contradiction_stays;
