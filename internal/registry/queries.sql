-- name: PersonByID :one
select * from person where id = $1;

-- name: PersonForUpdate :one
select * from person where id = $1 for update;

-- name: PersonsByID :many
select * from person where id = any(@ids::uuid[]);

-- name: Identities :many
select id_blind, person_id, division from person_identity where id_blind = any(@blinds::bytea[]);

-- name: PresentHouseholds :many
select person_id, household_id, division, since from person_household where person_id = any(@ids::uuid[]);

-- name: UpdatePerson :execrows
update person set name = @name, sex = @sex, birth = @birth, id_sealed = @id_sealed, id_blind = @id_blind,
  phone_sealed = @phone_sealed, phone_blind = @phone_blind, account_sealed = @account_sealed, account_holder = @account_holder,
  bank_name = @bank_name, address_sealed = @address_sealed, register_division = @register_division,
  residence_division = @residence_division, ethnicity = @ethnicity, marital = @marital, health = @health,
  education = @education, schooling = @schooling, work_ability = @work_ability, serious_illness = @serious_illness,
  disability_sealed = @disability_sealed, disability_type = @disability_type, disability_grade = @disability_grade,
  death_date = @death_date, version = version + 1, updated_at = @updated_at
where id = @id and version = @version;

-- name: ReplaceIdentity :execrows
update person_identity set id_blind = @new_blind where id_blind = @old_blind and person_id = @person_id;

-- name: HouseholdByID :one
select * from household where id = $1;

-- name: HouseholdForUpdate :one
select * from household where id = $1 for update;

-- name: TouchHousehold :exec
update household set version = version + 1, updated_at = $2 where id = $1;

-- name: MembersOf :many
select m.person_id, m.relation, m.lives_together, m.since, m.until, p.number, p.name, p.sex, p.birth, p.id_sealed, p.phone_sealed,
  p.death_date, p.division
from membership m join person p on p.id = m.person_id
where m.household_id = $1 order by (m.until is not null), m.since, p.number;

-- name: OpenMembers :many
select person_id, relation, lives_together, since from membership where household_id = $1 and until is null order by since, person_id;

-- name: HouseholdsOfPerson :many
select m.household_id, m.relation, m.lives_together, m.since, m.until, h.number, h.division, h.head_id
from membership m join household h on h.id = m.household_id
where m.person_id = $1 order by (m.until is not null), m.since desc;

-- name: CategoriesOf :many
select id, household_id, kind, since, until, case_id, source from category
where person_id = $1 order by (until is not null), since desc, kind;

-- name: OpenCategoriesOf :many
select person_id, kind from category where person_id = any(@ids::uuid[]) and until is null order by kind;

-- name: InsertCategory :execrows
insert into category (person_id, id, household_id, division, kind, since, until, case_id, source, created_at)
values (@person_id, @id, @household_id, @division, @kind, @since, null, @case_id, @source, @created_at)
on conflict do nothing;

-- name: EndCategory :execrows
update category set until = @until where person_id = @person_id and kind = @kind and until is null and since <= @until::date;

-- name: EndMembership :execrows
update membership set until = @until
where household_id = @household_id and person_id = @person_id and until is null and since <= @until::date;

-- name: LeaveHousehold :execrows
update person_household set household_id = null, since = @since where person_id = @person_id and household_id = @household_id;

-- name: AuditTouches :many
select at, actor_name, role, action, object_kind, purpose, after
from audit_event where root_id = $1 order by at desc, id desc limit 200;
