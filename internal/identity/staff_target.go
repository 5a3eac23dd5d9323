package identity

import (
	"context"
	"slices"
	"strconv"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
	"zhongfu/internal/identity/identitydb"
)

// target is a person whom an administrator is about to change.
type target struct {
	identitydb.StaffByIDRow
	duties []Duty // all active, also those outside the administrator's range
}

// target reads the person past the administrator's range, to judge what stands outside it, and refuses: NotFound for a
// person of another range, Forbidden for oneself and for whoever holds a duty above or outside the range. Changes are
// then written under the administrator's own range and only if nobody changed the row in between (version).
func (s *Service) target(ctx context.Context, actor access.Actor, id uuid.UUID) (target, error) {
	var t target
	err := s.db.InRead(ctx, access.System("staff"), func(tx pgx.Tx) error {
		q := identitydb.New(tx)
		var err error
		if t.StaffByIDRow, err = q.StaffByID(ctx, id); err != nil {
			return err
		}
		t.duties, err = activeDuties(ctx, q, id)
		return err
	})
	if errs.Is(err, errs.NotFound) || err == nil && !actor.Sees(t.Division) {
		return target{}, errs.Missing("该人员")
	}
	if err != nil {
		return target{}, err
	}
	if id == actor.Staff {
		return target{}, errs.Denied("不能管理自己的账号；请由另一位管理员办理。")
	}
	if slices.ContainsFunc(t.duties, func(d Duty) bool { return !actor.Sees(d.Division) || d.Level < actor.Level }) {
		return target{}, errs.Denied("该人员还在您的管辖范围以外或更高层级任职，请由上级管理员办理。")
	}
	return t, nil
}

// record writes what an administrator did to a person.
func (s *Service) record(ctx context.Context, tx pgx.Tx, actor access.Actor, id uuid.UUID, division int64, before, after any) error {
	return audit.Write(ctx, tx, s.clock.Now(), actor, audit.Event{Action: "staff.manage", ObjectKind: "staff", ObjectID: id.String(), Root: id,
		Division: division, Before: before, After: after})
}

type dutyRecord struct {
	Role     access.Role `json:"role"`
	Division string      `json:"division"`
}

type staffRecord struct {
	Act          string       `json:"act"`
	Login        string       `json:"login,omitempty"`
	Name         string       `json:"name,omitempty"`
	Organisation *uuid.UUID   `json:"organisation_id,omitempty"`
	Duties       []dutyRecord `json:"assignments,omitempty"`
	Status       string       `json:"status,omitempty"`
	ForgetTOTP   bool         `json:"totp_reset,omitempty"`
}

func dutyRecords(ds []Duty) []dutyRecord {
	out := make([]dutyRecord, len(ds))
	for i, d := range ds {
		out[i] = dutyRecord{d.Role, strconv.FormatInt(d.Division, 10)}
	}
	return out
}
