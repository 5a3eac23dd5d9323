package arch

import (
	"context"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/postgres/testdb"
)

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Tables that hold nothing about a person and no division of their own, or that must be read before a scope is known.
var unscoped = map[string]string{
	"division": "public data", "division_load": "public data", "goose_db_version": "schema version",
	"idempotency": "keyed by the staff member who asked", "session": "read before there is an actor",
	"sign_in_throttle": "read before there is an actor", "audit_unsealed": "queue of ids", "audit_seal": "hashes only",
	"audit_checkpoint": "hashes only", "person_identity": "uniqueness across the province, blind indexes only",
	"person_household": "uniqueness across the province, ids only", "case_request": "ids only", "draft": "keyed by its owner",
	"numbering": "counters", "demo_load": "names no place",
	"pack_version": "published policy, read by everybody", "pack_edition": "published policy, read by everybody",
	"pack_activation":  "published policy, read by everybody",
	"exchange_message": "sealed whole; read by the engine only", "exchange_nonce": "random numbers", "exchange_source": "state of sources, nobody's data",
	"exchange_part": "later parts of answers, as exchange_message",
	"exchange_hour": "counts by source",
	"sheet_layout":  "fact keys, nobody's data",
}

// Every table either is guarded by row-level security or stands in the list above with its reason; and says in its
// comment how its fields are classed. An unclassed table is a secret that nobody noticed.
func TestEveryTableIsGuardedAndClassed(t *testing.T) {
	db, ctx := testdb.New(t), context.Background()
	class := regexp.MustCompile(`\b(public|sensitive|secret)\b`)
	err := db.InRead(ctx, access.System("test"), func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select c.relname, c.relrowsecurity, coalesce(obj_description(c.oid), '')
			from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname not like 'river%'`)
		if err != nil {
			return err
		}
		defer rows.Close()
		n := 0
		for rows.Next() {
			var name, comment string
			var guarded bool
			if err := rows.Scan(&name, &guarded, &comment); err != nil {
				return err
			}
			n++
			if why, listed := unscoped[name]; guarded == listed && !guarded {
				t.Errorf("table %s has no row-level security and no reason for it", name)
			} else if guarded && listed {
				t.Errorf("table %s is guarded; drop it from the list (%s)", name, why)
			}
			if name != "goose_db_version" && !class.MatchString(comment) {
				t.Errorf("table %s does not say whether it is public, sensitive or secret", name)
			}
		}
		if n < 20 {
			t.Errorf("only %d tables found", n)
		}
		return rows.Err()
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A constraint without a name cannot become a message.
func TestConstraintsAreNamed(t *testing.T) {
	files, err := os.ReadDir("../../migrations")
	if err != nil {
		t.Fatal(err)
	}
	unnamed := regexp.MustCompile(`(?i)^\s*(primary key|unique|check|foreign key)\b|[^_\w](primary key|references|unique|check)\b`)
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".sql") {
			continue
		}
		for i, line := range strings.Split(read(t, "../../migrations/"+f.Name()), "\n") {
			code, _, _ := strings.Cut(line, "--")
			lower := strings.ToLower(code)
			if !unnamed.MatchString(lower) || strings.Contains(lower, "constraint") || strings.Contains(lower, "create unique index") ||
				strings.Contains(lower, "create policy") || strings.Contains(lower, "with check") {
				continue
			}
			// A constraint may be named on the line before.
			if i > 0 && strings.Contains(strings.ToLower(strings.Split(read(t, "../../migrations/"+f.Name()), "\n")[i-1]), "constraint") {
				continue
			}
			t.Errorf("%s:%d: unnamed constraint: %s", f.Name(), i+1, strings.TrimSpace(line))
		}
	}
}
