-- +goose Up
-- 核对授权书: who let whom ask what, signed how. classes are data classes of the catalogue; '*' is all of them, as the printed form
-- says. valid_until null: until it is withdrawn.
create table authorisation (
  person_id        uuid        not null,
  id               uuid        not null,
  division         bigint      not null,
  number           text        not null,
  purpose          text        not null constraint authorisation_purpose_check
    check (purpose in ('social_assistance', 'extended_assistance', 'charity', 'liveness')),
  classes          text[]      not null constraint authorisation_classes_check check (cardinality(classes) > 0),
  signed_how       text        not null constraint authorisation_signed_how_check check (signed_how in ('paper', 'screen', 'online')),
  signed_by        text        not null,
  guardian         boolean     not null default false,
  guardian_reason  text        not null default '',
  signed_on        date        not null,
  valid_from       date        not null,
  valid_until      date,
  case_id          uuid,
  text_digest      bytea,
  text_sealed      bytea,
  scan_id          uuid,
  withdrawn_at     timestamptz,
  withdrawn_by     text        not null default '',
  withdrawn_reason text        not null default '',
  by_name          text        not null default '',
  created_at       timestamptz not null,
  constraint authorisation_pkey primary key (person_id, id),
  constraint authorisation_number_key unique (number),
  constraint authorisation_term_check check (valid_until is null or valid_until >= valid_from),
  constraint authorisation_guardian_check check (guardian = false or guardian_reason <> '' or case_id is not null)
);
create index authorisation_case_idx on authorisation (case_id) where case_id is not null;
create index authorisation_division_idx on authorisation (division, signed_on desc);
comment on table authorisation is 'secret: authorisations to query (核对授权书); text_sealed is what was signed';

-- What a case was handed in with counts as what it is: an authorisation for everything that the form names.
-- +goose StatementBegin
create function authorisation_of_case() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    update authorisation set withdrawn_at = new.withdrawn_at, withdrawn_by = case when new.withdrawn_at is null then '' else new.signed_by end
      where person_id = new.person_id and number = new.number and withdrawn_at is distinct from new.withdrawn_at;
    return new;
  end if;
  insert into authorisation (person_id, id, division, number, purpose, classes, signed_how, signed_by, guardian, guardian_reason, signed_on,
    valid_from, case_id, created_at)
  values (new.person_id, gen_random_uuid(), new.division, new.number, 'social_assistance', '{*}', 'paper', new.signed_by, new.guardian,
    case when new.guardian then '由监护人代签' else '' end, new.signed_on, new.signed_on, new.case_id, new.signed_on::timestamp at time zone 'Asia/Shanghai')
  on conflict on constraint authorisation_number_key do nothing;
  return new;
end $$;
-- +goose StatementEnd
create trigger authorisation_of_case after insert or update on case_authorisation for each row execute function authorisation_of_case();
insert into authorisation (person_id, id, division, number, purpose, classes, signed_how, signed_by, guardian, guardian_reason, signed_on, valid_from,
  case_id, withdrawn_at, created_at)
select person_id, gen_random_uuid(), division, number, 'social_assistance', '{*}', 'paper', signed_by, guardian,
  case when guardian then '由监护人代签' else '' end, signed_on, signed_on, case_id, withdrawn_at, signed_on::timestamp at time zone 'Asia/Shanghai'
from case_authorisation;

-- 核对委托: for a case, for everybody on benefit in a place, for another department or a charity.
create table verification_order (
  id           uuid        not null constraint verification_order_pkey primary key,
  number       text        not null constraint verification_order_number_key unique,
  division     bigint      not null,
  kind         text        not null constraint verification_order_kind_check check (kind in ('case', 'batch', 'client')),
  title        text        not null constraint verification_order_title_check check (length(title) between 1 and 100),
  purpose      text        not null constraint verification_order_purpose_check
    check (purpose in ('social_assistance', 'extended_assistance', 'charity')),
  client       text        not null default '',
  case_id      uuid,
  classes      text[]      not null constraint verification_order_classes_check check (cardinality(classes) > 0),
  selection    jsonb       not null default '{}',
  priority     smallint    not null constraint verification_order_priority_check check (priority between 0 and 3),
  due          date        not null,
  state        text        not null constraint verification_order_state_check
    check (state in ('preparing', 'running', 'answered', 'cancelled', 'failed')),
  prepared     bigint      not null default 0, -- people put in so far
  people       bigint      not null default 0,
  failure      text        not null default '',
  by_id        uuid,
  by_name      text        not null,
  office       bigint      not null,
  created_at   timestamptz not null,
  started_at   timestamptz,
  ended_at     timestamptz,
  version      integer     not null default 1,
  constraint verification_order_ended_check check ((state in ('answered', 'cancelled', 'failed')) = (ended_at is not null)),
  constraint verification_order_client_check check (kind <> 'client' or client <> '')
);
create index verification_order_division_idx on verification_order (division, created_at desc, id desc);
create index verification_order_running_idx on verification_order (due, id) where state in ('preparing', 'running');
create index verification_order_case_idx on verification_order (case_id, created_at desc) where case_id is not null;
comment on table verification_order is 'sensitive: orders to verify, by whom and what for';

create table verification_subject (
  order_id         uuid     not null constraint verification_subject_order_fkey references verification_order,
  person_id        uuid     not null,
  division         bigint   not null,
  household_id     uuid,
  name             text     not null,
  id_masked        text     not null,
  role             text     not null constraint verification_subject_role_check check (role in ('member', 'supporter')),
  constraint verification_subject_pkey primary key (order_id, person_id)
);
create index verification_subject_household_idx on verification_subject (order_id, household_id);
comment on table verification_subject is 'sensitive: people of an order';

-- One thing asked about one person for one order, and the line of 谁查过我. inquiry_id is what answers it: an inquiry of this order, one
-- that another order opened, or one whose answer is still fresh (reused).
create table verification_item (
  order_id         uuid        not null constraint verification_item_order_fkey references verification_order,
  person_id        uuid        not null,
  class            text        not null,
  division         bigint      not null,
  source           text        not null,
  state            text        not null constraint verification_item_state_check
    check (state in ('waiting', 'answered', 'silent', 'refused', 'cancelled')),
  authorisation_id uuid,
  inquiry_id       uuid,
  reused           boolean     not null default false,
  reason           text        not null default '',
  created_at       timestamptz not null,
  ended_at         timestamptz,
  constraint verification_item_pkey primary key (order_id, person_id, class),
  constraint verification_item_answered_check check (state <> 'answered' or inquiry_id is not null),
  constraint verification_item_authorised_check check (state in ('refused', 'cancelled') or authorisation_id is not null),
  constraint verification_item_ended_check check ((state = 'waiting') = (ended_at is null))
);
create index verification_item_open_idx on verification_item (order_id) where state = 'waiting';
create index verification_item_inquiry_idx on verification_item (person_id, inquiry_id) where state = 'waiting';
create index verification_item_person_idx on verification_item (person_id, created_at desc);
comment on table verification_item is 'sensitive: what was asked about whom, for which order, under which authorisation';

-- One question to one source. At most one is open for a person and class, whoever wants to know.
create table inquiry (
  person_id  uuid        not null,
  id         uuid        not null,
  division   bigint      not null,
  class      text        not null,
  source     text        not null,
  purpose    text        not null,
  state      text        not null constraint inquiry_state_check
    check (state in ('waiting', 'asked', 'answered', 'silent', 'refused', 'cancelled')),
  attempts   smallint    not null default 0,
  priority   smallint    not null,
  due        date        not null,
  next_at    timestamptz not null,
  message_id uuid,
  opened_at  timestamptz not null,
  ended_at   timestamptz,
  reason     text        not null default '',
  constraint inquiry_pkey primary key (person_id, id),
  constraint inquiry_asked_check check (state <> 'asked' or message_id is not null),
  constraint inquiry_ended_check check ((state in ('waiting', 'asked')) = (ended_at is null))
);
create unique index inquiry_one_open on inquiry (person_id, class) where state in ('waiting', 'asked');
create index inquiry_queue_idx on inquiry (source, priority, due, id) where state = 'waiting';
create index inquiry_message_idx on inquiry (message_id) where state = 'asked';
comment on table inquiry is 'sensitive: questions to sources';

-- A message to a source. What came back is kept sealed for a configured time; then its digest stays as the proof.
create table exchange_message (
  id          uuid        not null constraint exchange_message_pkey primary key,
  source      text        not null,
  state       text        not null constraint exchange_message_state_check check (state in ('sent', 'accepted', 'answered', 'failed')),
  questions   integer     not null,
  answers     integer     not null default 0,
  sent_at     timestamptz not null,
  answer_due  timestamptz not null,
  ended_at    timestamptz,
  fault       text        not null default '',
  raw_sealed  bytea,
  raw_digest  bytea,
  raw_size    integer,
  purge_on    date,
  purged_at   timestamptz,
  constraint exchange_message_ended_check check ((state in ('answered', 'failed')) = (ended_at is not null)),
  constraint exchange_message_purged_check check (purged_at is null or raw_sealed is null)
);
create index exchange_message_open_idx on exchange_message (source, answer_due) where state in ('sent', 'accepted');
create index exchange_message_purge_idx on exchange_message (purge_on) where raw_sealed is not null;
comment on table exchange_message is 'secret: messages to sources; raw_sealed is what came back';

-- Each time a question leaves. Written before the message leaves, in the transaction that counts the attempt.
create table inquiry_ask (
  person_id        uuid        not null,
  inquiry_id       uuid        not null,
  attempt          smallint    not null,
  division         bigint      not null,
  message_id       uuid        not null constraint inquiry_ask_message_fkey references exchange_message,
  class            text        not null,
  purpose          text        not null,
  authorisation_id uuid        not null,
  asked_at         timestamptz not null,
  constraint inquiry_ask_pkey primary key (person_id, inquiry_id, attempt),
  constraint inquiry_ask_inquiry_fkey foreign key (person_id, inquiry_id) references inquiry,
  constraint inquiry_ask_attempt_check check (attempt >= 1)
);
create index inquiry_ask_message_idx on inquiry_ask (message_id);
comment on table inquiry_ask is 'sensitive: every question that left, under which authorisation';

-- No question leaves without an authorisation of that person, for that purpose and class, in force and not withdrawn. The row is
-- locked, so that a withdrawal either comes first or waits until the question is on the books.
-- +goose StatementBegin
create function inquiry_ask_authorised() returns trigger language plpgsql as $$
declare held bigint; wanted bigint;
begin
  select count(*) into wanted from asked;
  perform 1 from authorisation a where (a.person_id, a.id) in (select person_id, authorisation_id from asked) for share;
  select count(*) into held from asked n join authorisation a on a.person_id = n.person_id and a.id = n.authorisation_id
    where a.purpose = n.purpose and a.classes && array[n.class, '*'] and a.withdrawn_at is null
      and (n.asked_at at time zone 'Asia/Shanghai')::date >= a.valid_from
      and (a.valid_until is null or (n.asked_at at time zone 'Asia/Shanghai')::date <= a.valid_until);
  if held <> wanted then
    raise exception 'a question without a valid authorisation' using errcode = 'check_violation', constraint = 'inquiry_ask_authorised';
  end if;
  return null;
end $$;
-- +goose StatementEnd
create trigger inquiry_ask_authorised after insert on inquiry_ask referencing new table as asked
  for each statement execute function inquiry_ask_authorised();
-- +goose StatementBegin
create function inquiry_ask_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what was asked is not changed' using errcode = 'check_violation', constraint = 'inquiry_ask_stays';
end $$;
-- +goose StatementEnd
create trigger inquiry_ask_stays before update or delete on inquiry_ask for each row execute function inquiry_ask_stays();

-- One answer to one question, once.
create table answer (
  person_id      uuid        not null,
  inquiry_id     uuid        not null,
  division       bigint      not null,
  class          text        not null,
  source         text        not null,
  message_id     uuid,
  status         text        not null constraint answer_status_check check (status in ('found', 'none', 'unknown')),
  as_of          date        not null,
  received_at    timestamptz not null,
  fresh_until    date        not null,
  records_sealed bytea,
  records_digest bytea       not null,
  note           text        not null default '',
  by_name        text        not null default '', -- who answered at the desk
  constraint answer_pkey primary key (person_id, inquiry_id),
  constraint answer_inquiry_fkey foreign key (person_id, inquiry_id) references inquiry
);
create index answer_fresh_idx on answer (person_id, class, received_at desc);
comment on table answer is 'secret: what sources know about people';

create table exchange_nonce (
  source text        not null,
  nonce  text        not null,
  at     timestamptz not null,
  constraint exchange_nonce_pkey primary key (source, nonce)
);
create index exchange_nonce_at_idx on exchange_nonce (at);
comment on table exchange_nonce is 'public: signatures seen, so that none is taken twice';

-- Who works on a source, and its circuit breaker.
create table exchange_source (
  source     text        not null constraint exchange_source_pkey primary key,
  holder     uuid,
  held_until timestamptz,
  failures   integer     not null default 0,
  open_until timestamptz,
  paused     boolean     not null default false,
  paused_by  text        not null default '',
  last_fault text        not null default '',
  last_at    timestamptz,
  good_at    timestamptz
);
comment on table exchange_source is 'public: state of the sources';

create table exchange_hour (
  source   text        not null,
  hour     timestamptz not null,
  messages bigint      not null default 0,
  failed   bigint      not null default 0,
  asked    bigint      not null default 0,
  found    bigint      not null default 0,
  empty    bigint      not null default 0, -- looked, nothing there
  unknown  bigint      not null default 0,
  missing  bigint      not null default 0, -- asked in a message that came back without them
  rejected bigint      not null default 0,
  millis   bigint      not null default 0,
  buckets  bigint[]    not null default '{0,0,0,0,0,0,0,0}', -- messages by answer time: 0.1 0.3 1 3 10 60 3600 s and above
  constraint exchange_hour_pkey primary key (source, hour)
);
comment on table exchange_hour is 'public: how sources answer, counts only';

-- +goose StatementBegin
do $$
declare t text;
begin
  foreach t in array array['authorisation', 'verification_order', 'verification_subject', 'verification_item', 'inquiry', 'inquiry_ask', 'answer']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (division between scope_lo() and scope_hi())', t || '_scope', t);
  end loop;
end $$;
-- +goose StatementEnd

-- +goose Down
drop table exchange_hour, exchange_source, exchange_nonce, answer, inquiry_ask, exchange_message, inquiry, verification_item, verification_subject, verification_order;
drop trigger authorisation_of_case on case_authorisation;
drop table authorisation;
drop function authorisation_of_case(), inquiry_ask_authorised(), inquiry_ask_stays();
