-- +goose Up
-- 活体认证 (GD-2019 五): campaigns that ask people on benefit for a proof of life, each chosen by sample or by rule. Who a campaign
-- covers in part sees it, and of its people those of the own range.
create table liveness_campaign (
  id          uuid        not null constraint liveness_campaign_pkey primary key,
  number      text        not null constraint liveness_campaign_number_key unique,
  division    bigint      not null,
  range_lo    bigint      not null,
  range_hi    bigint      not null,
  title       text        not null constraint liveness_campaign_title_check check (length(title) between 1 and 100),
  method      text        not null constraint liveness_campaign_method_check check (method in ('sample', 'rule')),
  selection   jsonb       not null constraint liveness_campaign_selection_check check (jsonb_typeof(selection) = 'object'),
  seed        bigint      not null, -- of the draw, so that it can be drawn again
  visit_days  integer     not null, -- working days for a home visit, and for the town's decision
  decide_days integer     not null,
  due         date        not null, -- last day of the invitations
  state       text        not null constraint liveness_campaign_state_check check (state in ('preparing', 'running', 'ended', 'cancelled')),
  people      bigint      not null default 0,
  reason      text        not null default '', -- of a cancellation
  by_id       uuid,
  by_name     text        not null,
  created_at  timestamptz not null,
  started_at  timestamptz,
  ended_at    timestamptz,
  version     integer     not null default 1,
  constraint liveness_campaign_ended_check check ((state in ('ended', 'cancelled')) = (ended_at is not null))
);
create index liveness_campaign_created_idx on liveness_campaign (created_at desc, id desc);
create index liveness_campaign_open_idx on liveness_campaign (id) where state in ('preparing', 'running');
comment on table liveness_campaign is 'public: campaigns for proofs of life, by whom and chosen how';
alter table liveness_campaign enable row level security;
create policy liveness_campaign_scope on liveness_campaign
  using (range_lo <= scope_hi() and range_hi >= scope_lo()) with check (division between scope_lo() and scope_hi());

-- Somebody in a campaign. why is what led to the visit. Nothing here stops a benefit: what a visit finds is decided on by a person.
create table liveness_person (
  campaign_id   uuid        not null constraint liveness_person_campaign_fkey references liveness_campaign,
  person_id     uuid        not null,
  division      bigint      not null,
  name          text        not null,
  phone         boolean     not null,
  state         text        not null constraint liveness_person_state_check
    check (state in ('waiting', 'invited', 'passed', 'visiting', 'alive', 'proxy', 'moved', 'dead', 'not_found', 'cancelled')),
  why           text        not null default '' constraint liveness_person_why_check
    check (why in ('', 'failed', 'silent', 'no_phone', 'unauthorised', 'unreached', 'cannot')),
  why_note      text        not null default '',
  invitation    smallint    not null default 1 constraint liveness_person_invitation_check check (invitation between 1 and 2),
  session_id    uuid,
  due           date        not null, -- last day of the invitation
  visit_id      uuid,
  visit_due     date,
  visit_role    text        not null default '',
  result_id     uuid,
  visited_on    date,
  visited_by    text        not null default '',
  note          text        not null default '',
  proxy         text        not null default '', -- who testified, and how related
  decision      text        not null default '' constraint liveness_person_decision_check check (decision in ('', 'change', 'keep', 'other')),
  decision_note text        not null default '',
  decided_by    text        not null default '',
  decided_at    timestamptz,
  decide_due    date,
  ended_at      timestamptz,
  constraint liveness_person_pkey primary key (campaign_id, person_id),
  constraint liveness_person_ended_check check ((state in ('waiting', 'invited', 'visiting')) = (ended_at is null)),
  constraint liveness_person_visited_check check ((state in ('alive', 'proxy', 'moved', 'dead', 'not_found')) = (result_id is not null)),
  constraint liveness_person_decided_check check ((decision <> '') = (decided_at is not null))
);
create index liveness_person_state_idx on liveness_person (campaign_id, state, person_id);
create index liveness_person_waiting_idx on liveness_person (due, campaign_id, person_id) where state = 'waiting' and session_id is null;
create index liveness_person_unopened_idx on liveness_person (campaign_id, person_id) where state = 'visiting' and visit_id is null;
create index liveness_person_visits_idx on liveness_person (division, visit_due, person_id) where state = 'visiting';
create unique index liveness_person_one_open on liveness_person (person_id) where state in ('waiting', 'invited', 'visiting');
comment on table liveness_person is 'sensitive: who is asked for a proof of life and what came of it';

-- One invitation: a session with the provider. url_sealed is where the person goes.
create table liveness_session (
  person_id   uuid         not null,
  id          uuid         not null,
  campaign_id uuid         not null,
  division    bigint       not null,
  invitation  smallint     not null,
  state       text         not null constraint liveness_session_state_check
    check (state in ('asked', 'open', 'passed', 'failed', 'silent', 'unreached', 'void')),
  asks        integer      not null default 0,
  faults      integer      not null default 0,
  next_at     timestamptz  not null,
  url_sealed  bytea,
  score       numeric(4,3) constraint liveness_session_score_check check (score between 0 and 1),
  result_at   timestamptz,
  fault       text         not null default '',
  created_at  timestamptz  not null,
  ended_at    timestamptz,
  constraint liveness_session_pkey primary key (person_id, id),
  constraint liveness_session_once unique (campaign_id, person_id, invitation),
  constraint liveness_session_person_fkey foreign key (campaign_id, person_id) references liveness_person,
  constraint liveness_session_ended_check check ((state in ('asked', 'open')) = (ended_at is null))
);
create index liveness_session_id_idx on liveness_session (id);
create index liveness_session_next_idx on liveness_session (next_at) where state in ('asked', 'open');
comment on table liveness_session is 'secret: sessions with the provider of liveness';

-- Each time a request about a person leaves for the provider, written before it leaves.
create table liveness_ask (
  person_id        uuid        not null,
  session_id       uuid        not null,
  attempt          integer     not null,
  division         bigint      not null,
  kind             text        not null constraint liveness_ask_kind_check check (kind in ('start', 'result')),
  authorisation_id uuid        not null,
  asked_at         timestamptz not null,
  constraint liveness_ask_pkey primary key (person_id, session_id, attempt),
  constraint liveness_ask_session_fkey foreign key (person_id, session_id) references liveness_session,
  constraint liveness_ask_attempt_check check (attempt >= 1)
);
comment on table liveness_ask is 'sensitive: every request to the provider of liveness, under which authorisation';

-- None leaves without an authorisation of that person for liveness, in force and not withdrawn; the row is locked as for inquiry_ask.
-- +goose StatementBegin
create function liveness_ask_authorised() returns trigger language plpgsql as $$
declare held bigint; wanted bigint;
begin
  select count(*) into wanted from asked;
  perform 1 from authorisation a where (a.person_id, a.id) in (select person_id, authorisation_id from asked) for share;
  select count(*) into held from asked n join authorisation a on a.person_id = n.person_id and a.id = n.authorisation_id
    where a.purpose = 'liveness' and a.withdrawn_at is null and (n.asked_at at time zone 'Asia/Shanghai')::date >= a.valid_from
      and (a.valid_until is null or (n.asked_at at time zone 'Asia/Shanghai')::date <= a.valid_until);
  if held <> wanted then
    raise exception 'a request for liveness without a valid authorisation' using errcode = 'check_violation', constraint = 'liveness_ask_authorised';
  end if;
  return null;
end $$;
-- +goose StatementEnd
create trigger liveness_ask_authorised after insert on liveness_ask referencing new table as asked
  for each statement execute function liveness_ask_authorised();
create trigger liveness_ask_stays before update or delete on liveness_ask for each row execute function inquiry_ask_stays();

-- When somebody was last known to be alive, and how that was seen.
create table liveness_proof (
  person_id   uuid   not null,
  id          uuid   not null,
  division    bigint not null,
  campaign_id uuid   not null,
  proved_on   date   not null,
  how         text   not null constraint liveness_proof_how_check check (how in ('phone', 'visit', 'proxy')),
  constraint liveness_proof_pkey primary key (person_id, id),
  constraint liveness_proof_once unique (campaign_id, person_id)
);
create index liveness_proof_day_idx on liveness_proof (person_id, proved_on desc);
comment on table liveness_proof is 'sensitive: proofs of life';

-- +goose StatementBegin
do $$
declare t text;
begin
  foreach t in array array['liveness_person', 'liveness_session', 'liveness_ask', 'liveness_proof']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (division between scope_lo() and scope_hi())', t || '_scope', t);
  end loop;
end $$;
-- +goose StatementEnd

-- +goose Down
drop table liveness_proof, liveness_ask, liveness_session, liveness_person, liveness_campaign;
drop function liveness_ask_authorised();
