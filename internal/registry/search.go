package registry

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/idnum"
)

// SearchInput is a search in the register. What Query is shows by its form: an ID number, a mobile number, a readable
// number (R… or H…), otherwise the beginning of a name; empty lists everybody by name.
type SearchInput struct {
	Query    string
	Division int64  // only inside this division; 0 = the actor's whole range
	Cursor   string // Next of the page before
	Limit    int    // 1 to 100; 0 = 20
}

// SearchPage is one page of results.
type SearchPage struct {
	By    string       `json:"by" enum:"id_number,phone,number,name" doc:"what the query was taken for"`
	Items []PersonLine `json:"items"`
	Next  string       `json:"next,omitempty" doc:"cursor of the next page"`
}

// PersonLine is a person in a list.
type PersonLine struct {
	PersonID        uuid.UUID     `json:"person_id"`
	Number          string        `json:"number"`
	Name            string        `json:"name"`
	Sex             string        `json:"sex"`
	Birth           calendar.Date `json:"birth"`
	Age             int           `json:"age"`
	IDMask          string        `json:"id_mask"`
	PhoneMask       string        `json:"phone_mask"`
	HouseholdID     *uuid.UUID    `json:"household_id,omitempty"`
	HouseholdNumber string        `json:"household_number,omitempty"`
	DivisionName    string        `json:"division_name"`
	Categories      []string      `json:"categories"`
	Status          string        `json:"status" enum:"living,deceased"`
}

const (
	byID     = "id_number"
	byPhone  = "phone"
	byNumber = "number"
	byName   = "name"
)

// Search finds people inside the actor's range, and inside Division where given. Looking somebody up by ID number or
// phone leaves an audit event; lists by name do not. Somebody outside the range is not found, whether registered or not.
func (s *Service) Search(ctx context.Context, actor access.Actor, in SearchInput) (SearchPage, error) {
	if err := access.Check(actor, "registry.search", access.Listing); err != nil {
		return SearchPage{}, err
	}
	lo, hi := actor.Lo, actor.Hi
	if in.Division != 0 {
		l, h := division.Range(in.Division)
		lo, hi = max(lo, l), min(hi, h)
	}
	if in.Limit <= 0 || in.Limit > 100 {
		in.Limit = 20
	}
	kind, key, err := s.readQuery(in.Query)
	if err != nil {
		return SearchPage{}, err
	}
	switch kind {
	case byID, byPhone:
		return s.lookUpSecret(ctx, actor, kind, key, lo, hi)
	case byNumber:
		return s.byNumber(ctx, actor, key, lo, hi)
	}
	return s.byName(ctx, actor, key, lo, hi, in)
}

// readQuery tells what the query is and normalises it.
func (s *Service) readQuery(q string) (kind, key string, err error) {
	q = strings.TrimSpace(q)
	folded := strings.Map(fold, q)
	if digits := strings.Trim(folded, "0123456789X"); digits == "" && len(folded) == 18 {
		r, err := idnum.ParseResidentOn("query", folded, s.today())
		return byID, r.Number, err
	}
	if phone, err := idnum.ParseMobile("query", folded); err == nil {
		return byPhone, phone, nil
	}
	if _, _, ok := parseNumber(folded); ok {
		return byNumber, folded, nil
	}
	if strings.ContainsAny(folded, "0123456789") {
		return "", "", errs.Bad("query", "没有认出查询内容：身份证号应为18位，手机号应为11位，人员编号形如R0000000123，家庭编号形如H0000000123，或输入姓名。")
	}
	if len([]rune(q)) > maxName {
		return "", "", errs.Bad("query", "姓名太长，请只输入姓名的开头。")
	}
	return byName, namePrefix(q), nil
}

// fold turns full-width characters into ASCII, letters into upper case and drops blanks, as people paste numbers.
func fold(r rune) rune {
	if r >= '！' && r <= '～' {
		r -= '！' - '!'
	}
	switch {
	case r >= 'a' && r <= 'z':
		return r - 'a' + 'A'
	case r == ' ' || r == '　' || r == '\t' || r == '\u00a0' || r == '\u200b' || r == '\ufeff':
		return -1
	}
	return r
}

// namePrefix normalises the beginning of a name as cleanName does a whole one: a dot at the end may still be followed.
func namePrefix(q string) string {
	bare, _ := strings.CutSuffix(dots.Replace(q), "·")
	if name, fault := cleanName(bare); fault == "" {
		if bare != dots.Replace(q) {
			name += "·"
		}
		return name
	}
	return strings.TrimSpace(dots.Replace(q))
}

// lookUpSecret finds the people behind an ID number or phone and notes that they were looked up.
func (s *Service) lookUpSecret(ctx context.Context, actor access.Actor, kind, key string, lo, hi int64) (SearchPage, error) {
	page := SearchPage{By: kind, Items: []PersonLine{}}
	query, field, mask := searchByID, fieldID, idnum.MaskResident(key)
	if kind == byPhone {
		query, field, mask = searchByPhone, fieldPhone, idnum.MaskPhone(key)
	}
	err := s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query, s.keys.Blind(field, key), lo, hi)
		if err != nil {
			return err
		}
		found, err := s.lines(rows)
		if err != nil {
			return err
		}
		page.Items = page.Items[:0]
		e := audit.Event{Action: "registry.search", ObjectKind: "person", ObjectID: mask, Division: actor.Division, Purpose: "按" + secretNames[kind] + "查询"}
		for _, f := range found {
			page.Items = append(page.Items, f.PersonLine)
		}
		if len(found) == 1 {
			e.Root, e.Division = found[0].PersonID, found[0].division
		}
		e.After = map[string]int{"found": len(found)}
		return audit.Write(ctx, tx, s.now(), actor, e)
	})
	return page, err
}

var secretNames = map[string]string{byID: "身份证号", byPhone: "手机号码"}

func (s *Service) byNumber(ctx context.Context, actor access.Actor, key string, lo, hi int64) (SearchPage, error) {
	kind, n, _ := parseNumber(key)
	query := searchByPersonNumber
	if kind == 'H' {
		query = searchByHouseholdNumber
	}
	return s.list(ctx, actor, SearchPage{By: byNumber}, 0, query, n, lo, hi)
}

// place of the last row of a page in the order of names.
type nameCursor struct {
	Name     string    `json:"n"`
	Division int64     `json:"d"`
	ID       uuid.UUID `json:"i"`
}

func (s *Service) byName(ctx context.Context, actor access.Actor, prefix string, lo, hi int64, in SearchInput) (SearchPage, error) {
	page := SearchPage{By: byName}
	if in.Cursor == "" {
		return s.list(ctx, actor, page, in.Limit, searchByName, prefix, prefix+lastRune, lo, hi, in.Limit+1)
	}
	c, err := readCursor(in.Cursor)
	if err != nil {
		return page, err
	}
	return s.list(ctx, actor, page, in.Limit, searchByNameAfter, c.Name, prefix+lastRune, lo, hi, in.Limit+1, c.Name, c.Division, c.ID)
}

// readCursor opens what writeCursor made. The token travels in bodies only, never in an address.
func readCursor(s string) (nameCursor, error) {
	var c nameCursor
	raw, err := base64.RawURLEncoding.DecodeString(s)
	if err == nil {
		err = json.Unmarshal(raw, &c)
	}
	if err != nil {
		return c, errs.Bad("cursor", "翻页标记无效，请回到第一页重新查询。").Because(err)
	}
	return c, nil
}

func writeCursor(l foundLine) (string, error) {
	raw, err := json.Marshal(nameCursor{Name: l.Name, Division: l.division, ID: l.PersonID})
	return base64.RawURLEncoding.EncodeToString(raw), err
}

// list runs a query for lines; with limit > 0 the query was asked for one more, which tells whether there is a next page.
func (s *Service) list(ctx context.Context, actor access.Actor, page SearchPage, limit int, query string, args ...any) (SearchPage, error) {
	page.Items = []PersonLine{}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		// Planned with the values at hand: the best way in differs between a village and the province.
		rows, err := tx.Query(ctx, query, append([]any{pgx.QueryExecModeCacheDescribe}, args...)...)
		if err != nil {
			return err
		}
		found, err := s.lines(rows)
		if err != nil {
			return err
		}
		if limit > 0 && len(found) > limit {
			found = found[:limit]
			if page.Next, err = writeCursor(found[limit-1]); err != nil {
				return err
			}
		}
		for _, f := range found {
			page.Items = append(page.Items, f.PersonLine)
		}
		return nil
	})
	return page, err
}
