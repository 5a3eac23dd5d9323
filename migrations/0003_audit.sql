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
create index audit_event_object_idx on audit_event (object_id, at desc);
create table audit_event_default partition of audit_event default;
comment on table audit_event is 'sensitive: who did what to which object; personal data stands in it only masked';

-- Events not yet in the chain; emptied by the sealing job in the transaction that seals them.
create table audit_unsealed (
  id uuid        not null,
  at timestamptz not null,
  constraint audit_unsealed_pkey primary key (at, id)
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

create trigger audit_event_no_truncate before truncate on audit_event
  for each statement execute function audit_is_append_only();
create trigger audit_seal_no_truncate before truncate on audit_seal
  for each statement execute function audit_is_append_only();
create trigger audit_checkpoint_no_truncate before truncate on audit_checkpoint
  for each statement execute function audit_is_append_only();
create trigger audit_event_default_no_truncate before truncate on audit_event_default
  for each statement execute function audit_is_append_only();

-- Everybody may append; reading is by range. A partition reached by its own name shows nothing: row-level security
-- without a policy.
alter table audit_event enable row level security;
create policy audit_event_append on audit_event for insert with check (true);
create policy audit_event_read on audit_event for select using (division between scope_lo() and scope_hi());
alter table audit_event_default enable row level security;

-- Makes the partitions of the months from `first` on, as the owner, because the application owns nothing. A month that
-- has rows in the default partition already keeps them there: history is not moved. Returns how many were made.
-- +goose StatementBegin
create function audit_ensure_partitions(first date, months integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '3s'
as $$
declare
  month date := date_trunc('month', first)::date;
  part text;
  lo timestamptz;
  hi timestamptz;
  made integer := 0;
begin
  if months not between 1 and 24 then
    raise exception 'months must be between 1 and 24';
  end if;
  for i in 1 .. months loop
    part := 'audit_event_' || to_char(month, 'YYYY_MM');
    lo := month::timestamp at time zone 'Asia/Shanghai';
    month := (month + interval '1 month')::date;
    hi := month::timestamp at time zone 'Asia/Shanghai';
    continue when to_regclass('public.' || part) is not null;
    continue when exists (select from audit_event_default where at >= lo and at < hi);
    execute format('create table %I partition of audit_event for values from (%L) to (%L)', part, lo, hi);
    execute format('alter table %I enable row level security', part);
    execute format('create trigger %I before truncate on %I for each statement execute function audit_is_append_only()',
      part || '_no_truncate', part);
    execute format('revoke all on %I from zhongfu_app', part);
    execute format('comment on table %I is %L', part, 'sensitive: audit events of one month');
    made := made + 1;
  end loop;
  return made;
end $$;
-- +goose StatementEnd
revoke execute on function audit_ensure_partitions(date, integer) from public;
grant execute on function audit_ensure_partitions(date, integer) to zhongfu_app;
select audit_ensure_partitions(current_date, 3);

-- +goose Down
drop function audit_ensure_partitions(date, integer);
drop table audit_checkpoint;
drop table audit_seal;
drop table audit_unsealed;
drop table audit_event;
drop function audit_is_append_only();
