-- Reconciliation: the files that partners sent, what of ours was matched with them, and what came of it. The numbers leave room for the registry.

-- A file that was taken whole. A corrected one for the same day has the next number; the highest counts, and the others stay on record.
create table payment.statement_file (
  id bigint generated always as identity primary key,
  partner text collate "C" not null,
  day date not null,
  number int not null,
  name text collate "C" not null,
  family text collate "C" not null,
  bytes bigint not null,
  announced bigint,
  hash bytea not null,
  lines bigint not null,
  fees bigint not null default 0,
  fee_amount bigint not null default 0,
  key smallint not null,
  taken_at timestamptz not null default now(),
  taken_by text not null,
  unique (partner, day, number),
  unique (partner, name),
  unique (partner, day, hash));

-- The file itself, sealed: it is answered in its own words, and may name payers.
create table payment.statement_part (
  file bigint not null,
  part int not null,
  sealed bytea not null,
  primary key (file, part));
alter table payment.statement_part alter column sealed set storage external;

-- Its movements, never changed. id = file * 2^32 + the movement's place in the file: the same in every run.
create table payment.statement_line (
  id bigint primary key,
  line_number bigint not null,
  kind smallint not null,
  partner_reference text collate "C" not null,
  our_reference text collate "C",
  amount bigint not null check (amount >= 0),
  at timestamptz,
  bank_date date not null,
  account text collate "C" not null,
  status text collate "C" not null);

create index statement_line_reference on payment.statement_line (partner_reference, (coalesce(our_reference, '')));

create table payment.statement_rejection (
  id bigint generated always as identity primary key,
  partner text collate "C" not null,
  day date,
  name text collate "C" not null,
  bytes bigint not null,
  hash bytea not null,
  line bigint not null,
  field text not null,
  rule text collate "C" not null,
  details text not null,
  rejected_at timestamptz not null default now(),
  rejected_by text not null,
  unique (partner, name, hash, rule, line));

-- A day's file did not come in time. It stays on record when the file comes after all.
create table payment.statement_missing (
  partner text collate "C" not null,
  day date not null,
  noticed_at timestamptz not null default now(),
  arrived_at timestamptz,
  primary key (partner, day));

-- state 1: its inputs are fixed; 2: completed. as_of: the latest day that was reconciled when it began, or its own.
create table payment.reconciliation_run (
  id bigint generated always as identity primary key,
  partner text collate "C" not null,
  day date not null,
  number int not null,
  file bigint not null unique,
  previous bigint,
  as_of date not null,
  state smallint not null default 1,
  begun_at timestamptz not null default now(),
  begun_by text not null,
  completed_at timestamptz,
  completed_by text,
  cut_off interval not null,
  digest bytea,
  opened int not null default 0,
  resolved int not null default 0,
  carried int not null default 0,
  confirmed int not null default 0,
  settled int not null default 0,
  unique (partner, day, number));
create index reconciliation_run_completed on payment.reconciliation_run (partner, id) where state = 2;

-- What of ours takes part: a payment, its reversal, a refund, the settlement that is due. run: in which it first took part; done_run: in which it
-- first stood as done, and is not looked for again.
create table payment.reconciliation_item (
  id bigint generated always as identity primary key,
  partner text collate "C" not null,
  kind smallint not null,
  reference text collate "C" not null,
  number text collate "C" not null,
  run bigint not null,
  done_run bigint,
  unique (partner, kind, reference, number));

-- The inputs of a run as they stood when it began: a run that is repeated has the very same. side 0 is ours, 1 the bank's.
create table payment.reconciliation_entry (
  run bigint not null,
  side smallint not null,
  id bigint not null,
  kind smallint not null,
  status smallint not null,
  carried boolean not null,
  passive boolean not null,
  amount bigint not null,
  at timestamptz not null,
  day date not null,
  reference text collate "C",
  transaction_no text collate "C" not null,
  account text collate "C" not null,
  agency text collate "C",
  primary key (run, side, id));

-- What matched. Several rows of one side may belong to one of the other.
create table payment.reconciliation_match (
  run bigint not null,
  ledger bigint not null,
  statement bigint not null,
  basis smallint not null,
  primary key (run, ledger, statement));
create index reconciliation_match_statement on payment.reconciliation_match (run, statement);

-- What did not, or only the next day can. action 0: waits; 1: inquiry; 2: the payment is confirmed; 3: the refund is asked about; 4: told to the order.
create table payment.reconciliation_finding (
  run bigint not null,
  difference text collate "C" not null,
  class smallint not null,
  resolution smallint not null,
  kind smallint not null,
  action smallint not null,
  ledger_amount bigint not null,
  statement_amount bigint not null,
  primary key (run, difference));

-- The rows of findings: every input of a run is here once, or matched.
create table payment.reconciliation_finding_row (
  run bigint not null,
  difference text collate "C" not null,
  side smallint not null,
  id bigint not null,
  primary key (run, side, id));
create index reconciliation_finding_row_difference on payment.reconciliation_finding_row (run, difference);

-- The tie-out: on each side the classes hold what was given. class 0 is what was given.
create table payment.reconciliation_total (
  run bigint not null,
  class smallint not null,
  ledger_count bigint not null,
  ledger_amount bigint not null,
  statement_count bigint not null,
  statement_amount bigint not null,
  primary key (run, class));

-- A run that was repeated by hand.
create table payment.reconciliation_repeat (
  run bigint not null,
  at timestamptz not null default now(),
  by_account text not null,
  digest bytea not null,
  primary key (run, at));
