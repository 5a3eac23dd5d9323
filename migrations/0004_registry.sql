-- +goose Up
create sequence person_number;
create sequence household_number;

-- division is the village (or town) whose office keeps the file; register and residence are facts about the person.
create table person (
  id                 uuid        not null constraint person_pkey primary key,
  number             bigint      not null default nextval('person_number'),
  division           bigint      not null,
  name               text        not null constraint person_name_check check (length(name) between 1 and 50),
  sex                smallint    not null constraint person_sex_check check (sex in (0, 1, 2, 9)),
  birth              date        not null,
  id_sealed          bytea       not null,
  id_blind           bytea       not null,
  phone_sealed       bytea,
  phone_blind        bytea,
  account_sealed     bytea,
  account_holder     text        not null default '',
  bank_name          text        not null default '',
  address_sealed     bytea,
  register_division  bigint      not null,
  residence_division bigint      not null,
  ethnicity          text        not null default '',
  marital            text        not null default '',
  health             text        not null default '',
  education          text        not null default '',
  schooling          text        not null default '',
  work_ability       text        not null default '',
  serious_illness    text        not null default '',
  disability_sealed  bytea,
  disability_type    smallint    constraint person_disability_type_check check (disability_type between 1 and 7),
  disability_grade   smallint    constraint person_disability_grade_check check (disability_grade between 1 and 4),
  death_date         date,
  version            integer     not null default 1,
  created_at         timestamptz not null,
  updated_at         timestamptz not null,
  constraint person_disability_whole check ((disability_type is null) = (disability_grade is null)),
  constraint person_death_after_birth check (death_date is null or death_date >= birth)
);
-- By ID number a person is found through person_identity. By name there are two ways in: the name first for wide scopes,
-- the division first for one town; the planner chooses by the range asked for.
create index person_phone_blind_idx on person (phone_blind) where phone_blind is not null;
create index person_name_idx on person (name text_pattern_ops, division, id);
create index person_division_idx on person (division, name text_pattern_ops, id);
create index person_number_idx on person (number);
comment on table person is 'sensitive; secret: id_sealed, phone_sealed, account_sealed, address_sealed, disability_sealed and blind indexes';

-- One ID number, one person, across the whole province whoever asks: uniqueness lives in its own table, outside scope.
create table person_identity (
  id_blind  bytea  not null constraint person_identity_pkey primary key,
  person_id uuid   not null,
  division  bigint not null
);
comment on table person_identity is 'secret: blind index of ID numbers to person';

create table household (
  id             uuid        not null constraint household_pkey primary key,
  number         bigint      not null default nextval('household_number'),
  division       bigint      not null,
  head_id        uuid        not null,
  urban          boolean     not null,
  address_sealed bytea,
  since          date        not null,
  until          date,
  version        integer     not null default 1,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  constraint household_until_after_since check (until is null or until >= since)
);
create index household_division_idx on household (division, id);
create index household_number_idx on household (number);
comment on table household is 'sensitive; secret: address_sealed';

-- Rooted in the household: the person is of another root, so no foreign key crosses (docs/adr/0007).
create table membership (
  household_id   uuid     not null constraint membership_household_fkey references household,
  person_id      uuid     not null,
  division       bigint   not null,
  relation       text     not null constraint membership_relation_check check (relation ~ '^[0-9]{2}$'),
  lives_together boolean  not null default true,
  since          date     not null,
  until          date,
  constraint membership_pkey primary key (household_id, person_id, since),
  constraint membership_until_after_since check (until is null or until >= since)
);
create index membership_person_idx on membership (person_id, since);
comment on table membership is 'sensitive: who belongs to which household, half-open [since, until)';

-- The household that a person belongs to now: one at most, whoever asks. With household_id null, since is the day the
-- person left the last one: nobody joins another before that day. Joining is one statement on this row, so that two
-- offices cannot both succeed.
create table person_household (
  person_id    uuid   not null constraint person_household_pkey primary key,
  household_id uuid,
  division     bigint not null,
  since        date   not null
);
comment on table person_household is 'sensitive: present household of a person';

create table category (
  person_id    uuid        not null constraint category_person_fkey references person,
  id           uuid        not null,
  household_id uuid,
  division     bigint      not null,
  kind         text        not null constraint category_kind_check check (kind in
    ('dibao', 'dibao_single', 'tekun', 'dibao_marginal', 'expenditure_hardship', 'relapse_watch', 'orphan', 'unsupported_child',
     'disability_living', 'disability_nursing', 'temporary', 'other')),
  since        date        not null,
  until        date,
  case_id      uuid,
  source       text        not null default '',
  created_at   timestamptz not null,
  constraint category_pkey primary key (person_id, id),
  constraint category_until_after_since check (until is null or until >= since)
);
create unique index category_once_open on category (person_id, kind) where until is null;
create unique index category_case_once on category (person_id, kind, case_id) where case_id is not null;
create index category_kind_idx on category (kind, division) where until is null;
comment on table category is 'sensitive: identities (身份) over time, half-open [since, until)';

alter table person enable row level security;
create policy person_scope on person using (division between scope_lo() and scope_hi());
alter table household enable row level security;
create policy household_scope on household using (division between scope_lo() and scope_hi());
alter table membership enable row level security;
create policy membership_scope on membership using (division between scope_lo() and scope_hi());
alter table category enable row level security;
create policy category_scope on category using (division between scope_lo() and scope_hi());

-- +goose Down
drop table category;
drop table person_household;
drop table membership;
drop table household;
drop table person_identity;
drop table person;
drop sequence household_number;
drop sequence person_number;
