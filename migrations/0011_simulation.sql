-- +goose Up
-- What a change of policy would do, as sums: the request, how far it is, and the aggregates that came out. No household and no
-- person is named.
create table simulation_run (
  id         uuid        not null constraint simulation_run_pkey primary key,
  division   bigint      not null, -- the place that is simulated
  pack       text        not null,
  day        date        not null,
  title      text        not null constraint simulation_run_title_check check (length(title) between 1 and 80),
  changes    jsonb       not null constraint simulation_run_changes_check check (jsonb_typeof(changes) = 'array'),
  base       text        not null default '', -- digest of the version compared from
  changed    text        not null default '', -- digest of a version compared to; empty where changes say it
  state      text        not null constraint simulation_run_state_check check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  households bigint      not null default 0,
  progress   bigint      not null default 0,
  failure    text        not null default '',
  result     jsonb,
  by_id      uuid        not null,
  by_name    text        not null,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at   timestamptz,
  constraint simulation_run_done_check check (state <> 'done' or result is not null),
  constraint simulation_run_ended_check check ((state in ('done', 'failed', 'cancelled')) = (ended_at is not null))
);
create index simulation_run_division_idx on simulation_run (division, created_at desc, id desc);
comment on table simulation_run is 'sensitive: what a change of policy would do, as sums over a place';
alter table simulation_run enable row level security;
create policy simulation_run_scope on simulation_run using (division between scope_lo() and scope_hi());

-- +goose Down
drop table simulation_run;
