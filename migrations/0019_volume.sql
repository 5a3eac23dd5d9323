-- +goose Up
-- Nothing is asked for an order about somebody who is not in it: each person of what is added is looked up by the key. A join would be
-- planned by statistics that know nothing yet of an order whose people are just put in, and read all of them for each line.
-- +goose StatementBegin
create or replace function verification_item_of_subject() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  if exists (select from (select distinct order_id, person_id from added) n
      where (select true from verification_subject s where s.order_id = n.order_id and s.person_id = n.person_id limit 1) is null) then
    raise exception 'a question about somebody who is not in the order' using errcode = 'check_violation', constraint = 'verification_item_of_subject';
  end if;
  return null;
end $$;
-- +goose StatementEnd

-- Whoever is in an order is in one that exists, and stays in it while something is asked about them: with that a line needs no reference
-- to its order of its own, which was checked line by line.
-- +goose StatementBegin
create function verification_subject_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.order_id, new.person_id) = (old.order_id, old.person_id) then
    return new;
  end if;
  if exists (select from verification_item i where i.order_id = old.order_id and i.person_id = old.person_id) then
    raise exception 'somebody about whom something is asked leaves the order' using errcode = 'foreign_key_violation', constraint = 'verification_subject_stays';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
-- +goose StatementEnd
create trigger verification_subject_stays before delete or update of order_id, person_id on verification_subject for each row execute function verification_subject_stays();
-- +goose StatementBegin
create function verification_item_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a line stays with its order and person' using errcode = 'check_violation', constraint = 'verification_item_stays';
end $$;
-- +goose StatementEnd
create trigger verification_item_stays before update of order_id, person_id, class on verification_item for each row
  when ((new.order_id, new.person_id, new.class) is distinct from (old.order_id, old.person_id, old.class)) execute function verification_item_stays();
alter table verification_item drop constraint verification_item_order_fkey;

-- +goose Down
alter table verification_item add constraint verification_item_order_fkey foreign key (order_id) references verification_order;
drop trigger verification_item_stays on verification_item;
drop trigger verification_subject_stays on verification_subject;
drop function verification_item_stays(), verification_subject_stays();
-- +goose StatementBegin
create or replace function verification_item_of_subject() returns trigger language plpgsql as $$
begin
  if exists (select from added n where not exists (select from verification_subject s where s.order_id = n.order_id and s.person_id = n.person_id)) then
    raise exception 'a question about somebody who is not in the order' using errcode = 'check_violation', constraint = 'verification_item_of_subject';
  end if;
  return null;
end $$;
-- +goose StatementEnd
