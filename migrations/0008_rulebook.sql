-- +goose Up
-- The policy packs in their versions. A version is closed: its zip holds the parents' files too, so that a decision can be
-- worked out again on exactly the text it stood on. Nothing here is ever overwritten.
create table pack_version (
  digest     text        not null constraint pack_version_pkey primary key constraint pack_version_digest_check check (digest ~ '^[0-9a-f]{64}$'),
  pack       text        not null,
  version    text        not null,
  title      text        not null,
  origin     text        not null constraint pack_version_origin_check check (origin in ('program', 'draft')),
  files      bytea       not null,
  file_count integer     not null constraint pack_version_files_check check (file_count > 0),
  case_count integer     not null,
  note       text        not null default '',
  by_id      uuid,
  by_name    text        not null,
  at         timestamptz not null
);
create index pack_version_pack_idx on pack_version (pack, at desc);
comment on table pack_version is 'public: texts of the policy packs, zipped, by the SHA-256 over their files';

-- A version with changed standards: what decisions name when a standard has changed since the version was written.
create table pack_edition (
  digest  text        not null constraint pack_edition_pkey primary key constraint pack_edition_digest_check check (digest ~ '^[0-9a-f]{64}$'),
  base    text        not null constraint pack_edition_base_fkey references pack_version,
  changes jsonb       not null constraint pack_edition_changes_check check (jsonb_typeof(changes) = 'array'),
  at      timestamptz not null
);
create index pack_edition_base_idx on pack_edition (base);
comment on table pack_edition is 'public: versions with their changed standards';

-- From which day which version holds. The program's own first edition of a pack is activated by the program.
create table pack_activation (
  id               uuid        not null constraint pack_activation_pkey primary key,
  pack             text        not null,
  digest           text        not null constraint pack_activation_version_fkey references pack_version,
  active_from      date        not null,
  origin           text        not null constraint pack_activation_origin_check check (origin in ('program', 'person')),
  emergency        boolean     not null default false,
  reason           text        not null default '',
  state            text        not null constraint pack_activation_state_check check (state in ('proposed', 'approved', 'refused', 'cancelled')),
  proposed_by      uuid,
  proposed_by_name text        not null,
  proposed_at      timestamptz not null,
  approved_by      uuid,
  approved_by_name text        not null default '',
  approved_at      timestamptz,
  closed_by_name   text        not null default '',
  closed_at        timestamptz,
  closed_reason    text        not null default '',
  constraint pack_activation_two_people check (origin = 'program' or approved_by is null or approved_by <> proposed_by),
  constraint pack_activation_proposed_by_check check (origin = 'program' or proposed_by is not null),
  constraint pack_activation_approved_check check (state <> 'approved' or approved_at is not null),
  constraint pack_activation_emergency_check check (not emergency or length(reason) >= 5)
);
create unique index pack_activation_one_proposal on pack_activation (pack) where state = 'proposed';
create unique index pack_activation_program_once on pack_activation (pack, digest) where origin = 'program';
create index pack_activation_pack_idx on pack_activation (pack, active_from desc);
create index pack_activation_version_idx on pack_activation (digest);
comment on table pack_activation is 'public: which version holds from which day, and which officials proposed and approved it';

-- A draft is edited by the office that made it until it is proposed.
create table pack_draft (
  id          uuid        not null constraint pack_draft_pkey primary key,
  division    bigint      not null,
  pack        text        not null,
  base_digest text        not null constraint pack_draft_base_fkey references pack_version,
  title       text        not null constraint pack_draft_title_check check (length(title) between 2 and 60),
  files       bytea       not null,
  state       text        not null constraint pack_draft_state_check check (state in ('open', 'proposed', 'dropped')),
  by_id       uuid        not null,
  by_name     text        not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  version     integer     not null default 1,
  constraint pack_draft_updated_check check (updated_at >= created_at)
);
create index pack_draft_division_idx on pack_draft (division, updated_at desc);
comment on table pack_draft is 'sensitive: policy texts not yet proposed';

-- A changed standard, or a month's price rises, by one document: one person proposes, another approves, and its day comes.
create table standard_change (
  id               uuid        not null constraint standard_change_pkey primary key,
  division         bigint      not null,
  pack             text        not null,
  kind             text        not null constraint standard_change_kind_check check (kind in ('standard', 'cpi')),
  active_from      date        not null,
  until            date,
  document         text        not null constraint standard_change_document_check check (length(document) between 2 and 80),
  title            text        not null constraint standard_change_title_check check (length(title) between 2 and 200),
  article          text        not null default '',
  note             text        not null default '',
  lines            jsonb       not null constraint standard_change_lines_check check (jsonb_typeof(lines) = 'array' and jsonb_array_length(lines) > 0),
  preview          jsonb,
  state            text        not null constraint standard_change_state_check check (state in ('proposed', 'approved', 'refused', 'withdrawn')),
  proposed_by      uuid        not null,
  proposed_by_name text        not null,
  proposed_at      timestamptz not null,
  approved_by      uuid,
  approved_by_name text        not null default '',
  approved_at      timestamptz,
  closed_by_name   text        not null default '',
  closed_at        timestamptz,
  closed_reason    text        not null default '',
  constraint standard_change_two_people check (approved_by is null or approved_by <> proposed_by),
  constraint standard_change_until_check check (until is null or until > active_from),
  constraint standard_change_approved_check check (state <> 'approved' or approved_by is not null and approved_at is not null)
);
create unique index standard_change_cpi_once on standard_change (division, active_from) where kind = 'cpi' and state = 'proposed';
create index standard_change_pack_idx on standard_change (pack, active_from) where state = 'approved';
create index standard_change_division_idx on standard_change (division, active_from desc);
comment on table standard_change is 'public once approved: standards by place and date; before that sensitive';

alter table pack_draft enable row level security;
create policy pack_draft_scope on pack_draft using (division between scope_lo() and scope_hi());
-- What is approved holds for everybody below and is read by everybody; only the office above its place writes it, and
-- nobody deletes it.
alter table standard_change enable row level security;
create policy standard_change_read on standard_change for select using (state = 'approved' or division between scope_lo() and scope_hi());
create policy standard_change_insert on standard_change for insert with check (division between scope_lo() and scope_hi());
create policy standard_change_update on standard_change for update using (division between scope_lo() and scope_hi());

-- +goose StatementBegin
create function rulebook_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'policy versions are never changed' using errcode = 'insufficient_privilege';
end $$;
-- What was approved is history: only its end may still be written.
create function rulebook_approval_is_final() returns trigger language plpgsql as $$
begin
  if old.state in ('refused', 'cancelled', 'withdrawn') or old.approved_at is not null and (new.approved_at, new.approved_by, new.active_from)
      is distinct from (old.approved_at, old.approved_by, old.active_from) then
    raise exception 'a decided row cannot change' using errcode = 'integrity_constraint_violation', constraint = 'rulebook_approval_is_final';
  end if;
  return new;
end $$;
-- +goose StatementEnd
create trigger pack_version_kept before update or delete on pack_version for each row execute function rulebook_is_kept();
create trigger pack_edition_kept before update or delete on pack_edition for each row execute function rulebook_is_kept();
create trigger pack_activation_kept before delete on pack_activation for each row execute function rulebook_is_kept();
create trigger pack_activation_final before update on pack_activation for each row execute function rulebook_approval_is_final();
create trigger standard_change_kept before delete on standard_change for each row execute function rulebook_is_kept();
create trigger standard_change_final before update on standard_change for each row execute function rulebook_approval_is_final();

-- +goose Down
drop table standard_change, pack_draft, pack_activation, pack_edition, pack_version;
drop function rulebook_approval_is_final();
drop function rulebook_is_kept();
