package registry

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"runtime"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/seal"
)

// HouseholdRow is a household of a bulk load; People[0] is its head.
type HouseholdRow struct {
	ID       uuid.UUID
	Division int64 // village; the people's files are kept there too
	Urban    bool
	Address  string
	Since    calendar.Date
	People   []PersonRow
}

// PersonRow is a person of a bulk load. It is taken as it is: numbers valid, codes known, birth and sex in agreement.
type PersonRow struct {
	ID       uuid.UUID
	IDNumber string
	Name     string
	Sex      int
	Birth    calendar.Date
	Contact
	Facts
	Relation   string // to the head; the head's own is codes.Head
	Apart      bool
	Categories []CategoryRow
}

// CategoryRow is an identity of a bulk load.
type CategoryRow struct {
	Kind   string
	Since  calendar.Date
	Until  *calendar.Date
	Case   *uuid.UUID
	Source string
}

// Loaded counts what a bulk load wrote.
type Loaded struct{ Households, People, Categories int }

// chunkHouseholds is how many households travel together: some 5,000 people, 2 MB.
const chunkHouseholds = 2000

// Copy loads households with everything that belongs to them, sealing in parallel while the database writes. The
// connection must be the owner's: COPY does not go through row-level security. Readable numbers follow the order of rows.
// progress, where not nil, is told the people written so far. A number that is registered already fails the whole load.
func Copy(ctx context.Context, tx pgx.Tx, keys *seal.Keyring, now time.Time, rows iter.Seq[HouseholdRow], progress func(people int)) (Loaded, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var done Loaded
	if err := spareReferences(ctx, tx, true); err != nil {
		return done, err
	}
	for waiting := range encodeAll(ctx, keys, now, rows) {
		c := <-waiting
		if err := c.write(ctx, tx); err != nil {
			return done, err
		}
		done.Households += c.counts.Households
		done.People += c.counts.People
		done.Categories += c.counts.Categories
		if progress != nil {
			progress(done.People)
		}
	}
	return done, spareReferences(ctx, tx, false)
}

// spareReferences turns the checks of foreign keys off for the load where the owner may: each membership and identity is
// written beside its household and person, and asking again for each row would cost a fifth of the database's time. Keys and
// check constraints hold all the same. An owner who is no superuser loads with the checks on.
func spareReferences(ctx context.Context, tx pgx.Tx, spare bool) error {
	role := "origin"
	if spare {
		role = "replica"
	}
	_, err := tx.Exec(ctx, `select set_config('session_replication_role', $1, true) from pg_roles where rolname = current_user and rolsuper`, role)
	return err
}

// encodeAll seals and encodes chunks on all cores; they come out in the order of rows.
func encodeAll(ctx context.Context, keys *seal.Keyring, now time.Time, rows iter.Seq[HouseholdRow]) <-chan chan *chunk {
	out := make(chan chan *chunk, runtime.GOMAXPROCS(0))
	send := func(part []HouseholdRow) bool {
		ready := make(chan *chunk, 1)
		select {
		case out <- ready:
		case <-ctx.Done():
			return false
		}
		go func() { ready <- encode(keys, now, part) }()
		return true
	}
	go func() {
		defer close(out)
		part := make([]HouseholdRow, 0, chunkHouseholds)
		for h := range rows {
			if part = append(part, h); len(part) == chunkHouseholds {
				if !send(part) {
					return
				}
				part = make([]HouseholdRow, 0, chunkHouseholds)
			}
		}
		if len(part) > 0 {
			send(part)
		}
	}()
	return out
}

// chunk is a part of the load in the wire form of each table.
type chunk struct {
	person, identity, household, membership, present, category wire
	counts                                                     Loaded
}

var copyTables = []struct {
	into string
	of   func(*chunk) *wire
}{
	{"household (id, division, head_id, urban, address_sealed, since, created_at, updated_at)", func(c *chunk) *wire { return &c.household }},
	{`person (id, division, name, sex, birth, id_sealed, id_blind, phone_sealed, phone_blind, account_sealed, account_holder, bank_name,
  address_sealed, register_division, residence_division, ethnicity, marital, health, education, schooling, work_ability, serious_illness,
  disability_sealed, disability_type, disability_grade, created_at, updated_at)`, func(c *chunk) *wire { return &c.person }},
	{"person_identity (id_blind, person_id, division)", func(c *chunk) *wire { return &c.identity }},
	{"membership (household_id, person_id, division, relation, lives_together, since)", func(c *chunk) *wire { return &c.membership }},
	{"person_household (person_id, household_id, division, since)", func(c *chunk) *wire { return &c.present }},
	{"category (person_id, id, household_id, division, kind, since, until, case_id, source, created_at)", func(c *chunk) *wire { return &c.category }},
}

func (c *chunk) write(ctx context.Context, tx pgx.Tx) error {
	for _, t := range copyTables {
		w := t.of(c)
		if len(*w) == 0 {
			continue
		}
		if _, err := tx.Conn().PgConn().CopyFrom(ctx, bytes.NewReader(w.finish()), "copy "+t.into+" from stdin (format binary)"); err != nil {
			return fmt.Errorf("registry: bulk load: %w", err)
		}
	}
	return nil
}
