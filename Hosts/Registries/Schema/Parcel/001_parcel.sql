-- What the public post carries for dossiers (A33.2a), and what it says of it.

create schema parcel;

-- One row for each parcel, as it stands. A dossier has at most one of each kind.
create table parcel.parcel (
  parcel text collate "C" primary key,
  dossier text collate "C" not null,
  kind smallint not null,
  agency text collate "C" not null,
  state smallint not null,
  since timestamptz not null,
  order_number text collate "C" not null,
  item_code text collate "C",
  obstacle smallint,
  remark text,
  alarms smallint not null,
  cash bigint not null,
  due timestamptz,
  heard_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()) with (fillfactor = 70);
create index parcel_dossier on parcel.parcel (dossier);
create index parcel_order on parcel.parcel (order_number);
create index parcel_open on parcel.parcel (since) where state not in (7, 8, 10);

-- The post's events as they came, each once, also those of orders that are none of ours. What a postman notes may name a person: it is sealed.
create table parcel.event (
  id text collate "C" primary key,
  customer text collate "C" not null,
  order_number text collate "C" not null,
  at timestamptz not null,
  code text collate "C" not null,
  state smallint,
  said text,
  item_code text collate "C",
  office text collate "C",
  key smallint,
  sealed bytea,
  kept_at timestamptz not null);
create index event_order on parcel.event (order_number, at);

-- What no tracking tells of: orders, refusals, what operators did.
create table parcel.step (
  parcel text collate "C" not null,
  id uuid not null,
  step smallint not null,
  by_account text not null,
  said text,
  at timestamptz not null,
  primary key (parcel, id));

-- How far the tracking of each customer is read.
create table parcel.tracking (
  customer text collate "C" primary key,
  cursor text collate "C" not null,
  read_at timestamptz,
  events bigint not null,
  remark text,
  updated_at timestamptz not null default now()) with (fillfactor = 50);
