-- +goose Up
-- Answer times reach from a tenth of a second to weeks: a desk and a file exchange answer in days. What stood above an hour stays
-- in the last bucket.
alter table exchange_hour alter column buckets set default '{0,0,0,0,0,0,0,0,0,0,0,0}';
update exchange_hour set buckets = buckets[1:7] || '{0,0,0,0}'::bigint[] || buckets[8:8] where cardinality(buckets) = 8;
comment on column exchange_hour.buckets is 'messages by answer time: within 0.1 0.3 1 3 10 60 s, 1 h, 1 3 7 15 days, and above';
create index exchange_message_fault_idx on exchange_message (source, ended_at desc) where fault <> '';
alter table exchange_source add column paused_reason text not null default '', add column paused_at timestamptz;

-- Which office answers for a source whose questions go to a desk. An office sees the questions about people of its own division.
create table source_desk (
  organisation_id uuid        not null constraint source_desk_organisation_fkey references organisation,
  source          text        not null,
  division        bigint      not null,
  by_name         text        not null,
  created_at      timestamptz not null,
  constraint source_desk_pkey primary key (organisation_id, source)
);
comment on table source_desk is 'public: which offices answer for which sources';
create index inquiry_desk_idx on inquiry (source, due, id) where state = 'asked';
create index answer_desk_idx on answer (source, received_at desc) where by_name <> '';

alter table source_desk enable row level security;
create policy source_desk_scope on source_desk using (division between scope_lo() and scope_hi());

-- +goose Down
drop table source_desk;
drop index inquiry_desk_idx, answer_desk_idx, exchange_message_fault_idx;
alter table exchange_source drop column paused_reason, drop column paused_at;
update exchange_hour set buckets = buckets[1:7] || array[buckets[8] + buckets[9] + buckets[10] + buckets[11] + buckets[12]];
alter table exchange_hour alter column buckets set default '{0,0,0,0,0,0,0,0}';
