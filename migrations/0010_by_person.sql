-- +goose Up
-- An item recognised by person (特困, 孤儿 …) may run for two people of one household at a time; one recognised by household
-- still runs once. of_person is the person, null for an item of the household.
alter table cases add column of_person uuid;
drop index household_one_open_case;
create unique index household_one_open_case on cases (household_id, item, coalesce(of_person, household_id)) where status = 'open';
alter table entitlement add column of_person uuid;
drop index entitlement_household_no_overlap;
create unique index entitlement_household_no_overlap on entitlement (household_id, item, coalesce(of_person, household_id)) where end_month is null;

-- +goose Down
drop index entitlement_household_no_overlap;
alter table entitlement drop column of_person;
create unique index entitlement_household_no_overlap on entitlement (household_id, item) where end_month is null;
drop index household_one_open_case;
alter table cases drop column of_person;
create unique index household_one_open_case on cases (household_id, item) where status = 'open';
