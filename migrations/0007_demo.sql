-- +goose Up
create table demo_load (
  seed       bigint      not null,
  households integer     not null,
  loaded_at  timestamptz not null,
  constraint demo_load_pkey primary key (seed)
);
comment on table demo_load is 'public: which demonstration was loaded whole';

-- +goose Down
drop table demo_load;
