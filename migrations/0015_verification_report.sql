-- +goose Up
-- What an order found out about one household (or one person without a household), worked out anew when more is answered.
create table verification_household (
  order_id       uuid        not null constraint verification_household_order_fkey references verification_order,
  household_id   uuid        not null,
  division       bigint      not null,
  case_id        uuid,
  name           text        not null,
  people         integer     not null,
  item           text        not null default '',
  conclusion     text        not null constraint verification_household_conclusion_check check (conclusion in ('fits', 'exceeds', 'open', 'listed')),
  differs        integer     not null,
  over           integer     not null,
  moved          integer     not null,
  silent         integer     not null,
  content_sealed bytea       not null,
  computed_at    timestamptz not null,
  handled_at     timestamptz,
  handled_by     text        not null default '',
  handled_text   text        not null default '',
  constraint verification_household_pkey primary key (order_id, household_id)
);
create index verification_household_differs_idx on verification_household (order_id, division, household_id) where differs > 0;
comment on table verification_household is 'secret: what an order found out about a household; content_sealed is the comparison';

-- A report as it was issued. It is never changed: what came later makes the next version.
create table verification_report (
  order_id       uuid        not null constraint verification_report_order_fkey references verification_order,
  id             uuid        not null,
  division       bigint      not null,
  household_id   uuid        not null,
  case_id        uuid,
  number         text        not null,
  version        integer     not null constraint verification_report_version_check check (version >= 1),
  why            text        not null constraint verification_report_why_check check (why in ('first', 'answers', 'objection')),
  name           text        not null,
  conclusion     text        not null constraint verification_report_conclusion_check check (conclusion in ('fits', 'exceeds', 'open', 'listed')),
  differs        integer     not null,
  over           integer     not null,
  silent         integer     not null,
  content_sealed bytea       not null,
  digest         bytea       not null,
  issued_at      timestamptz not null,
  by_id          uuid,
  by_name        text        not null,
  constraint verification_report_pkey primary key (order_id, id),
  constraint verification_report_version_key unique (order_id, household_id, version),
  constraint verification_report_number_key unique (number, version)
);
create index verification_report_id_idx on verification_report (id);
create index verification_report_case_idx on verification_report (case_id, issued_at) where case_id is not null;
comment on table verification_report is 'secret: verification reports (核对报告); content_sealed is what was issued, digest its SM3';
-- +goose StatementBegin
create function verification_report_stays() returns trigger language plpgsql as $$
begin
  raise exception 'an issued report is not changed' using errcode = 'check_violation', constraint = 'verification_report_stays';
end $$;
-- +goose StatementEnd
create trigger verification_report_stays before update or delete on verification_report for each row execute function verification_report_stays();

create table verification_report_file (
  order_id   uuid        not null,
  report_id  uuid        not null,
  division   bigint      not null,
  pdf_sealed bytea       not null,
  digest     bytea       not null,
  size       integer     not null,
  made_at    timestamptz not null,
  constraint verification_report_file_pkey primary key (order_id, report_id),
  constraint verification_report_file_report_fkey foreign key (order_id, report_id) references verification_report
);
comment on table verification_report_file is 'secret: reports as PDF; digest is the SM3 of the file';

-- 异议 (57号 art 18): what the applicant disputes, with proof, and what the town found.
create table verification_objection (
  order_id        uuid        not null,
  id              uuid        not null,
  report_id       uuid        not null,
  division        bigint      not null,
  case_id         uuid        not null,
  state           text        not null constraint verification_objection_state_check check (state in ('open', 'upheld', 'partly', 'rejected')),
  name            text        not null,
  content_sealed  bytea       not null,
  proofs          uuid[]      not null constraint verification_objection_proofs_check check (cardinality(proofs) > 0),
  due             date        not null,
  at              timestamptz not null,
  by_id           uuid,
  by_name         text        not null,
  found_sealed    bytea,
  rechecked_at    timestamptz,
  rechecked_by_id uuid,
  rechecked_by    text        not null default '',
  new_report_id   uuid,
  constraint verification_objection_pkey primary key (order_id, id),
  constraint verification_objection_report_fkey foreign key (order_id, report_id) references verification_report,
  constraint verification_objection_closed_check check ((state = 'open') = (rechecked_at is null))
);
create unique index verification_objection_one_open on verification_objection (order_id, report_id) where state = 'open';
create index verification_objection_id_idx on verification_objection (id);
create index verification_objection_case_idx on verification_objection (case_id, at);
comment on table verification_objection is 'secret: objections to verification reports (核对异议)';

-- +goose StatementBegin
do $$
declare t text;
begin
  foreach t in array array['verification_household', 'verification_report', 'verification_report_file', 'verification_objection']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (division between scope_lo() and scope_hi())', t || '_scope', t);
  end loop;
end $$;
-- +goose StatementEnd

-- +goose Down
drop table verification_objection, verification_report_file, verification_report, verification_household;
drop function verification_report_stays();
