-- +goose Up
-- An answer may come in parts. exchange_message keeps what came first; each later part that brought an answer has its own proof.
create table exchange_part (
  message_id  uuid        not null constraint exchange_part_message_fkey references exchange_message,
  part        smallint    not null constraint exchange_part_part_check check (part >= 2),
  answers     integer     not null,
  received_at timestamptz not null,
  raw_sealed  bytea,
  raw_digest  bytea       not null,
  raw_size    integer     not null,
  purge_on    date        not null,
  purged_at   timestamptz,
  constraint exchange_part_pkey primary key (message_id, part),
  constraint exchange_part_purged_check check (purged_at is null or raw_sealed is null)
);
create index exchange_part_purge_idx on exchange_part (purge_on) where raw_sealed is not null;
comment on table exchange_part is 'secret: later parts of answers; raw_sealed is what came';

-- An authorisation stays what was signed, and a withdrawal is for good.
-- +goose StatementBegin
create function authorisation_stays() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at then
    raise exception 'a withdrawn authorisation does not come back' using errcode = 'check_violation', constraint = 'authorisation_stays';
  end if;
  if (new.person_id, new.id, new.number, new.purpose, new.classes, new.signed_how, new.signed_by, new.guardian, new.signed_on, new.valid_from)
      is distinct from (old.person_id, old.id, old.number, old.purpose, old.classes, old.signed_how, old.signed_by, old.guardian, old.signed_on, old.valid_from) then
    raise exception 'what was signed is not changed' using errcode = 'check_violation', constraint = 'authorisation_stays';
  end if;
  return new;
end $$;
-- +goose StatementEnd
create trigger authorisation_stays before update on authorisation for each row execute function authorisation_stays();

-- What is signed anew for a case, after a withdrawal or in place of an earlier signature, is an authorisation of its own: the case's row
-- takes its number, the earlier one keeps its own, its text and its withdrawal.
drop trigger authorisation_of_case on case_authorisation;
-- +goose StatementBegin
create or replace function authorisation_of_case() returns trigger language plpgsql as $$
declare first text; before integer;
begin
  if tg_op = 'UPDATE' then
    if new.withdrawn_at is not null then
      update authorisation set withdrawn_at = new.withdrawn_at, withdrawn_by = new.signed_by
        where person_id = new.person_id and number = new.number and withdrawn_at is null;
      return new;
    end if;
    if old.withdrawn_at is null and (new.signed_by, new.guardian, new.signed_on) is not distinct from (old.signed_by, old.guardian, old.signed_on) then
      return new;
    end if;
    update authorisation set withdrawn_at = greatest(now(), created_at), withdrawn_by = new.signed_by, withdrawn_reason = '由新签的授权书替代'
      where person_id = new.person_id and number = old.number and withdrawn_at is null;
    select count(*), (array_agg(number order by length(number), number))[1] into before, first from authorisation where person_id = new.person_id and case_id = new.case_id;
    new.number := coalesce(first, new.number) || '-' || greatest(before, 1) + 1;
  end if;
  insert into authorisation (person_id, id, division, number, purpose, classes, signed_how, signed_by, guardian, guardian_reason, signed_on,
    valid_from, case_id, created_at)
  values (new.person_id, gen_random_uuid(), new.division, new.number, 'social_assistance', '{*}', 'paper', new.signed_by, new.guardian,
    case when new.guardian then '由监护人代签' else '' end, new.signed_on, new.signed_on, new.case_id, new.signed_on::timestamp at time zone 'Asia/Shanghai')
  on conflict on constraint authorisation_number_key do nothing;
  return new;
end $$;
-- +goose StatementEnd
create trigger authorisation_of_case before insert or update on case_authorisation for each row execute function authorisation_of_case();

-- +goose Down
drop table exchange_part;
drop trigger authorisation_stays on authorisation;
drop function authorisation_stays();
