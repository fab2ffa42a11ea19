-- What only shows under fire: keys that wait for a newer build, messages that kill the host that decides on them, and where each lane's
-- living messages begin.

-- kind: 1 a parked message closes the key, 2 a message that only a newer build understands does.
alter table bus.blocked add column kind smallint not null default 1 check (kind in (1, 2)), add column asked_at timestamptz;
create index blocked_newer_build on bus.blocked (scope, key) where kind = 2;

-- no: the advisory lock that the host's session holds while it lives; hosts of the first release have none.
alter table bus.host add column no int;
create sequence bus.host_no as int cache 1;

-- What each worker has in hand: its lanes, how far it has claimed in each, and the message when it runs just one. Unlogged: a server that
-- crashes forgets the notes, and with them deaths that no message caused.
create unlogged table bus.lane_note (
  host uuid not null,
  worker smallint not null,
  lanes smallint[] not null,
  up_to bigint[] not null,
  message uuid,
  primary key (host, worker));

-- Lanes whose holder died, and up to which message it had claimed.
create table bus.lane_death (
  lane smallint primary key,
  deaths int not null,
  up_to bigint not null,
  at timestamptz not null);

-- Messages whose host died while it ran nothing else.
create table bus.suspect (
  message uuid primary key,
  lane smallint not null,
  at timestamptz not null);

-- Below its mark a lane has no living message: claims need not look at what was consumed there and is not vacuumed yet. The mark trails by
-- two looks at least 30 seconds apart, longer than any transaction that may have drawn a lower number and not committed it yet.
create table bus.mark (
  lane smallint primary key,
  mark bigint not null default 0,
  next_mark bigint not null default 0,
  looked_at timestamptz not null default '-infinity') with (fillfactor = 20);
insert into bus.mark (lane) select lane from generate_series(0, 63) lane;
