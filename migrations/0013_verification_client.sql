-- +goose Up
-- 拓展应用 (GD-2024 十二): departments and charities that may have people verified, each for its own purposes, data classes and number of
-- people a month.
create table verification_client (
  division     bigint      not null,
  name         text        not null constraint verification_client_name_check check (length(name) between 1 and 60),
  purpose      text        not null constraint verification_client_purpose_check check (purpose in ('extended_assistance', 'charity')),
  classes      text[]      not null constraint verification_client_classes_check check (cardinality(classes) > 0),
  quota        integer     not null constraint verification_client_quota_check check (quota between 0 and 10000000),
  basis        text        not null constraint verification_client_basis_check check (length(basis) between 1 and 200),
  valid_until  date,
  by_name      text        not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  constraint verification_client_pkey primary key (division, name, purpose)
);
comment on table verification_client is 'public: who else may order verifications, for what and how many people a month';
alter table verification_client enable row level security;
-- A client of the province or city serves the places below it; those see it.
create policy verification_client_scope on verification_client
  using (division between scope_lo() and scope_hi() or division = scope_lo() / 1000000 * 1000000 or division = scope_lo() / 100000000 * 100000000
    or division = scope_lo() / 10000000000 * 10000000000);

-- +goose Down
drop table verification_client;
