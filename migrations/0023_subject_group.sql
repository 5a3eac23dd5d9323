-- +goose Up
-- Whose people are worked out together: the household, or somebody without one by themselves. It is a column and no expression: under
-- row-level security a condition on an expression is looked at only after the rows are read, whatever index there is.
alter table verification_subject add column group_id uuid not null generated always as (coalesce(household_id, person_id)) stored;
create index verification_subject_order_group_idx on verification_subject (order_id, group_id);
drop index verification_subject_group_idx;

-- +goose Down
create index verification_subject_group_idx on verification_subject (order_id, (coalesce(household_id, person_id)));
drop index verification_subject_order_group_idx;
alter table verification_subject drop column group_id;
