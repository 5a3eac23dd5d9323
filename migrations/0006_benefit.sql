-- +goose Up
-- What a household is due each month, from the month after the decision (民发〔2021〕57号 art 21). Opened by a job after the
-- confirmation, once per case.
create table entitlement (
  household_id   uuid        not null,
  id             uuid        not null,
  division       bigint      not null,
  county         bigint      not null,
  case_id        uuid        not null constraint entitlement_case_once unique,
  item           text        not null,
  payee_id       uuid        not null,
  payee_name     text        not null,
  id_sealed      bytea       not null,
  account_sealed bytea,
  bank_name      text        not null default '',
  member_count   smallint    not null,
  amount_fen     bigint      not null constraint entitlement_amount_check check (amount_fen > 0),
  first_month    date        not null constraint entitlement_first_month_check check (extract(day from first_month) = 1),
  end_month      date,
  opened_at      timestamptz not null,
  ended_reason   text        not null default '',
  constraint entitlement_pkey primary key (household_id, id),
  constraint entitlement_months_check check (end_month is null or end_month >= first_month)
);
create unique index entitlement_household_no_overlap on entitlement (household_id, item) where end_month is null;
create index entitlement_county_idx on entitlement (county, item, first_month);
create index entitlement_division_idx on entitlement (division, id);
create index entitlement_payee_idx on entitlement (payee_id);
comment on table entitlement is 'sensitive: benefits running; secret: id_sealed, account_sealed; end_month is exclusive';

-- 月发放册: one list per county, item and month.
create table payroll (
  id           uuid        not null constraint payroll_pkey primary key,
  division     bigint      not null,
  item         text        not null,
  month        date        not null constraint payroll_month_check check (extract(day from month) = 1),
  number       text        not null constraint payroll_number_key unique,
  state        text        not null constraint payroll_state_check check (state in ('draft', 'approved')),
  households   integer     not null,
  people       integer     not null,
  total_fen    bigint      not null,
  problems     integer     not null default 0,
  made_at      timestamptz not null,
  made_by      uuid        not null,
  made_by_name text        not null,
  approved_at  timestamptz,
  approved_by  uuid,
  approved_by_name text    not null default '',
  digest       bytea,
  version      integer     not null default 1,
  constraint payroll_once unique (division, item, month),
  constraint payroll_maker_not_checker check (approved_by is null or approved_by <> made_by)
);
create index payroll_month_idx on payroll (month desc, division);
comment on table payroll is 'sensitive: monthly payment lists with totals';

create table payroll_line (
  payroll_id     uuid     not null constraint payroll_line_payroll_fkey references payroll,
  seq            integer  not null,
  entitlement_id uuid     not null,
  household_id   uuid     not null,
  division       bigint   not null,
  payee_name     text     not null,
  id_sealed      bytea    not null,
  account_sealed bytea,
  bank_name      text     not null default '',
  member_count   smallint not null,
  amount_fen     bigint   not null constraint payroll_line_amount_check check (amount_fen > 0),
  problem        text     not null default '',
  constraint payroll_line_pkey primary key (payroll_id, seq),
  constraint payroll_line_once unique (payroll_id, entitlement_id),
  constraint payroll_line_household_once unique (payroll_id, household_id)
);
create index payroll_line_household_idx on payroll_line (household_id, payroll_id);
comment on table payroll_line is 'sensitive: who is paid what; secret: id_sealed, account_sealed';

-- An approved list is what was paid: neither it nor its lines change any more. The functions run as the owner because an
-- actor of a small scope may see a line without seeing the list it belongs to.
-- +goose StatementBegin
create function payroll_is_final() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if old.state = 'approved' then
    raise exception 'payroll % is approved and cannot change', old.number using errcode = 'integrity_constraint_violation', constraint = 'payroll_is_final';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create function payroll_line_is_final() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select 1 from touched t join payroll p on p.id = t.payroll_id where p.state = 'approved') then
    raise exception 'lines of an approved payroll cannot change' using errcode = 'integrity_constraint_violation', constraint = 'payroll_is_final';
  end if;
  return null;
end $$;
-- +goose StatementEnd
create trigger payroll_final before update or delete on payroll for each row execute function payroll_is_final();
create trigger payroll_line_final_insert after insert on payroll_line referencing new table as touched
  for each statement execute function payroll_line_is_final();
create trigger payroll_line_final_update after update on payroll_line referencing old table as touched
  for each statement execute function payroll_line_is_final();
create trigger payroll_line_final_move after update on payroll_line referencing new table as touched
  for each statement execute function payroll_line_is_final();
create trigger payroll_line_final_delete after delete on payroll_line referencing old table as touched
  for each statement execute function payroll_line_is_final();

alter table entitlement enable row level security;
create policy entitlement_scope on entitlement using (division between scope_lo() and scope_hi());
alter table payroll enable row level security;
create policy payroll_scope on payroll using (division between scope_lo() and scope_hi());
alter table payroll_line enable row level security;
create policy payroll_line_scope on payroll_line using (division between scope_lo() and scope_hi());

-- +goose Down
drop table payroll_line, payroll, entitlement;
drop function payroll_line_is_final();
drop function payroll_is_final();
