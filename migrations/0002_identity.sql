-- +goose Up
create table organisation (
  id         uuid        not null constraint organisation_pkey primary key,
  division   bigint      not null,
  level      smallint    not null constraint organisation_level_check check (level between 1 and 5),
  kind       text        not null constraint organisation_kind_check
    check (kind in ('civil_affairs', 'township', 'village_committee', 'verification_centre', 'finance', 'department', 'audit')),
  name       text        not null constraint organisation_name_check check (length(name) between 2 and 60),
  phone      text        not null default '',
  address    text        not null default '',
  active     boolean     not null default true,
  created_at timestamptz not null,
  constraint organisation_name_key unique (division, name)
);
comment on table organisation is 'public: offices with their public telephone and address';

create table staff (
  id                  uuid        not null constraint staff_pkey primary key,
  login               text        not null constraint staff_login_key unique,
  name                text        not null constraint staff_name_check check (length(name) between 2 and 30),
  organisation_id     uuid        not null constraint staff_organisation_fkey references organisation,
  division            bigint      not null,
  phone_sealed        bytea,
  password_hash       text        not null,
  password_change_due boolean     not null default true,
  password_changed_at timestamptz not null,
  totp_sealed         bytea,
  totp_confirmed_at   timestamptz,
  totp_last_step      bigint      not null default 0,
  totp_exempt         boolean     not null default false,
  status              text        not null default 'active' constraint staff_status_check check (status in ('active', 'disabled')),
  demo                boolean     not null default false,
  version             integer     not null default 1,
  created_at          timestamptz not null,
  last_seen_at        timestamptz
);
create index staff_division_idx on staff (division, login, id);
create index staff_organisation_idx on staff (organisation_id);
create index staff_demo_idx on staff (login) where demo;
comment on table staff is 'sensitive: people who work with the system; secret: phone_sealed, password_hash, totp_sealed';

-- A duty at a place. One person may hold several, and acts in one at a time.
create table staff_assignment (
  staff_id   uuid        not null constraint staff_assignment_staff_fkey references staff,
  id         uuid        not null,
  role       text        not null,
  division   bigint      not null,
  level      smallint    not null constraint staff_assignment_level_check check (level between 1 and 5),
  since      timestamptz not null,
  until      timestamptz,
  constraint staff_assignment_pkey primary key (staff_id, id)
);
create unique index staff_assignment_once on staff_assignment (staff_id, role, division) where until is null;
create index staff_assignment_office_idx on staff_assignment (division, role) where until is null;
comment on table staff_assignment is 'sensitive: who holds which duty where';

create table session (
  staff_id      uuid        not null constraint session_staff_fkey references staff,
  id            uuid        not null,
  token_hash    bytea       not null constraint session_token_key unique,
  stage         text        not null constraint session_stage_check check (stage in ('totp', 'totp_setup', 'password_change', 'full')),
  assignment_id uuid,
  created_at    timestamptz not null,
  last_seen_at  timestamptz not null,
  expires_at    timestamptz not null,
  revoked_at    timestamptz,
  remote        text        not null default '',
  user_agent    text        not null default '',
  constraint session_pkey primary key (staff_id, id)
);
create index session_expiry_idx on session (expires_at);
comment on table session is 'secret: sign-ins; only hashes of tokens are kept, and the token against forged requests derives from the token';

-- Failed sign-ins by login name and by address: throttling and lockout survive a restart.
create table sign_in_throttle (
  key          bytea       not null constraint sign_in_throttle_pkey primary key,
  failures     integer     not null,
  last_at      timestamptz not null,
  locked_until timestamptz
);
comment on table sign_in_throttle is 'sensitive: failed sign-ins, keyed by blind index of the login name or address';

alter table organisation enable row level security;
create policy organisation_scope on organisation using (division between scope_lo() and scope_hi());
alter table staff enable row level security;
create policy staff_scope on staff using (division between scope_lo() and scope_hi());
alter table staff_assignment enable row level security;
create policy staff_assignment_scope on staff_assignment using (division between scope_lo() and scope_hi());

-- Who stands behind a token: asked before any scope is known, so it reads past row-level security, and only ever the one
-- row whose hash the caller already holds.
-- +goose StatementBegin
create function resolve_session(wanted bytea)
  returns table (staff_id uuid, session_id uuid, stage text, last_seen_at timestamptz, expires_at timestamptz, name text,
    organisation_id uuid, organisation_name text, role text, division bigint, level smallint)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select s.staff_id, s.id, s.stage, s.last_seen_at, s.expires_at, p.name, o.id, o.name, a.role, a.division, a.level
  from session s
  join staff p on p.id = s.staff_id and p.status = 'active'
  join organisation o on o.id = p.organisation_id
  left join staff_assignment a on a.staff_id = s.staff_id and a.id = s.assignment_id and a.until is null
  where s.token_hash = wanted and s.revoked_at is null
$$;
-- +goose StatementEnd
revoke execute on function resolve_session(bytea) from public;
grant execute on function resolve_session(bytea) to zhongfu_app;

-- +goose Down
drop function resolve_session(bytea);
drop table sign_in_throttle;
drop table session;
drop table staff_assignment;
drop table staff;
drop table organisation;
