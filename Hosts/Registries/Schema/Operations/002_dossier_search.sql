-- What the operators' search and their view of the sagas need beside the registries. Everything here can be made again from what is there.

-- Applicants' telephone numbers as keyed hashes, never in clear: written with each revision of a dossier's content, in its commit.
create table operations.dossier_phone (
  phone bytea not null,
  code text collate "C" not null,
  primary key (phone, code));

-- How far the dossiers of before this index have been read into it (dvc dossiers index).
create table operations.dossier_index (
  one boolean primary key default true check (one),
  through text collate "C" not null default '',
  completed_at timestamptz);
insert into operations.dossier_index (completed_at) select case when exists (select from dossier.dossier) then null else now() end;

-- Only columns that stay as they were at the birth: a dossier's frequent updates touch no index (heap-only tuples).
create index dossier_filed on dossier.dossier (filed_at, code);
create index dossier_procedure on dossier.dossier (procedure, filed_at);

-- When a saga is stuck. kind: state (in one of the states for longer than the time), deadline (its deadline passed by the time), parked (one of
-- its messages is parked, for longer than the time), clock (a clock is due for longer than the time and did not fire). No states: all that are
-- not over.
create table operations.saga_rule (
  id text collate "C" primary key,
  type text collate "C" not null check (type in ('dossiers', 'notices', 'obligations', 'orders', 'inquiries')),
  kind text not null check (kind in ('state', 'deadline', 'parked', 'clock')),
  states smallint[] not null default '{}',
  older interval not null check (older >= interval '0'),
  title_vi text not null,
  title_en text not null,
  enabled boolean not null default true);
insert into operations.saga_rule (id, type, kind, states, older, title_vi, title_en) values
  ('dossier-parked', 'dossiers', 'parked', '{}', '0', 'Có bản tin bị đỗ', 'A message is parked'),
  ('dossier-clock', 'dossiers', 'clock', '{}', '10 minutes', 'Đồng hồ đến hạn mà không chạy', 'A clock is due and did not fire'),
  ('dossier-unrouted', 'dossiers', 'state', '{-2}', '8 hours', 'Chờ điều phối quá 8 giờ', 'Waits for coordination for over 8 hours'),
  ('dossier-undelivered', 'dossiers', 'state', '{0}', '8 hours', 'Chưa chuyển được quá 8 giờ', 'Undelivered for over 8 hours'),
  ('dossier-refused', 'dossiers', 'state', '{-1}', '1 day', 'Hệ thống một cửa từ chối quá 1 ngày', 'Refused by the one-stop system for over a day'),
  ('dossier-not-accepted', 'dossiers', 'state', '{1}', '3 days', 'Chưa được tiếp nhận quá 3 ngày', 'Not accepted for over 3 days'),
  ('dossier-supplement', 'dossiers', 'state', '{5}', '60 days', 'Chờ bổ sung quá 60 ngày', 'A supplement is awaited for over 60 days'),
  ('dossier-payment', 'dossiers', 'state', '{6}', '30 days', 'Chờ nộp tiền quá 30 ngày', 'A payment is awaited for over 30 days'),
  ('dossier-overdue', 'dossiers', 'deadline', '{}', '0', 'Quá hạn trả kết quả', 'Past its deadline'),
  ('notice-unsent', 'notices', 'state', '{0}', '1 hour', 'Thông báo chưa gửi quá 1 giờ', 'A notice is not sent for over an hour'),
  ('order-parked', 'orders', 'parked', '{}', '0', 'Có bản tin bị đỗ', 'A message is parked'),
  ('order-unknown', 'orders', 'state', '{2,3}', '1 day', 'Chưa rõ kết quả thanh toán quá 1 ngày', 'The payment''s outcome is not known for over a day'),
  ('order-clock', 'orders', 'clock', '{}', '10 minutes', 'Đồng hồ đến hạn mà không chạy', 'A clock is due and did not fire'),
  ('obligation-partly-paid', 'obligations', 'state', '{2}', '7 days', 'Nộp thiếu quá 7 ngày', 'Partly paid for over 7 days'),
  ('inquiry-parked', 'inquiries', 'parked', '{}', '0', 'Có bản tin bị đỗ', 'A message is parked'),
  ('inquiry-overdue', 'inquiries', 'deadline', '{}', '0', 'Tra soát quá hạn trả lời', 'The inquiry''s deadline passed');

-- The census of sagas, counted anew every while: counting at each look would read all there is, and an index on the state would cost every update.
create table operations.saga_census (
  type text collate "C" not null,
  state smallint not null,
  agency text collate "C" not null,
  amount bigint not null,
  oldest_at timestamptz,
  oldest_key text collate "C",
  primary key (type, state, agency));

create table operations.saga_stuck_count (
  rule text collate "C" not null,
  agency text collate "C" not null,
  amount bigint not null,
  primary key (rule, agency));

-- Those that are stuck longest under each rule.
create table operations.saga_stuck (
  rule text collate "C" not null,
  key text collate "C" not null,
  agency text collate "C" not null,
  state smallint,
  since timestamptz not null,
  primary key (rule, key));
create index saga_stuck_since on operations.saga_stuck (rule, since);

create table operations.saga_census_run (
  one boolean primary key default true check (one),
  taken_at timestamptz not null,
  took interval not null);
