package identity

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

// StaffRow is a person for loading in bulk.
type StaffRow struct {
	ID           uuid.UUID
	Login, Name  string
	Organisation uuid.UUID
	Division     int64 // of the organisation
	PasswordHash string
	Demo         bool
	Duties       []Duty // with ID, role, division and level
}

// NewStaffRow makes a demo person whose password hash is ready. Many demo people may share one hash (Cheap().Hash of the
// one demo password): everybody may read that password on the sign-in page, so equal hashes give nothing away. For real
// people each password needs its own hash.
func NewStaffRow(id uuid.UUID, login, name string, office Organisation, hash string, duties ...Duty) StaffRow {
	return StaffRow{ID: id, Login: login, Name: name, Organisation: office.ID, Division: office.Division, PasswordHash: hash, Demo: true, Duties: duties}
}

// Load copies offices, people and their duties. It needs the owner's connection: COPY does not run under row-level
// security. Demo people are exempt from the one-time code and need not change their password.
func Load(ctx context.Context, tx pgx.Tx, now time.Time, offices []Organisation, people []StaffRow) error {
	_, err := tx.CopyFrom(ctx, pgx.Identifier{"organisation"}, []string{"id", "division", "level", "kind", "name", "phone", "address", "active", "created_at"},
		pgx.CopyFromSlice(len(offices), func(i int) ([]any, error) {
			o := offices[i]
			return []any{o.ID, o.Division, int16(o.Level), string(o.Kind), o.Name, o.Phone, o.Address, o.Active, now}, nil
		}))
	if err != nil {
		return fmt.Errorf("identity: load organisations: %w", err)
	}
	type held struct {
		staff uuid.UUID
		Duty
	}
	var duties []held
	for _, p := range people {
		for _, d := range p.Duties {
			duties = append(duties, held{p.ID, d})
		}
	}
	_, err = tx.CopyFrom(ctx, pgx.Identifier{"staff"}, []string{"id", "login", "name", "organisation_id", "division", "password_hash",
		"password_change_due", "password_changed_at", "totp_exempt", "demo", "created_at"},
		pgx.CopyFromSlice(len(people), func(i int) ([]any, error) {
			p := people[i]
			return []any{p.ID, p.Login, p.Name, p.Organisation, p.Division, p.PasswordHash, !p.Demo, now, p.Demo, p.Demo, now}, nil
		}))
	if err != nil {
		return fmt.Errorf("identity: load staff: %w", err)
	}
	_, err = tx.CopyFrom(ctx, pgx.Identifier{"staff_assignment"}, []string{"staff_id", "id", "role", "division", "level", "since"},
		pgx.CopyFromSlice(len(duties), func(i int) ([]any, error) {
			d := duties[i]
			return []any{d.staff, d.ID, string(d.Role), d.Division, int16(d.Level), now}, nil
		}))
	if err != nil {
		return fmt.Errorf("identity: load assignments: %w", err)
	}
	return nil
}
