-- A dossier as its agency sent it last (DongBoHoSoMC replaces the whole dossier), sealed: papers, fees, supplements and results included.
-- The door alone writes it. The hash of the content tells a repeated push from a new one.
create table dossier.agency_record (
  code text collate "C" primary key,
  content bytea not null,
  system text collate "C" not null,
  generation smallint not null,
  key smallint not null,
  sealed bytea not null,
  stored_at timestamptz not null default now()) with (fillfactor = 80);
alter table dossier.agency_record alter column sealed set storage external;
