package identity

import (
	"context"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/identity/identitydb"
)

// StaffSearch narrows the list; zero values do not narrow.
type StaffSearch struct {
	Text         string // beginning of the login or of the name
	Organisation uuid.UUID
	Division     int64 // the office lies in it
	Role         access.Role
	Status       string // active or disabled
	Cursor       string
	Limit        int // 1 … 100; 0 means 50
}

// StaffLine is a person in the list.
type StaffLine struct {
	ID             uuid.UUID
	Login, Name    string
	OrganisationID uuid.UUID
	Organisation   string
	Division       int64
	Status         string
	TOTP           bool // an authenticator is set up
	Demo           bool
	Version        int32
	LastSeenAt     *time.Time
	Duties         []Duty `db:"-"` // those inside the reader's range
	Locked         bool   `db:"-"` // too many wrong passwords
}

// ListStaff returns people of offices in the actor's range by office and login, and the cursor of the next page, "" on
// the last.
func (s *Service) ListStaff(ctx context.Context, actor access.Actor, in StaffSearch) ([]StaffLine, string, error) {
	if err := access.Check(actor, "staff.list", access.Listing); err != nil {
		return nil, "", err
	}
	if in.Limit < 1 || in.Limit > 100 {
		in.Limit = 50
	}
	query, args, err := in.sql()
	if err != nil {
		return nil, "", err
	}
	var out []StaffLine
	next := ""
	err = s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query, args...)
		if err != nil {
			return err
		}
		if out, err = pgx.CollectRows(rows, pgx.RowToStructByPos[StaffLine]); err != nil {
			return err
		}
		if len(out) > in.Limit {
			out = out[:in.Limit]
			last := out[len(out)-1]
			next = base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, "%d %s", last.Division, last.Login))
		}
		return s.complete(ctx, tx, out)
	})
	return out, next, err
}

func (in StaffSearch) sql() (string, []any, error) {
	var where []string
	var args []any
	add := func(condition string, values ...any) {
		for _, v := range values {
			args = append(args, v)
			condition = strings.Replace(condition, "?", "$"+strconv.Itoa(len(args)), 1)
		}
		where = append(where, condition)
	}
	if in.Text != "" {
		add("(starts_with(s.login, ?) or starts_with(s.name, ?))", strings.ToLower(in.Text), in.Text)
	}
	if in.Organisation != uuid.Nil {
		add("s.organisation_id = ?", in.Organisation)
	}
	if in.Division != 0 {
		lo, hi := division.Range(in.Division)
		add("s.division between ? and ?", lo, hi)
	}
	if in.Role != "" {
		add("exists (select from staff_assignment a where a.staff_id = s.id and a.role = ? and a.until is null)", string(in.Role))
	}
	if in.Status != "" {
		add("s.status = ?", in.Status)
	}
	if in.Cursor != "" {
		var at int64
		var login string
		raw, err := base64.RawURLEncoding.DecodeString(in.Cursor)
		if err == nil {
			_, err = fmt.Sscanf(string(raw), "%d %s", &at, &login)
		}
		if err != nil {
			return "", nil, errs.Bad("cursor", "翻页标记不正确，请从第一页重新查询。")
		}
		add("(s.division, s.login) > (?, ?)", at, login)
	}
	query := `select s.id, s.login, s.name, s.organisation_id, o.name, s.division, s.status, s.totp_confirmed_at is not null, s.demo, s.version, s.last_seen_at
from staff s join organisation o on o.id = s.organisation_id`
	if len(where) > 0 {
		query += " where " + strings.Join(where, " and ")
	}
	return query + fmt.Sprintf(" order by s.division, s.login limit %d", in.Limit+1), args, nil
}

// complete adds duties and locks to a page with two statements for the whole page.
func (s *Service) complete(ctx context.Context, tx pgx.Tx, page []StaffLine) error {
	ids, keys := make([]uuid.UUID, len(page)), make([][]byte, len(page))
	at := make(map[uuid.UUID]int, len(page))
	byKey := make(map[string]int, len(page))
	for i, p := range page {
		ids[i], keys[i] = p.ID, s.guardKey(loginGuard, p.Login)
		at[p.ID], byKey[string(keys[i])] = i, i
	}
	q := identitydb.New(tx)
	duties, err := q.AssignmentsOf(ctx, ids)
	if err != nil {
		return err
	}
	for _, d := range duties {
		line := &page[at[d.StaffID]]
		line.Duties = append(line.Duties, Duty{ID: d.ID, Role: access.Role(d.Role), Division: d.Division, Level: access.Level(d.Level)})
	}
	locked, err := q.LockedKeys(ctx, identitydb.LockedKeysParams{Keys: keys, Now: s.clock.Now()})
	for _, k := range locked {
		page[byKey[string(k)]].Locked = true
	}
	return err
}
