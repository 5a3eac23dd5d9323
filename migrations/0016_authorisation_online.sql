-- +goose Up
-- Who signed for somebody without capacity, as what.
alter table authorisation add column guardian_relation text not null default '';

-- What came with an authorisation: the signature as it was drawn, the scan of the paper.
create table authorisation_image (
  person_id        uuid        not null,
  authorisation_id uuid        not null,
  kind             text        not null constraint authorisation_image_kind_check check (kind in ('signature', 'scan')),
  division         bigint      not null,
  mime             text        not null,
  size             integer     not null,
  digest           bytea       not null, -- SM3 of the image; the signed text names it
  sealed           bytea       not null,
  created_at       timestamptz not null,
  constraint authorisation_image_pkey primary key (person_id, authorisation_id, kind),
  constraint authorisation_image_authorisation_fkey foreign key (person_id, authorisation_id) references authorisation
);
comment on table authorisation_image is 'secret: signatures and scans of authorisations, sealed';

-- A link by which one person does one thing once without signing in. The code is given out once and kept as a keyed digest only; so are
-- the last six characters of the ID number of the guardian who signs.
create table self_service_link (
  code_blind       bytea       not null constraint self_service_link_pkey primary key,
  id               uuid        not null constraint self_service_link_id_key unique,
  person_id        uuid        not null,
  division         bigint      not null,
  task             text        not null constraint self_service_link_task_check check (task in ('authorise', 'withdraw', 'asked')),
  terms            jsonb       not null default '{}', -- what is to be signed
  signer           text        not null,              -- who opens it: the person or the guardian
  tail_blind       bytea,                             -- of the guardian; null: the person's own number counts
  expires_at       timestamptz not null,
  tries            smallint    not null default 0,    -- wrong last six characters
  opened_at        timestamptz,
  used_at          timestamptz,
  revoked_at       timestamptz,
  authorisation_id uuid,                              -- what was signed or withdrawn
  by_id            uuid,
  by_name          text        not null,
  office           bigint      not null,
  created_at       timestamptz not null
);
create index self_service_link_person_idx on self_service_link (person_id, created_at desc);
comment on table self_service_link is 'sensitive: links for applicants; codes as keyed digests only';

-- +goose StatementBegin
do $$
declare t text;
begin
  foreach t in array array['authorisation_image', 'self_service_link']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (division between scope_lo() and scope_hi())', t || '_scope', t);
  end loop;
end $$;
-- +goose StatementEnd

-- Nothing is asked for an order about somebody who is not in it.
-- +goose StatementBegin
create function verification_item_of_subject() returns trigger language plpgsql as $$
begin
  if exists (select from added n where not exists (select from verification_subject s where s.order_id = n.order_id and s.person_id = n.person_id)) then
    raise exception 'a question about somebody who is not in the order' using errcode = 'check_violation', constraint = 'verification_item_of_subject';
  end if;
  return null;
end $$;
-- +goose StatementEnd
create trigger verification_item_of_subject after insert on verification_item referencing new table as added
  for each statement execute function verification_item_of_subject();

-- What a client has used is one sum over all places that it serves, whoever orders: it is read past the reader's scope, as two
-- figures only.
-- +goose StatementBegin
create function verification_client_used(client_name text, client_purpose text, lo bigint, hi bigint, since timestamptz, out people bigint, out orders bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(jsonb_array_length(selection->'people')), 0), count(*) from verification_order
  where kind = 'client' and client = client_name and purpose = client_purpose and created_at >= since and state <> 'cancelled' and division between lo and hi
$$;
-- +goose StatementEnd
create index verification_order_client_idx on verification_order (client, purpose, created_at) where kind = 'client';

-- +goose Down
drop index verification_order_client_idx;
drop function verification_client_used(text, text, bigint, bigint, timestamptz);
drop trigger verification_item_of_subject on verification_item;
drop function verification_item_of_subject();
drop table self_service_link, authorisation_image;
alter table authorisation drop column guardian_relation;
