package identity

import (
	"context"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
)

// OrganisationSearch narrows the list; zero values do not narrow.
type OrganisationSearch struct {
	Text     string // part of the name
	Division int64  // the office lies in it
	Kind     OrganisationKind
	Cursor   string
	Limit    int // 1 … 100; 0 means 50
}

// ListOrganisations returns offices in the actor's range by place, and the cursor of the next page, "" on the last.
func (s *Service) ListOrganisations(ctx context.Context, actor access.Actor, in OrganisationSearch) ([]Organisation, string, error) {
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
	var out []Organisation
	err = s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query, args...)
		if err != nil {
			return err
		}
		out, err = pgx.CollectRows(rows, pgx.RowToStructByPos[Organisation])
		return err
	})
	if err != nil || len(out) <= in.Limit {
		return out, "", err
	}
	out = out[:in.Limit]
	last := out[len(out)-1]
	return out, base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, "%d %s", last.Division, last.ID)), nil
}

func (in OrganisationSearch) sql() (string, []any, error) {
	where := []string{"true"}
	var args []any
	add := func(condition string, values ...any) {
		for _, v := range values {
			args = append(args, v)
			condition = strings.Replace(condition, "?", "$"+strconv.Itoa(len(args)), 1)
		}
		where = append(where, condition)
	}
	if in.Text != "" {
		add("strpos(name, ?) > 0", in.Text)
	}
	if in.Division != 0 {
		lo, hi := division.Range(in.Division)
		add("division between ? and ?", lo, hi)
	}
	if in.Kind != "" {
		add("kind = ?", string(in.Kind))
	}
	if in.Cursor != "" {
		var at int64
		var id string
		raw, err := base64.RawURLEncoding.DecodeString(in.Cursor)
		if err == nil {
			_, err = fmt.Sscanf(string(raw), "%d %s", &at, &id)
		}
		last, err2 := uuid.Parse(id)
		if err != nil || err2 != nil {
			return "", nil, errs.Bad("cursor", "翻页标记不正确，请从第一页重新查询。")
		}
		add("(division, id) > (?, ?)", at, last)
	}
	return `select id, division, level, kind, name, phone, address, active from organisation where ` + strings.Join(where, " and ") +
		fmt.Sprintf(" order by division, id limit %d", in.Limit+1), args, nil
}
