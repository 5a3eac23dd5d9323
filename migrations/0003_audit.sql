-- +goose Up
create table audit_event (
  at          timestamptz not null,
  id          uuid        not null,
  actor_id    uuid,
  actor_name  text        not null,
  role        text        not null,
  division    bigint      not null,
  action      text        not null,
  object_kind text        not null,
  object_id   text        not null,
  root_id     uuid,
  before      jsonb,
  after       jsonb,
  purpose     text        not null default '',
  remote      text        not null default '',
  constraint audit_event_pkey primary key (at, id)
) partition by range (at);
create index audit_event_division_idx on audit_event (division, at desc);
create index audit_event_root_idx on audit_event (root_id, at desc);
create table audit_event_default partition of audit_event default;
comment on table audit_event is 'sensitive: who did what to which object; personal data stands in it only masked';

-- Events not yet in the chain; emptied by the sealing job in the transaction that seals them.
create table audit_unsealed (
  id uuid        not null constraint audit_unsealed_pkey primary key,
  at timestamptz not null
);
comment on table audit_unsealed is 'public: queue of the sealing job';

create table audit_seal (
  n        bigint      not null constraint audit_seal_pkey primary key,
  event_at timestamptz not null,
  event_id uuid        not null constraint audit_seal_event_key unique,
  hash     bytea       not null
);
comment on table audit_seal is 'public: SM3 chain over the audit events';

create table audit_checkpoint (
  n         bigint      not null constraint audit_checkpoint_pkey primary key,
  hash      bytea       not null,
  signature bytea       not null,
  at        timestamptz not null
);
comment on table audit_checkpoint is 'public: chain heads signed with the key that is kept outside the database';

-- +goose StatementBegin
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit trail is append-only' using errcode = 'insufficient_privilege';
end $$;
-- +goose StatementEnd
create trigger audit_event_append_only before update or delete on audit_event
  for each row execute function audit_is_append_only();
create trigger audit_seal_append_only before update or delete on audit_seal
  for each row execute function audit_is_append_only();
create trigger audit_checkpoint_append_only before update or delete on audit_checkpoint
  for each row execute function audit_is_append_only();

-- Everybody may append; reading is by range.
alter table audit_event enable row level security;
create policy audit_event_append on audit_event for insert with check (true);
create policy audit_event_read on audit_event for select using (division between scope_lo() and scope_hi());

-- +goose Down
drop table audit_checkpoint;
drop table audit_seal;
drop table audit_unsealed;
drop table audit_event;
drop function audit_is_append_only();
