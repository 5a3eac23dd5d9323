-- name: StaffByLogin :one
select id, login, name, division, password_hash, password_change_due, totp_sealed, totp_confirmed_at, totp_exempt, status, demo
from staff where login = $1;

-- name: StaffByID :one
select id, login, name, organisation_id, division, phone_sealed, password_hash, password_change_due, password_changed_at, totp_sealed,
  totp_confirmed_at, totp_last_step, totp_exempt, status, demo, version
from staff where id = $1;

-- name: InsertStaff :exec
insert into staff (id, login, name, organisation_id, division, phone_sealed, password_hash, password_changed_at, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $8);

-- name: UpdateStaff :execrows
update staff set name = $3, organisation_id = $4, division = $5, phone_sealed = $6, version = version + 1
where id = $1 and version = $2;

-- name: SetStaffStatus :execrows
update staff set status = $3, version = version + 1 where id = $1 and version = $2;

-- name: ResetPassword :execrows
update staff set password_hash = $3, password_changed_at = $4, password_change_due = true, version = version + 1,
  totp_sealed = case when @forget_totp::boolean then null else totp_sealed end,
  totp_confirmed_at = case when @forget_totp::boolean then null else totp_confirmed_at end
where id = $1 and version = $2;

-- name: ChangePassword :execrows
update staff set password_hash = @hash, password_changed_at = @at, password_change_due = false, version = version + 1
where id = @id and password_hash = @was;

-- name: Rehash :exec
update staff set password_hash = @hash where id = @id and password_hash = @was;

-- name: OfferTOTP :execrows
update staff set totp_sealed = $2 where id = $1 and totp_confirmed_at is null;

-- name: UseTOTPStep :execrows
update staff set totp_last_step = @step, totp_confirmed_at = coalesce(totp_confirmed_at, @at)
where id = @id and totp_last_step < @step and totp_sealed = @was;

-- name: MarkSeen :exec
update staff set last_seen_at = $2 where id = $1;

-- name: ActiveAssignments :many
select id, role, division, level, since from staff_assignment where staff_id = $1 and until is null order by since, id;

-- name: LastAssignment :one
select assignment_id::uuid from session where staff_id = $1 and assignment_id is not null order by last_seen_at desc limit 1;

-- name: InsertAssignment :exec
insert into staff_assignment (staff_id, id, role, division, level, since) values ($1, $2, $3, $4, $5, $6);

-- name: EndAssignments :exec
update staff_assignment set until = @at where staff_id = @staff_id and id = any(@ids::uuid[]) and until is null;

-- name: InsertSession :exec
insert into session (staff_id, id, token_hash, stage, assignment_id, created_at, last_seen_at, expires_at, remote, user_agent)
values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9);

-- name: AdvanceSession :execrows
update session set token_hash = @token_hash, stage = @stage, expires_at = @expires_at, last_seen_at = @at
where staff_id = @staff_id and id = @id and stage = @was and revoked_at is null;

-- name: SwitchSession :execrows
update session set token_hash = @token_hash, assignment_id = @assignment_id, last_seen_at = @at
where staff_id = @staff_id and id = @id and stage = 'full' and revoked_at is null;

-- name: TouchSession :exec
update session set last_seen_at = $3 where staff_id = $1 and id = $2 and revoked_at is null;

-- name: ListSessions :many
select id, created_at, last_seen_at, expires_at, remote, user_agent from session
where staff_id = @staff_id and stage = 'full' and revoked_at is null and expires_at > @now and last_seen_at > @idle_since
order by last_seen_at desc;

-- name: RevokeSession :execrows
update session set revoked_at = @at where staff_id = @staff_id and id = @id and revoked_at is null;

-- name: RevokeSessions :execrows
update session set revoked_at = @at where staff_id = @staff_id and id <> @keep and revoked_at is null;

-- name: RevokeSessionsOf :exec
update session set revoked_at = @at where staff_id = @staff_id and assignment_id = any(@assignments::uuid[]) and revoked_at is null;

-- name: PurgeSessions :exec
delete from session where expires_at < $1;

-- name: PurgeThrottle :exec
delete from sign_in_throttle where last_at < $1 and (locked_until is null or locked_until < $1);

-- name: LockedKeys :many
select key from sign_in_throttle where key = any(@keys::bytea[]) and locked_until > @now::timestamptz;

-- name: OrganisationByID :one
select id, division, level, kind, name, phone, address, active from organisation where id = $1;

-- name: InsertOrganisation :exec
insert into organisation (id, division, level, kind, name, phone, address, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: UpdateOrganisation :execrows
update organisation set name = $2, phone = $3, address = $4, active = $5 where id = $1;

-- name: OrganisationHasStaff :one
select exists (select from staff where organisation_id = $1 and status = 'active');

-- name: AssignmentsOf :many
select staff_id, id, role, division, level from staff_assignment
where staff_id = any(@staff::uuid[]) and until is null order by staff_id, since, id;

-- name: DemoAccounts :many
select s.login, s.name, s.password_changed_at = s.created_at as unchanged, a.role, a.division
from staff s join lateral (
  select role, division from staff_assignment where staff_id = s.id and until is null order by since, id limit 1) a on true
where s.demo and s.status = 'active' order by s.login;
