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
comment on table entitlement is 'sensitive: benefits running; secret: account_sealed; end_month is exclusive';

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
  constraint payroll_line_once unique (payroll_id, entitlement_id)
);
comment on table payroll_line is 'sensitive: who is paid what; secret: id_sealed, account_sealed';

alter table entitlement enable row level security;
create policy entitlement_scope on entitlement using (division between scope_lo() and scope_hi());
alter table payroll enable row level security;
create policy payroll_scope on payroll using (division between scope_lo() and scope_hi());
alter table payroll_line enable row level security;
create policy payroll_line_scope on payroll_line using (division between scope_lo() and scope_hi());

-- +goose Down
drop table payroll_line, payroll, entitlement;
