package casework

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// factRow is a fact as stored, Value decoded (numbers as json.Number); nil is "asked, but unknown".
type factRow struct {
	PersonID *uuid.UUID
	Key      string
	Kind     string
	Value    any
	Note     string
	Source   string
	At       time.Time
	ByName   string
}

// The newest fact per member, key and kind: the one that holds.
const selectFacts = `select distinct on (person_id, key, kind) person_id, key, kind, value, note, source, at, by_name
from case_fact where case_id = $1 order by person_id, key, kind, at desc, id desc`

func scanFacts(rows pgx.Rows) ([]factRow, error) {
	var out []factRow
	var f factRow
	var raw []byte
	_, err := pgx.ForEachRow(rows, []any{&f.PersonID, &f.Key, &f.Kind, &raw, &f.Note, &f.Source, &f.At, &f.ByName}, func() error {
		row := f
		row.Value = nil
		if raw != nil {
			v, err := decodeValue(raw)
			if err != nil {
				return err
			}
			row.Value = v
		}
		out = append(out, row)
		return nil
	})
	return out, err
}

// decodeValue reads a stored value; the plain ones, which most are, without a decoder.
func decodeValue(raw []byte) (any, error) {
	switch s := string(raw); {
	case s == "true":
		return true, nil
	case s == "false":
		return false, nil
	case plainInteger(s):
		return json.Number(s), nil
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var v any
	err := d.Decode(&v)
	return v, err
}

// plainInteger tells whether s is a number that JSON writes with digits alone.
func plainInteger(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) > 0 && (s[0] != '0' || len(s) == 1)
}

// memberRow is a member of the household as it applied.
type memberRow struct {
	PersonID uuid.UUID
	Name     string
	IDMasked string
	Relation string
	Sex      int16
	Birth    calendar.Date
	Role     string
}

const selectMembers = `select person_id, name, id_masked, relation, sex, birth, role from case_member where case_id = $1 order by seq`

func scanMembers(rows pgx.Rows) ([]memberRow, error) {
	return pgx.CollectRows(rows, func(r pgx.CollectableRow) (m memberRow, err error) {
		err = r.Scan(&m.PersonID, &m.Name, &m.IDMasked, &m.Relation, &m.Sex, &m.Birth, &m.Role)
		return m, err
	})
}

// newFact is a fact about to be written.
type newFact struct {
	person *uuid.UUID
	key    string
	kind   string
	value  any
	note   string
	source string
}

const insertFacts = `insert into case_fact (case_id, id, division, person_id, key, kind, value, note, source, at, by_id, by_name)
select $1, u.id, $2, u.person, u.key, u.kind, u.value::jsonb, u.note, u.source, $3, $4, $5
from unnest($6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[]) as u(id, person, key, kind, value, note, source)`

// queueFacts adds facts to a batch in one statement.
func (w *work) queueFacts(facts []newFact) error {
	return queueFacts(w.b, w.st.ID, w.st.Division, w.now, w.actor.Staff, w.actor.Name, facts)
}

func queueFacts(b *pgx.Batch, caseID uuid.UUID, division int64, now time.Time, by uuid.UUID, name string, facts []newFact) error {
	n := len(facts)
	if n == 0 {
		return nil
	}
	ids, persons := make([]uuid.UUID, n), make([]*uuid.UUID, n)
	keys, kinds, values, notes, sources := make([]string, n), make([]string, n), make([]*string, n), make([]string, n), make([]string, n)
	for i, f := range facts {
		id, err := uuid.NewV7()
		if err != nil {
			return err
		}
		ids[i], persons[i], keys[i], kinds[i], notes[i], sources[i] = id, f.person, f.key, f.kind, f.note, f.source
		if f.value != nil {
			raw, err := json.Marshal(f.value)
			if err != nil {
				return err
			}
			text := string(raw)
			values[i] = &text
		}
	}
	b.Queue(insertFacts, caseID, division, now, nilUUID(by), name, ids, persons, keys, kinds, values, notes, sources)
	return nil
}

func nilUUID(id uuid.UUID) *uuid.UUID {
	if id == uuid.Nil {
		return nil
	}
	return &id
}

// checkFacts proves facts against the pack's catalogue: unknown keys, wrong types and values out of range are told
// together. field names the place of entry i in what was sent: facts[2].facts.
func (st *state) checkFacts(entries []MemberFacts, field func(i int) string) error {
	var c errs.Collector
	for i, e := range entries {
		if e.PersonID != nil && st.member(*e.PersonID) == nil {
			c.Add(field(i), "这名人员不是本案的成员，请从成员中选择。")
			continue
		}
		checkEntry(&c, st.pack, e.PersonID == nil, e.Facts, field(i))
	}
	return c.Err()
}

func checkEntry(c *errs.Collector, pack *policy.Pack, household bool, facts Facts, field string) {
	in := policy.Input{Members: []policy.Member{{ID: "m"}}}
	prefix := "members[0]."
	if household {
		in.Household, prefix = facts, "household."
	} else {
		in.Members[0].Facts = facts
	}
	err := pack.Validate(in)
	if e := errs.As(err); e != nil {
		for _, f := range e.Fields {
			c.Add(field+"."+strings.TrimPrefix(f.Name, prefix), "%s", f.Message)
		}
	}
}

func (st *state) member(id uuid.UUID) *memberRow {
	for i := range st.members {
		if st.members[i].PersonID == id {
			return &st.members[i]
		}
	}
	return nil
}

// flatten turns entries into facts of one kind.
func flatten(entries []MemberFacts, kind, source string) []newFact {
	var out []newFact
	for _, e := range entries {
		for _, k := range sortedKeys(e.Facts) {
			out = append(out, newFact{person: e.PersonID, key: k, kind: kind, value: e.Facts[k], source: source})
		}
	}
	return out
}

// factText shows a value as people write it.
func factText(f *policy.Fact, v any) string {
	if v == nil {
		return "未知"
	}
	if f == nil {
		return fmt.Sprint(v)
	}
	switch f.Type {
	case policy.Bool:
		if b, ok := v.(bool); ok && b {
			return "是"
		}
		return "否"
	case policy.Money, policy.MoneyMonthly:
		if n, ok := integer(v); ok {
			return fmt.Sprintf("%s%d.%02d 元", sign(n), abs(n)/100, abs(n)%100)
		}
	case policy.Enum:
		for _, o := range f.Options {
			if o.Code == fmt.Sprint(v) {
				return o.Label
			}
		}
	case policy.Int:
		return strings.TrimSpace(fmt.Sprint(v) + " " + f.Unit)
	}
	return fmt.Sprint(v)
}

func integer(v any) (int64, bool) {
	switch n := v.(type) {
	case json.Number:
		i, err := n.Int64()
		return i, err == nil
	case float64:
		return int64(n), n == float64(int64(n))
	case int64:
		return n, true
	case int:
		return int64(n), true
	}
	return 0, false
}

func sign(n int64) string {
	if n < 0 {
		return "-"
	}
	return ""
}

func abs(n int64) int64 { return max(n, -n) }
