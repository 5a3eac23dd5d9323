package demo

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
)

// tables lists, in the order of their references, what the loader fills by COPY and with which columns.
var tables = []struct {
	name    string
	columns []string
}{
	{"cases", []string{"id", "number", "division", "handed_in_division", "household_id", "applicant_id", "applicant_name", "member_count", "item", "pack",
		"pack_version", "pack_digest", "procedure", "status", "urban", "pledged", "county_visit", "submitted_at", "accepted_at", "due", "closed_at", "amount_fen", "version"}},
	{"case_step", []string{"case_id", "id", "division", "step", "round", "state", "opened_at", "started_at", "due", "closed_at", "exit", "done_by_name", "data"}},
	{"case_event", []string{"case_id", "id", "division", "at", "actor_name", "role", "kind", "step", "text", "data"}},
	{"case_member", []string{"case_id", "person_id", "division", "name", "id_masked", "relation", "sex", "birth", "role", "seq"}},
	{"case_authorisation", []string{"case_id", "person_id", "division", "number", "signed_by", "signed_on"}},
	{"case_fact", []string{"case_id", "id", "division", "person_id", "key", "kind", "value", "source", "at", "by_name"}},
	{"notice", []string{"case_id", "id", "division", "item", "name", "member_count", "amount_fen", "posted_on", "last_day", "ended_at"}},
	{"case_decision", []string{"case_id", "division", "outcome", "amount_fen", "reason", "facts", "result", "decided_at", "decided_by", "by_name"}},
	{"entitlement", []string{"household_id", "id", "division", "county", "case_id", "item", "payee_id", "payee_name", "id_sealed", "account_sealed", "bank_name",
		"member_count", "amount_fen", "first_month", "opened_at"}},
	{"category", []string{"person_id", "id", "household_id", "division", "kind", "since", "case_id", "source", "created_at"}},
}

// caseRows gathers rows by table until they are copied.
type caseRows struct{ by map[string][][]any }

func newCaseRows() *caseRows { return &caseRows{by: map[string][][]any{}} }

func (r *caseRows) add(table string, row []any) { r.by[table] = append(r.by[table], row) }

// copy writes everything gathered in one transaction of the owner and forgets it.
func (r *caseRows) copy(ctx context.Context, tx pgx.Tx) (int64, error) {
	var total int64
	for _, t := range tables {
		n, err := tx.CopyFrom(ctx, pgx.Identifier{t.name}, t.columns, pgx.CopyFromRows(r.by[t.name]))
		if err != nil {
			return total, fmt.Errorf("demo: %s: %w", t.name, err)
		}
		total += n
	}
	r.by = map[string][][]any{}
	return total, nil
}
