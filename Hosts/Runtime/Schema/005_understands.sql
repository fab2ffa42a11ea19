-- What a host can read: the newest schema of each message, and of each saga's state as state:<endpoint>. Null: a build before this column.
alter table bus.host add column understands jsonb;
