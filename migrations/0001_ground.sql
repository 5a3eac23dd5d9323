-- +goose Up
-- The actor's range of division codes, set by every transaction (SET LOCAL). Unset means null means no row.
-- +goose StatementBegin
create function scope_lo() returns bigint language sql stable parallel safe
as $$ select nullif(current_setting('zhongfu.scope_lo', true), '')::bigint $$;
create function scope_hi() returns bigint language sql stable parallel safe
as $$ select nullif(current_setting('zhongfu.scope_hi', true), '')::bigint $$;
-- +goose StatementEnd

create table division (
  code        bigint   not null constraint division_pkey primary key,
  parent      bigint,
  level       smallint not null constraint division_level_check check (level between 1 and 5),
  name        text     not null,
  pinyin      text     not null,
  placeholder boolean  not null default false,
  lo          bigint   not null,
  hi          bigint   not null,
  constraint division_range_check check (lo <= code and code <= hi)
);
create index division_parent_idx on division (parent, code);
comment on table division is 'public: administrative divisions, loaded whole from the embedded data';

create table division_load (
  id        boolean     not null default true constraint division_load_pkey primary key,
  digest    text        not null,
  rows      integer     not null,
  loaded_at timestamptz not null default now(),
  constraint division_load_one_row check (id)
);
comment on table division_load is 'public: which edition of the division data is loaded';

-- Requests that carry an idempotency key: a second submit gets the first answer.
create table idempotency (
  key        uuid        not null,
  staff_id   uuid        not null,
  operation  text        not null,
  digest     bytea       not null,
  status     smallint,
  body       bytea,
  created_at timestamptz not null,
  constraint idempotency_pkey primary key (staff_id, operation, key)
);
create index idempotency_created_idx on idempotency (created_at);
comment on table idempotency is 'secret: answers already given, sealed, kept for a day';

-- +goose Down
drop table idempotency;
drop table division_load;
drop table division;
drop function scope_hi();
drop function scope_lo();
