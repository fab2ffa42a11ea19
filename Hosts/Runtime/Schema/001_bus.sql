-- The bus: queues, saga store, clocks, partner lines, parking, the door's inbox and the journal.
-- Bodies and states are UTF-8 JSON as bytea; times are timestamptz; names are small numbers of bus.word.
-- Keys are compared byte by byte whatever the database's collation: collate "C".

create schema if not exists bus;

create table bus.word (
  id smallint generated always as identity primary key,
  kind text not null check (kind in ('endpoint', 'type', 'edge', 'clock')),
  name text not null,
  unique (kind, name));

-- CACHE 1: a larger cache would give each session a block of its own and with it an order of its own.
create sequence bus.message_seq cache 1;

-- Only messages that can run now. The primary key is the only index.
create table bus.ready (
  lane smallint not null,
  flow int not null,
  seq bigint not null default nextval('bus.message_seq'),
  id uuid not null,
  type smallint not null,
  schema smallint not null,
  endpoint smallint not null,
  key text collate "C" not null,
  reply_to smallint,
  reply_key text collate "C",
  cause uuid,
  conversation uuid not null,
  sent_at timestamptz not null,
  trace text,
  body bytea not null,
  primary key (lane, flow, seq));
alter table bus.ready alter column body set compression lz4;

-- Drawn in blocks of 500 by each process: the children of a saga lie together on disk.
create sequence bus.saga_id increment by 500 cache 1;

create table bus.saga (
  id bigint primary key,
  type smallint not null,
  key text collate "C" not null,
  flow int not null,
  version int not null,
  schema smallint not null,
  last_now timestamptz not null,
  state bytea not null,
  unique (type, key)) with (fillfactor = 60);
alter table bus.saga alter column state set compression lz4;

-- state: 1 running, 2 suspended, 3 fired and on its way to the saga. The due time lives here only.
create table bus.clock (
  saga bigint not null,
  name smallint not null,
  lane smallint not null,
  serial bigint not null,
  due timestamptz not null,
  rule smallint,
  calendar text,
  calendar_version int,
  started timestamptz,
  budget bigint,
  used bigint,
  state smallint not null check (state in (1, 2, 3)),
  primary key (saga, name)) with (fillfactor = 80);
create index clock_due on bus.clock (lane, due) where state = 1;

-- A line: one partner, or one shard of a large one. owner and epoch: who may call it now; until: the lease of frozen hosts and cut networks.
create table bus.line (
  id int generated always as identity primary key,
  partner text not null,
  shard smallint not null default 0,
  owner uuid,
  epoch bigint not null default 0,
  until timestamptz,
  limits jsonb,
  stopped boolean not null default false,
  circuit text not null default 'closed',
  circuit_since timestamptz,
  unique (partner, shard));

create table bus.line_window (
  line int not null references bus.line,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  announcement text not null,
  primary key (line, starts_at));

create table bus.outbound (
  line int not null,
  flow int not null,
  seq bigint not null default nextval('bus.message_seq'),
  id uuid not null,
  type smallint not null,
  schema smallint not null,
  key text collate "C" not null,
  origin smallint not null,
  origin_key text collate "C" not null,
  saga bigint not null,
  cause uuid,
  conversation uuid not null,
  sent_at timestamptz not null,
  trace text,
  body bytea not null,
  primary key (line, flow, seq));
alter table bus.outbound alter column body set compression lz4;

-- A mark, committed before the call goes out: without an outcome at a take-over, the call may or may not have happened.
create table bus.attempt (
  line int not null,
  seq bigint not null,
  no int not null,
  epoch bigint not null,
  started timestamptz not null,
  primary key (line, seq));

-- Calls that failed and are due again; mode 1: call, 2: ask first. Their key is closed meanwhile.
create table bus.later (
  like bus.outbound,
  due timestamptz not null,
  no int not null,
  mode smallint not null check (mode in (1, 2)),
  called_at timestamptz,
  reason text not null,
  primary key (line, seq));

-- scope: an endpoint's number, or minus a line's. A closed key's messages wait in held, in their order.
create table bus.blocked (
  scope int not null,
  key text collate "C" not null,
  reason text not null,
  since timestamptz not null,
  primary key (scope, key));

create table bus.held (
  like bus.ready,
  scope int not null,
  held_at timestamptz not null,
  origin smallint,
  origin_key text collate "C",
  saga bigint,
  primary key (scope, key, seq));

create table bus.parked (
  like bus.ready,
  scope int not null,
  parked_at timestamptz not null,
  attempts int not null,
  error text not null,
  origin smallint,
  origin_key text collate "C",
  saga bigint,
  primary key (id, scope));
create index parked_key on bus.parked (scope, key, seq);

-- Messages whose saga is yet to come.
create table bus.waiting (
  like bus.ready,
  until timestamptz not null,
  primary key (endpoint, key, seq));
create index waiting_until on bus.waiting (lane, until);

-- Operations that neither deduplicate nor can be asked, after an unknown outcome: kind 1 possible double, 2 possible loss.
create table bus.doubt (
  message uuid not null,
  attempt int not null,
  line int not null,
  type smallint not null,
  key text collate "C" not null,
  kind smallint not null check (kind in (1, 2)),
  at timestamptz not null,
  reason text not null,
  primary key (message, attempt));

create table bus.inbox (
  endpoint smallint not null,
  identity bytea not null,
  content bytea not null,
  answer bytea not null,
  at timestamptz not null,
  primary key (endpoint, identity));
create index inbox_at on bus.inbox using brin (at);

-- Refused repeats: same identity, other content.
create table bus.conflict (
  id bigint generated always as identity primary key,
  endpoint smallint not null,
  identity bytea not null,
  content bytea not null,
  detail text not null,
  at timestamptz not null);

create table bus.subscription (
  event smallint not null,
  endpoint smallint not null,
  primary key (event, endpoint));

create table bus.host (
  id uuid primary key,
  kind text not null,
  machine text not null,
  build text not null,
  workers smallint not null,
  lanes smallint[] not null default '{}',
  started_at timestamptz not null,
  heartbeat timestamptz not null);

-- One row per decision and one per partner outcome. No personal data, no body.
create table bus.journal (
  at timestamptz not null,
  saga bigint not null,
  n int not null,
  lane smallint not null,
  batch bigint not null,
  type smallint not null,
  outcome smallint not null,
  edge smallint,
  calendar int,
  message uuid not null,
  cause uuid) partition by range (at);
create index journal_saga on bus.journal (saga, n);

-- Where each lane's chain of hashes stands, and each link: the journal cannot be changed unnoticed.
create table bus.lane (
  lane smallint primary key,
  batch bigint not null,
  hash bytea not null) with (fillfactor = 20);
insert into bus.lane select lane, 0, sha256(('lane ' || lane)::bytea) from generate_series(0, 63) lane;

create table bus.chain (
  at timestamptz not null,
  lane smallint not null,
  batch bigint not null,
  rows int not null,
  hash bytea not null) partition by range (at);
create index chain_lane on bus.chain (lane, batch);

-- Makes the partitions of a month and of the three after it; hosts call it when they start and once a day.
create function bus.make_partitions(today date) returns void language plpgsql as $$
declare
  month date := date_trunc('month', today);
  step int;
begin
  for step in 0..3 loop
    execute format('create table if not exists bus.journal_%s partition of bus.journal for values from (%L) to (%L)',
      to_char(month, 'YYYYMM'), month || ' 00:00+07', (month + interval '1 month')::date || ' 00:00+07');
    execute format('create table if not exists bus.chain_%s partition of bus.chain for values from (%L) to (%L)',
      to_char(month, 'YYYYMM'), month || ' 00:00+07', (month + interval '1 month')::date || ' 00:00+07');
    month := month + interval '1 month';
  end loop;
end $$;
select bus.make_partitions((now() at time zone 'Asia/Ho_Chi_Minh')::date - 31);
select bus.make_partitions((now() at time zone 'Asia/Ho_Chi_Minh')::date);

-- Queues die young: vacuum by the number of dead rows, at once, without brakes.
do $$
declare
  queue text;
begin
  foreach queue in array array['ready', 'outbound', 'attempt', 'later', 'held', 'clock', 'waiting'] loop
    execute format('alter table bus.%I set (autovacuum_vacuum_threshold = 10000, autovacuum_vacuum_scale_factor = 0,
      autovacuum_vacuum_cost_delay = 0, autovacuum_analyze_threshold = 1000000000)', queue);
  end loop;
end $$;

