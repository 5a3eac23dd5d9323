package audit

import (
	"context"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
)

// Search narrows the list; zero values do not narrow.
type Search struct {
	Actor    string         // beginning of the name, or the id of a person of staff
	Action   access.Action  // exact
	Object   string         // number or id of the object or of its root, or a kind of object
	From, To *calendar.Date // days in China, both included
	Cursor   string
	Limit    int // 1 … 100; 0 means 50
}

// Line is one event as auditors read it.
type Line struct {
	ID         uuid.UUID
	At         time.Time
	ActorName  string
	Role       access.Role
	Action     access.Action
	ObjectKind string
	ObjectID   string
	Division   int64
	Before     json.RawMessage
	After      json.RawMessage
	Purpose    string
	Sealed     bool
}

// List returns events within the actor's range, newest first, and the cursor of the next page, "" on the last.
func (s *Service) List(ctx context.Context, actor access.Actor, in Search) ([]Line, string, error) {
	if err := access.Check(actor, "audit.read", access.Listing); err != nil {
		return nil, "", err
	}
	if in.Limit < 1 || in.Limit > 100 {
		in.Limit = 50
	}
	query, args, err := in.sql()
	if err != nil {
		return nil, "", err
	}
	var out []Line
	err = s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query, args...)
		if err != nil {
			return err
		}
		out, err = pgx.CollectRows(rows, pgx.RowToStructByPos[Line])
		return err
	})
	if err != nil || len(out) <= in.Limit {
		return out, "", err
	}
	out = out[:in.Limit]
	last := out[len(out)-1]
	return out, cursor(last.At, last.ID), nil
}

// sql builds the statement; one row more than asked for tells whether there is a next page.
func (in Search) sql() (string, []any, error) {
	var where []string
	var args []any
	add := func(condition string, arg any) {
		args = append(args, arg)
		where = append(where, strings.ReplaceAll(condition, "?", fmt.Sprintf("$%d", len(args))))
	}
	if id, err := uuid.Parse(in.Actor); err == nil {
		add("e.actor_id = ?", id)
	} else if in.Actor != "" {
		add("starts_with(e.actor_name, ?)", in.Actor)
	}
	if in.Action != "" {
		add("e.action = ?", string(in.Action))
	}
	if id, err := uuid.Parse(in.Object); err == nil {
		add("(e.root_id = ?::uuid or e.object_id = (?::uuid)::text)", id)
	} else if in.Object != "" {
		add("(e.object_id = ? or e.object_kind = ?)", in.Object)
	}
	if in.From != nil {
		add("e.at >= ?", in.From.Time())
	}
	if in.To != nil {
		add("e.at < ?", in.To.AddDays(1).Time())
	}
	if in.Cursor != "" {
		at, id, err := parseCursor(in.Cursor)
		if err != nil {
			return "", nil, err
		}
		args = append(args, at, id)
		where = append(where, fmt.Sprintf("(e.at, e.id) < ($%d, $%d)", len(args)-1, len(args)))
	}
	query := `select e.id, e.at, e.actor_name, e.role, e.action, e.object_kind, e.object_id, e.division, e.before, e.after, e.purpose,
	exists (select from audit_seal s where s.event_id = e.id) from audit_event e`
	if len(where) > 0 {
		query += " where " + strings.Join(where, " and ")
	}
	return query + fmt.Sprintf(" order by e.at desc, e.id desc limit %d", in.Limit+1), args, nil
}

func cursor(at time.Time, id uuid.UUID) string {
	b := binary.BigEndian.AppendUint64(nil, uint64(at.UnixMicro()))
	return base64.RawURLEncoding.EncodeToString(append(b, id[:]...))
}

func parseCursor(s string) (time.Time, uuid.UUID, error) {
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil || len(b) != 24 {
		return time.Time{}, uuid.Nil, errs.Bad("cursor", "翻页标记不正确，请从第一页重新查询。")
	}
	return time.UnixMicro(int64(binary.BigEndian.Uint64(b))), uuid.UUID(b[8:]), nil
}
