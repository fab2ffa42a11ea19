-- What partners' lines know of their partners: written by a line's owner every second or two, when there is something to say, and read by operators.

-- The last outcome of each kind. side: whose doing a failure is, as far as can be told: us, network, partner; null for what is no failure.
create table bus.line_outcome (
  line int not null references bus.line,
  kind smallint not null,
  at timestamptz not null,
  side text check (side in ('us', 'network', 'partner')),
  reason text not null,
  milliseconds int not null,
  primary key (line, kind)) with (fillfactor = 50);

-- Calls by minute, kept for a day: rates and latency.
create table bus.line_minute (
  line int not null references bus.line,
  minute timestamptz not null,
  done int not null,
  refused int not null,
  failed int not null,
  unclear int not null,
  milliseconds bigint not null,
  longest int not null,
  primary key (line, minute)) with (fillfactor = 70);
