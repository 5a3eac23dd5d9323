package population

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
)

// Sources of a sheet.
const (
	SourceDecision  = "decision"  // the facts that a case was decided on
	SourceRegister  = "register"  // what the register itself knows
	SourceSynthetic = "synthetic" // made up, for demonstrations and measurements
)

// Row is a household whose sheet is written.
type Row struct {
	Household uuid.UUID
	People    []uuid.UUID // members in the order of the sheet
	Urban     bool
	AsOf      calendar.Date
	Source    string
}

// EnsureLayout stores the layout of a pack's catalogue, once, and returns it with its number.
func EnsureLayout(ctx context.Context, tx pgx.Tx, pack *policy.Pack, now time.Time) (Layout, error) {
	l := LayoutOf(pack)
	facts, digest, err := l.text()
	if err != nil {
		return l, err
	}
	// The empty update makes a second writer wait and read the number that the first has given.
	err = tx.QueryRow(ctx, `insert into sheet_layout (digest, facts, created_at) values ($1, $2, $3)
on conflict (digest) do update set digest = excluded.digest returning id`, digest, facts, now).Scan(&l.ID)
	return l, err
}

var sheetColumns = []string{"household_id", "division", "urban", "members", "people", "as_of", "source", "sheet"}

// Copy writes the sheets of a population by COPY, for bulk loads by the owner: COPY does not go through row-level security.
// rows are the households of pop in its order.
func Copy(ctx context.Context, tx pgx.Tx, l Layout, pop *columnar.Population, rows []Row) (int64, error) {
	w, i := l.writer(pop), 0
	var buf []byte
	return tx.CopyFrom(ctx, pgx.Identifier{"household_sheet"}, sheetColumns, pgx.CopyFromFunc(func() ([]any, error) {
		if i == len(rows) {
			return nil, nil
		}
		r := &rows[i]
		buf = w.append(buf[:0], pop, i)
		i++
		return []any{r.Household, pop.Division[i-1], r.Urban, int16(len(r.People)), r.People, r.AsOf, r.Source, buf}, nil
	}))
}

const upsertSheet = `insert into household_sheet (household_id, division, urban, members, people, as_of, source, sheet)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (household_id) do update set division = excluded.division, urban = excluded.urban, members = excluded.members,
  people = excluded.people, as_of = excluded.as_of, source = excluded.source, sheet = excluded.sheet
where household_sheet.as_of <= excluded.as_of`

// Save writes one household's sheet from the facts of an input, whose members are r.People in order. What an older sheet
// knew and the input does not say is kept; a newer sheet stays as it is: saving twice, or late, changes nothing.
func Save(ctx context.Context, tx pgx.Tx, pack *policy.Pack, now time.Time, r Row, in policy.Input) error {
	l, err := EnsureLayout(ctx, tx, pack, now)
	if err != nil {
		return err
	}
	if in, err = withKnown(ctx, tx, pack, r, in); err != nil {
		return err
	}
	pop, err := Columns(pack, in)
	if err != nil {
		return err
	}
	sheet := l.AppendRow(nil, pop, 0)
	_, err = tx.Exec(ctx, upsertSheet, r.Household, in.Division, r.Urban, len(r.People), r.People, r.AsOf, r.Source, sheet)
	return err
}

// withKnown adds to an input what the household's present sheet knows of the same people.
func withKnown(ctx context.Context, tx pgx.Tx, pack *policy.Pack, r Row, in policy.Input) (policy.Input, error) {
	var people []uuid.UUID
	var sheet []byte
	err := tx.QueryRow(ctx, "select people, sheet from household_sheet where household_id = $1 for update", r.Household).Scan(&people, &sheet)
	if errors.Is(err, pgx.ErrNoRows) {
		return in, nil
	}
	if err != nil {
		return in, err
	}
	layouts, err := readLayouts(ctx, tx)
	if err != nil {
		return in, err
	}
	old, err := read(pack, layouts, sheet)
	if err != nil {
		return in, damaged(r.Household[:], err)
	}
	before := old.Input(pack, r.AsOf, 0)
	in.Household = overlay(before.Household, in.Household)
	in.Members = slices.Clone(in.Members)
	for i := range in.Members {
		if k := slices.Index(people, r.People[i]); k >= 0 && k < len(before.Members) {
			in.Members[i].Facts = overlay(before.Members[k].Facts, in.Members[i].Facts)
		}
	}
	return in, nil
}

// overlay is what was known under what is known now. A fact that was asked and stayed unknown keeps what was known.
func overlay(before, now map[string]any) map[string]any {
	out := maps.Clone(before)
	for key, v := range now {
		if v != nil {
			out[key] = v
		}
	}
	return out
}

// read turns one sheet into columns of one household.
func read(pack *policy.Pack, layouts []Layout, sheet []byte) (*columnar.Population, error) {
	members, id, _, err := head(sheet)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(layouts, func(l Layout) bool { return l.ID == id })
	if at < 0 {
		return nil, fmt.Errorf("population: no layout %d", id)
	}
	columns := lazyColumns{{}, {}}
	pl := layouts[at].plan(pack, columns, nil)
	t := newTally(pl, 1, members)
	if _, err := pl.sheet(sheet, 0, 0, t); err != nil {
		return nil, err
	}
	t.flush(pl)
	pop := emptyPopulation(1, members)
	pop.First[1] = int32(members)
	pop.settle(columns, nil, nil)
	return pop.Population, nil
}
