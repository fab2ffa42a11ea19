-- What dossiers must fulfil before they are sent to an agency (A14.3). Scope 'default' holds for every procedure; a procedure's rows refine
-- it: each replaces the default's row of the same key as a whole, rows with a new key are added, and of the limits those that are not null
-- replace the default's. To lift a demand of the default, give the procedure a row with mandatory = false.

create table catalogue.file_format (
  name text primary key check (name ~ '^[a-z0-9]{1,10}$'),
  media_types text[] not null check (cardinality(media_types) > 0),
  extensions text[] not null check (cardinality(extensions) > 0),
  signatures text[] not null default '{}',
  origin text not null default 'operator' check (origin in ('import', 'operator')),
  check (array_to_string(media_types, ' ') = lower(array_to_string(media_types, ' '))),
  check (array_to_string(extensions, ' ') ~ '^[a-z0-9 ]+$'),
  check (array_to_string(signatures, '') ~ '^([0-9a-fA-F]{2})*$'));

create table catalogue.filing_limit (
  scope text primary key check (scope = 'default' or scope ~ '^[0-9]\.[0-9]{6}$'),
  formats text[] check (cardinality(formats) > 0),
  max_file_bytes bigint check (max_file_bytes > 0),
  max_total_bytes bigint check (max_total_bytes > 0),
  max_files int check (max_files >= 0),
  source text not null check (source <> ''),
  origin text not null default 'operator' check (origin in ('import', 'operator')),
  check (scope <> 'default' or num_nulls(formats, max_file_bytes, max_total_bytes, max_files) = 0));

create table catalogue.field_rule (
  scope text not null check (scope = 'default' or scope ~ '^[0-9]\.[0-9]{6}$'),
  field text not null check (field ~ '^[a-z][A-Za-z]*(\.[^.[:space:]]+)*$'),
  label text not null check (label <> ''),
  mandatory boolean not null,
  pattern text check (pattern <> '' and length(pattern) <= 500),
  pattern_text text check (pattern_text <> ''),
  source text not null check (source <> ''),
  origin text not null default 'operator' check (origin in ('import', 'operator')),
  primary key (scope, field),
  check ((pattern is null) = (pattern_text is null)));

create table catalogue.component_rule (
  scope text not null check (scope = 'default' or scope ~ '^[0-9]\.[0-9]{6}$'),
  code text not null check (code <> '' and length(code) <= 100),
  name text not null check (name <> ''),
  mandatory boolean not null,
  max_files int check (max_files > 0),
  formats text[] check (cardinality(formats) > 0),
  source text not null check (source <> ''),
  origin text not null default 'operator' check (origin in ('import', 'operator')),
  primary key (scope, code));

create table catalogue.identity_rule (
  scope text not null check (scope = 'default' or scope ~ '^[0-9]\.[0-9]{6}$'),
  applicant_kind text not null check (applicant_kind in ('citizen', 'enterprise', 'agency', 'organisation')),
  forms text[] not null check (cardinality(forms) > 0 and forms <@ array['personalNumber', 'taxCode']),
  source text not null check (source <> ''),
  origin text not null default 'operator' check (origin in ('import', 'operator')),
  primary key (scope, applicant_kind));

do $$
declare
  item text;
  event record;
begin
  foreach item in array array['file_format', 'filing_limit', 'field_rule', 'component_rule', 'identity_rule'] loop
    for event in select * from (values ('insert', 'new'), ('update', 'new'), ('delete', 'old')) as events (name, rows) loop
      execute format(
        'create trigger %s_raises_version after %s on catalogue.%I referencing %s table as changed for each statement execute function catalogue.raise_version(''catalogue'')',
        event.name, event.name, item, event.rows);
    end loop;
    execute format('create trigger own_what_is_touched before update on catalogue.%I for each row execute function catalogue.own_what_is_touched()', item);
  end loop;
end $$;
