-- What a restore means for dossiers: where the feed stands, which dossiers' agencies are asked again and what they said, from where codes are
-- given out, and codes of ours that an agency knows and we do not.

-- feed_tx: transactions from this one on are of the life that began with the restore. asked_through: how far the asking has come.
create table dossier.restore (
  n int primary key,
  feed_tx xid8 not null,
  asked_through text collate "C" not null default '',
  asked bigint not null default 0,
  asked_all_at timestamptz);

-- A dossier whose agency is asked. finding is null while nothing came back; was: the state that we knew; told: the agency's.
create table dossier.restore_finding (
  restore int not null,
  code text collate "C" not null,
  system text collate "C" not null,
  asked_at timestamptz not null,
  finding smallint,
  was smallint,
  told smallint,
  found_at timestamptz,
  primary key (restore, code));
create index restore_finding_open on dossier.restore_finding (restore) where finding is null;

-- Added to the first number of an agency's day, for days on which numbers may have been given out that are not known any more.
create table dossier.code_floor (
  day date primary key,
  above bigint not null);

-- Codes of our own range that agencies name and that we do not know: given out in a life of the database that was lost.
create table dossier.stray (
  code text collate "C" primary key,
  system text collate "C" not null,
  born boolean not null,
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  times int not null default 1);

-- The last event that was let go: a cursor before it has missed something.
create table dossier.feed_trimmed (
  one boolean primary key default true check (one),
  tx xid8 not null,
  id bigint not null);
