-- +goose Up
-- Connections that end lines of the same order and source at the same time count in rows of their own: none waits for another's commit.
alter table verification_tally add column shard smallint not null default 0;
alter table verification_tally drop constraint verification_tally_pkey;
alter table verification_tally add constraint verification_tally_pkey primary key (order_id, source, state, reused, minute, shard);
-- +goose StatementBegin
create or replace function verification_tally_added() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into verification_tally as t (order_id, source, state, reused, minute, shard, division, n)
  select a.order_id, a.source, a.state, a.reused, a.minute, pg_backend_pid() % 16, o.division, a.n from (
    select i.order_id, i.source, k.state, k.reused, k.minute, count(*) as n from added i
    cross join lateral (values ('added', false, date_trunc('minute', i.created_at)), (i.state, i.reused, date_trunc('minute', i.ended_at))) k(state, reused, minute)
    where k.state <> 'waiting' group by 1, 2, 3, 4, 5) a
  join verification_order o on o.id = a.order_id order by 1, 2, 3, 4, 5
  on conflict on constraint verification_tally_pkey do update set n = t.n + excluded.n;
  return null;
end $$;
create or replace function verification_tally_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into verification_tally as t (order_id, source, state, reused, minute, shard, division, n)
  select a.order_id, a.source, a.state, a.reused, a.minute, pg_backend_pid() % 16, o.division, a.n from (
    select c.order_id, c.source, c.state, c.reused, date_trunc('minute', c.ended_at) as minute, sum(c.n) as n from (
      select order_id, source, state, reused, ended_at, -1 as n from before where state <> 'waiting'
      union all select order_id, source, state, reused, ended_at, 1 from after where state <> 'waiting') c
    group by 1, 2, 3, 4, 5 having sum(c.n) <> 0) a
  join verification_order o on o.id = a.order_id order by 1, 2, 3, 4, 5
  on conflict on constraint verification_tally_pkey do update set n = t.n + excluded.n;
  return null;
end $$;
-- +goose StatementEnd

-- +goose Down
-- +goose StatementBegin
create or replace function verification_tally_added() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into verification_tally as t (order_id, source, state, reused, minute, division, n)
  select a.order_id, a.source, a.state, a.reused, a.minute, o.division, a.n from (
    select i.order_id, i.source, k.state, k.reused, k.minute, count(*) as n from added i
    cross join lateral (values ('added', false, date_trunc('minute', i.created_at)), (i.state, i.reused, date_trunc('minute', i.ended_at))) k(state, reused, minute)
    where k.state <> 'waiting' group by 1, 2, 3, 4, 5) a
  join verification_order o on o.id = a.order_id order by 1, 2, 3, 4, 5
  on conflict on constraint verification_tally_pkey do update set n = t.n + excluded.n;
  return null;
end $$;
create or replace function verification_tally_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into verification_tally as t (order_id, source, state, reused, minute, division, n)
  select a.order_id, a.source, a.state, a.reused, a.minute, o.division, a.n from (
    select c.order_id, c.source, c.state, c.reused, date_trunc('minute', c.ended_at) as minute, sum(c.n) as n from (
      select order_id, source, state, reused, ended_at, -1 as n from before where state <> 'waiting'
      union all select order_id, source, state, reused, ended_at, 1 from after where state <> 'waiting') c
    group by 1, 2, 3, 4, 5 having sum(c.n) <> 0) a
  join verification_order o on o.id = a.order_id order by 1, 2, 3, 4, 5
  on conflict on constraint verification_tally_pkey do update set n = t.n + excluded.n;
  return null;
end $$;
-- +goose StatementEnd
delete from verification_tally;
alter table verification_tally drop constraint verification_tally_pkey;
alter table verification_tally drop column shard;
alter table verification_tally add constraint verification_tally_pkey primary key (order_id, source, state, reused, minute);
insert into verification_tally (order_id, source, state, reused, minute, division, n)
select i.order_id, i.source, k.state, k.reused, k.minute, o.division, count(*) from verification_item i join verification_order o on o.id = i.order_id
cross join lateral (values ('added', false, date_trunc('minute', i.created_at)), (i.state, i.reused, date_trunc('minute', i.ended_at))) k(state, reused, minute)
where k.state <> 'waiting' group by 1, 2, 3, 4, 5, 6;
