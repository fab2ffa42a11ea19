-- The registry of payments: obligations, their orders, what partners told of them, refunds, the ledger, differences and inquiries.
-- Rows of an order are written by the door when it is born and by its own lane afterwards; those of an obligation and of an inquiry by theirs.
-- None of these tables is partitioned: an order is looked up by its reference for as long as money may be asked about, and references begin
-- with their day, so what is used lies together in every index.

create schema payment;

create table payment.obligation (
  id text collate "C" primary key,
  account text collate "C" not null,
  agency text collate "C" not null,
  dossier text collate "C",
  content bytea not null,
  confirm_to text collate "C",
  stated_at timestamptz not null,
  expires_at timestamptz not null,
  state smallint not null default 1,
  state_since timestamptz not null,
  amount bigint not null check (amount > 0),
  paid bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()) with (fillfactor = 80);
create index obligation_dossier on payment.obligation (dossier) where dossier is not null;

-- Who is to pay: personal data, sealed. A table of its own, since the obligation's row is written again with every payment.
create table payment.payer (
  obligation text collate "C" primary key,
  key smallint not null,
  sealed bytea not null);
alter table payment.payer alter column sealed set storage external;

-- Written again some six times in its life: as much room as that needs is left on its page. An update that changes no state touches no index.
create table payment.payment_order (
  reference text collate "C" primary key,
  obligation text collate "C" not null,
  position smallint not null,
  agency text collate "C" not null,
  bank text collate "C" not null,
  account_number text collate "C" not null,
  account_name text not null,
  treasury boolean not null,
  amount bigint not null check (amount > 0),
  state smallint not null default 1,
  state_since timestamptz not null,
  collected bigint not null default 0,
  refunded bigint not null default 0,
  refunding bigint not null default 0,
  settled bigint not null default 0,
  partner text collate "C",
  transaction_no text collate "C",
  confirmed smallint,
  differences int not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null default now()) with (fillfactor = 70);
create index payment_order_obligation on payment.payment_order (obligation);
create index payment_order_agency on payment.payment_order (agency, created_at);
-- What operators ask for: who stands longest where he is. What is not over yet is a small part of it.
create index payment_order_state on payment.payment_order (state, state_since);

create table payment.obligation_line (
  reference text collate "C" not null,
  line smallint not null,
  kind smallint not null,
  code text not null,
  name text not null,
  amount bigint not null check (amount > 0),
  primary key (reference, line));

-- A payment that was begun here: the citizen was given a link or a QR code.
create table payment.attempt (
  reference text collate "C" not null,
  partner text collate "C" not null,
  started_at timestamptz not null,
  account text collate "C" not null,
  primary key (reference, partner, started_at));

-- What partners told, as it stands. A partner's number names one payment and so one order; the order that it was first told of has it.
create table payment.transaction (
  reference text collate "C" not null,
  partner text collate "C" not null,
  transaction_no text collate "C" not null,
  result smallint not null,
  amount bigint not null,
  paid_at timestamptz not null,
  day date not null,
  source smallint not null,
  kept_at timestamptz not null default now(),
  primary key (reference, partner, transaction_no)) with (fillfactor = 85);
create unique index transaction_number on payment.transaction (partner, transaction_no) where transaction_no <> '';
create index transaction_day on payment.transaction (day, partner);

-- The same number told of another order too: its saga counts the money, so it must not vanish, and it cannot be right. The check names it.
create table payment.transaction_claim (
  reference text collate "C" not null,
  partner text collate "C" not null,
  transaction_no text collate "C" not null,
  result smallint not null,
  amount bigint not null,
  paid_at timestamptz not null,
  day date not null,
  source smallint not null,
  claimed_at timestamptz not null default now(),
  primary key (reference, partner, transaction_no));
create index transaction_claim_day on payment.transaction_claim (day, partner);

create table payment.refund (
  reference text collate "C" not null,
  number int not null,
  partner text collate "C" not null,
  transaction_no text collate "C" not null,
  amount bigint not null check (amount > 0),
  cause smallint not null,
  state smallint not null,
  decision text,
  reason text,
  since timestamptz not null,
  kept_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (reference, number)) with (fillfactor = 70);
create index refund_unfinished on payment.refund (since) where state in (1, 2);
create index refund_transaction on payment.refund (partner, transaction_no);

-- The collecting agency was asked to decide on a refund.
create table payment.refund_request (
  reference text collate "C" not null,
  partner text collate "C" not null,
  transaction_no text collate "C" not null,
  amount bigint not null,
  agency text collate "C" not null,
  reason text not null,
  asked_at timestamptz not null,
  primary key (reference, partner, transaction_no, amount));
create index refund_request_asked on payment.refund_request (asked_at);

-- The agency's decision: recorded by one person, approved by another. obstacle: why the order could not carry it out.
create table payment.refund_decision (
  agency text collate "C" not null,
  number text collate "C" not null,
  reference text collate "C" not null,
  partner text collate "C" not null,
  transaction_no text collate "C" not null,
  amount bigint not null check (amount > 0),
  decided_on date not null,
  route smallint not null,
  reason text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  obstacle smallint,
  refused_at timestamptz,
  primary key (agency, number, reference, partner, transaction_no),
  check (lower(btrim(approved_by)) <> lower(btrim(requested_by))));
create index refund_decision_order on payment.refund_decision (reference);
create index refund_decision_open on payment.refund_decision (requested_at) where approved_by is null;

create table payment.receipt (
  reference text collate "C" primary key,
  series text not null,
  number text not null,
  issued_on date not null,
  url text,
  kept_at timestamptz not null default now()) with (fillfactor = 90);

-- Callbacks that were accepted. Their bodies lie in dossier.raw_body under the same id.
create table payment.callback (
  reference text collate "C" not null,
  id uuid not null,
  partner text collate "C" not null,
  identity text not null,
  content bytea not null,
  key_id text,
  receipt_number text,
  outcome text not null,
  received_at timestamptz not null,
  primary key (reference, id));

-- The accounts that agencies registered for their fees.
create table payment.agency_account (
  agency text collate "C" not null,
  bank text collate "C" not null,
  number text collate "C" not null,
  holder text not null,
  treasury boolean not null,
  valid_from date not null,
  valid_to date,
  imported_at timestamptz not null default now(),
  imported_by text not null,
  primary key (agency, bank, number, valid_from),
  check (valid_to >= valid_from));

alter table payment.payment_order set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
alter table payment.obligation set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
