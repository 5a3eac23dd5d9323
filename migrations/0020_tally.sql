-- +goose Up
-- How many lines of an order stand where, counted as they change: pages of orders about many people read these and not the lines. What was
-- added counts in the minute of its line, what ended in the minute of its end.
create table verification_tally (
  order_id uuid        not null,
  source   text        not null,
  state    text        not null constraint verification_tally_state_check check (state in ('added', 'answered', 'silent', 'refused', 'cancelled')),
  reused   boolean     not null,
  minute   timestamptz not null,
  division bigint      not null, -- of the order
  n        bigint      not null,
  constraint verification_tally_pkey primary key (order_id, source, state, reused, minute)
);
comment on table verification_tally is 'public: counts of the lines of orders';
alter table verification_tally enable row level security;
create policy verification_tally_scope on verification_tally using (division between scope_lo() and scope_hi());

insert into verification_tally (order_id, source, state, reused, minute, division, n)
select i.order_id, i.source, k.state, k.reused, k.minute, o.division, count(*) from verification_item i join verification_order o on o.id = i.order_id
cross join lateral (values ('added', false, date_trunc('minute', i.created_at)), (i.state, i.reused, date_trunc('minute', i.ended_at))) k(state, reused, minute)
where k.state <> 'waiting' group by 1, 2, 3, 4, 5, 6;

-- It counts past the scope of whoever writes the lines. By key, so that two that count the same do not lock each other out.
-- +goose StatementBegin
create function verification_tally_added() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
-- +goose StatementEnd
create trigger verification_tally_added after insert on verification_item referencing new table as added
  for each statement execute function verification_tally_added();
-- +goose StatementBegin
create function verification_tally_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
create trigger verification_tally_changed after update on verification_item referencing old table as before new table as after
  for each statement execute function verification_tally_changed();

-- People of an order by what is open about them; the newest reason of a source; what waits without a question, which is rare.
create index verification_item_state_idx on verification_item (order_id, state, person_id) where state <> 'answered';
drop index verification_item_open_idx;
create index verification_item_reason_idx on verification_item (order_id, source, ended_at desc) where reason <> '';
create index verification_item_loose_idx on verification_item (order_id) where state = 'waiting' and inquiry_id is null;
-- Households of an order in their order; somebody without one is their own.
create index verification_subject_group_idx on verification_subject (order_id, (coalesce(household_id, person_id)));
drop index verification_subject_household_idx;

-- +goose Down
create index verification_subject_household_idx on verification_subject (order_id, household_id);
drop index verification_subject_group_idx, verification_item_loose_idx, verification_item_reason_idx, verification_item_state_idx;
create index verification_item_open_idx on verification_item (order_id) where state = 'waiting';
drop trigger verification_tally_changed on verification_item;
drop trigger verification_tally_added on verification_item;
drop function verification_tally_changed(), verification_tally_added();
drop table verification_tally;
