-- +goose Up
-- A case is one application of one household for one item of the policy pack. division is the village that it belongs to
-- (the register's, which handles it); accepted_at_division is the town window where it was handed in (异地受理).
create table cases (
  id                   uuid        not null constraint cases_pkey primary key,
  number               text        not null,
  division             bigint      not null,
  handed_in_division   bigint      not null,
  household_id         uuid        not null,
  applicant_id         uuid        not null,
  applicant_name       text        not null,
  member_count         smallint    not null,
  item                 text        not null,
  pack                 text        not null,
  pack_version         text        not null,
  pack_digest          text        not null,
  procedure            text        not null,
  status               text        not null constraint cases_status_check
    check (status in ('open', 'confirmed', 'refused', 'withdrawn', 'terminated')),
  urban                boolean     not null,
  by_proxy             text        not null default '',
  relative_declared    boolean     not null default false, -- a near relative was named
  pledged              boolean     not null default false, -- 承诺书 with the declaration of near relatives is signed
  county_visit         text        not null default 'undrawn' constraint cases_county_visit_check
    check (county_visit in ('undrawn', 'not_drawn', 'drawn', 'relative', 'done')),
  extended             boolean     not null default false,
  submitted_at         timestamptz not null,
  accepted_at          timestamptz,
  due                  date,
  closed_at            timestamptz,
  amount_fen           bigint,
  version              integer     not null default 1,
  constraint cases_number_key unique (number),
  constraint cases_closed_whole check ((status = 'open') = (closed_at is null)),
  constraint cases_amount_check check (amount_fen is null or amount_fen >= 0)
);
create unique index household_one_open_case on cases (household_id, item) where status = 'open';
create index cases_number_idx on cases (number text_pattern_ops);
create index cases_division_idx on cases (division, submitted_at desc, id desc);
create index cases_open_idx on cases (division, due) where status = 'open';
create index cases_recent_idx on cases (submitted_at desc, id desc);
create index cases_applicant_idx on cases (applicant_id);
create index cases_handed_in_idx on cases (handed_in_division) where handed_in_division <> division;
comment on table cases is 'sensitive: applications';

-- A submit carries the form's own key: sent twice, it is one case.
create table case_request (
  request_key uuid not null constraint case_request_once primary key,
  case_id     uuid not null
);
comment on table case_request is 'public: submits already taken';

create table draft (
  staff_id   uuid        not null,
  id         uuid        not null,
  kind       text        not null,
  title      text        not null,
  division   bigint      not null,
  sealed     bytea       not null,
  version    integer     not null default 1,
  updated_at timestamptz not null,
  constraint draft_pkey primary key (staff_id, id)
);
comment on table draft is 'secret: forms not yet submitted, sealed whole';

-- A step of the procedure that was opened for the case; round counts repetitions (a second survey after an objection).
create table case_step (
  case_id      uuid        not null constraint case_step_case_fkey references cases,
  id           uuid        not null,
  division     bigint      not null,
  step         text        not null,
  round        smallint    not null,
  state        text        not null constraint case_step_state_check check (state in ('open', 'done', 'cancelled')),
  opened_at    timestamptz not null,
  start_by     date,
  started_at   timestamptz,
  due          date,
  closed_at    timestamptz,
  exit         text,
  done_by      uuid,
  done_by_name text        not null default '',
  comment      text        not null default '',
  data         jsonb       not null default '{}',
  constraint case_step_pkey primary key (case_id, id),
  constraint case_step_once unique (case_id, step, round)
);
create unique index case_step_one_open on case_step (case_id, step) where state = 'open';
create index case_step_open_idx on case_step (division, step, due) where state = 'open';
comment on table case_step is 'sensitive: what has been done in a case, by whom, until when';

-- The household as it applied: people may later move or change, the case keeps what was decided on.
create table case_member (
  case_id   uuid     not null constraint case_member_case_fkey references cases,
  person_id uuid     not null,
  division  bigint   not null,
  name      text     not null,
  id_masked text     not null default '',
  relation  text     not null,
  sex       smallint not null,
  birth     date     not null,
  role      text     not null default 'member' constraint case_member_role_check check (role in ('applicant', 'member', 'supporter')),
  seq       smallint not null,
  constraint case_member_pkey primary key (case_id, person_id)
);
create index case_member_person_idx on case_member (person_id);
comment on table case_member is 'sensitive: members of the household in the case';

-- A fact from one source at one time. Nothing is overwritten: the newest per (member, key, kind) holds. value null means
-- "the source does not know", which is not zero.
create table case_fact (
  case_id   uuid        not null constraint case_fact_case_fkey references cases,
  id        uuid        not null,
  division  bigint      not null,
  person_id uuid,
  key       text        not null,
  kind      text        not null constraint case_fact_kind_check check (kind in ('declared', 'verified', 'surveyed', 'adopted')),
  value     jsonb,
  note      text        not null default '',
  source    text        not null,
  at        timestamptz not null,
  by_id     uuid,
  by_name   text        not null,
  constraint case_fact_pkey primary key (case_id, id)
);
create index case_fact_key_idx on case_fact (case_id, person_id, key, kind, at desc);
comment on table case_fact is 'sensitive: declared, verified, surveyed and adopted facts with their source';

create table case_authorisation (
  case_id     uuid        not null constraint case_authorisation_case_fkey references cases,
  person_id   uuid        not null,
  division    bigint      not null,
  number      text        not null,
  signed_by   text        not null,
  guardian    boolean     not null default false,
  signed_on   date        not null,
  withdrawn_at timestamptz,
  constraint case_authorisation_pkey primary key (case_id, person_id),
  constraint case_authorisation_number_key unique (number)
);
comment on table case_authorisation is 'sensitive: authorisations to query (核对授权书)';

-- 近亲属备案: staff or village cadres who are near relatives of a member.
create table relative_disclosure (
  case_id    uuid        not null constraint relative_disclosure_case_fkey references cases,
  id         uuid        not null,
  division   bigint      not null,
  person_id  uuid        not null,
  staff_name text        not null,
  office     text        not null,
  relation   text        not null,
  at         timestamptz not null,
  constraint relative_disclosure_pkey primary key (case_id, id)
);
comment on table relative_disclosure is 'sensitive: near relatives among staff and cadres';

create table case_event (
  case_id    uuid        not null constraint case_event_case_fkey references cases,
  id         uuid        not null,
  division   bigint      not null,
  at         timestamptz not null,
  actor_id   uuid,
  actor_name text        not null,
  role       text        not null,
  kind       text        not null,
  step       text        not null default '',
  text       text        not null,
  data       jsonb       not null default '{}',
  constraint case_event_pkey primary key (case_id, id)
);
comment on table case_event is 'sensitive: the timeline of a case';

create table attachment (
  case_id    uuid        not null constraint attachment_case_fkey references cases,
  id         uuid        not null,
  division   bigint      not null,
  kind       text        not null,
  name       text        not null constraint attachment_name_check check (length(name) between 1 and 200),
  mime       text        not null constraint attachment_mime_check check (mime in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  size       integer     not null constraint attachment_size_check check (size between 1 and 10485760),
  digest     bytea       not null,
  sealed     bytea       not null,
  by_id      uuid        not null,
  by_name    text        not null,
  at         timestamptz not null,
  removed_at timestamptz,
  constraint attachment_pkey primary key (case_id, id)
);
create unique index attachment_same_file on attachment (case_id, kind, digest) where removed_at is null;
comment on table attachment is 'secret: scans and photographs, sealed whole';

-- A paper as it was issued: the data it was printed from, never re-computed.
create table paper (
  case_id   uuid        not null constraint paper_case_fkey references cases,
  id        uuid        not null,
  division  bigint      not null,
  kind      text        not null,
  round     smallint    not null default 1,
  office    bigint      not null,
  number    text        not null,
  issued_at timestamptz not null,
  by_name   text        not null,
  sealed    bytea       not null,
  constraint paper_pkey primary key (case_id, id),
  constraint paper_once unique (case_id, kind, round),
  constraint paper_number_key unique (office, number)
);
comment on table paper is 'secret: issued papers, the data sealed whole';

-- Numbers that run without gaps per office, kind and year (受理号, 文书号).
create table numbering (
  series text    not null,
  year   integer not null,
  last   bigint  not null,
  constraint numbering_pkey primary key (series, year)
);
comment on table numbering is 'public: running numbers of papers and cases';

-- The public notice: what the village board shows, and nothing else.
create table notice (
  case_id      uuid        not null constraint notice_case_fkey references cases,
  id           uuid        not null,
  division     bigint      not null,
  item         text        not null,
  name         text        not null,
  member_count smallint    not null,
  amount_fen   bigint      not null,
  posted_on    date        not null,
  last_day     date        not null,
  ended_at     timestamptz,
  objections   integer     not null default 0,
  constraint notice_pkey primary key (case_id, id),
  constraint notice_days_check check (last_day >= posted_on)
);
create index notice_id_idx on notice (id);
create index notice_board_idx on notice (division, last_day) where ended_at is null;
comment on table notice is 'public while it runs: name, number of members, amount (民发〔2021〕57号 art 24)';

create table objection (
  case_id        uuid        not null constraint objection_case_fkey references cases,
  id             uuid        not null,
  division       bigint      not null,
  notice_id      uuid        not null,
  name           text        not null default '',
  contact_sealed bytea,
  remote_blind   bytea,
  text           text        not null constraint objection_text_check check (length(text) between 5 and 2000),
  channel        text        not null constraint objection_channel_check check (channel in ('online', 'window', 'letter', 'telephone')),
  at             timestamptz not null,
  handled_at     timestamptz,
  handled_by     text        not null default '',
  outcome        text        constraint objection_outcome_check check (outcome in ('appraisal', 'resurvey', 'unfounded')),
  answer         text        not null default '',
  constraint objection_pkey primary key (case_id, id)
);
create index objection_remote_idx on objection (remote_blind, at) where remote_blind is not null;
comment on table objection is 'secret: objections and who raised them; remote_blind is the blind index of the address, for the rate limit';

-- The decision: one per case, with the facts and the policy result it stood on.
create table case_decision (
  case_id     uuid        not null constraint case_decision_case_fkey references cases,
  division    bigint      not null,
  outcome     text        not null constraint case_decision_outcome_check check (outcome in ('confirmed', 'refused')),
  amount_fen  bigint      not null constraint case_decision_amount_check check (amount_fen >= 0),
  reason      text        not null default '',
  facts       jsonb       not null,
  result      jsonb       not null,
  decided_at  timestamptz not null,
  decided_by  uuid        not null,
  by_name     text        not null,
  constraint case_decision_pkey primary key (case_id)
);
create index case_decision_division_idx on case_decision (division, decided_at) include (outcome);
comment on table case_decision is 'sensitive: decisions with what they stood on';

-- 待办: one row per open duty of an office, whoever brings it.
create table task (
  root_id         uuid        not null,
  id              uuid        not null,
  kind            text        not null,
  step            text        not null default '',
  division        bigint      not null,
  office_division bigint      not null,
  office_level    smallint    not null,
  role            text        not null,
  assignee        uuid,
  assignee_name   text        not null default '',
  title           text        not null,
  subject         text        not null,
  link            text        not null,
  opened_at       timestamptz not null,
  due             date        not null,
  closed_at       timestamptz,
  escalated_at    timestamptz,
  escalated_level smallint,
  escalated_lo    bigint,
  constraint task_pkey primary key (root_id, id)
);
create index task_office_idx on task (office_division, role, due, id) where closed_at is null;
create index task_assignee_idx on task (assignee, due) where closed_at is null;
create index task_late_idx on task (due, id) where closed_at is null;
create index task_escalated_idx on task (escalated_level, escalated_lo, due) where closed_at is null and escalated_at is not null;
comment on table task is 'sensitive: the inbox';

-- The handling place and the place where it was handed in both see the case.
alter table cases enable row level security;
create policy cases_scope on cases
  using (division between scope_lo() and scope_hi() or handed_in_division between scope_lo() and scope_hi());

-- +goose StatementBegin
do $$
declare t text;
begin
  foreach t in array array['case_step', 'case_member', 'case_fact', 'case_authorisation', 'relative_disclosure', 'case_event',
    'attachment', 'paper', 'notice', 'objection', 'case_decision', 'task']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (division between scope_lo() and scope_hi())', t || '_scope', t);
  end loop;
end $$;
-- +goose StatementEnd

-- +goose Down
drop table task, case_decision, objection, notice, numbering, paper, attachment, case_event, relative_disclosure,
  case_authorisation, case_fact, case_member, case_step, draft, case_request, cases;
