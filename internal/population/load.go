package population

import (
	"context"
	"fmt"
	"runtime"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"golang.org/x/sync/errgroup"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
	"zhongfu/internal/postgres"
)

// Scope narrows a load.
type Scope struct {
	Lo, Hi   int64                // divisions, both ends included; Hi 0 = all that the actor sees
	Day      calendar.Date        // categories held on this day
	For      *columnar.Program    // only the facts that it reads; nil = all
	Progress func(households int) // from several cores at once; may be nil
}

// Kinds are the categories of the register, which are ids of items.
var Kinds = []string{"dibao", "dibao_single", "tekun", "dibao_marginal", "expenditure_hardship", "relapse_watch", "orphan",
	"unsupported_child", "disability_living", "disability_nursing", "temporary"}

// Load reads the sheets that the actor may see into columns of the pack's catalogue. Its memory is the columns and a few
// blocks of the stream. Errors: a damaged sheet, naming its household; a cancelled context.
func Load(ctx context.Context, db *postgres.DB, actor access.Actor, pack *policy.Pack, s Scope) (*Population, error) {
	if s.Hi == 0 {
		s.Lo, s.Hi = 0, 999999999999
	}
	var pop *Population
	err := db.InRead(ctx, actor, func(tx pgx.Tx) (err error) {
		pop, err = load(ctx, tx, pack, s)
		return err
	})
	return pop, err
}

const (
	countSheets = `select count(*), coalesce(sum(members), 0) from household_sheet where division between $1 and $2`
	heldSheets  = `select s.household_id, c.kind, array_position(s.people, c.person_id)
from category c join household_sheet s on s.household_id = c.household_id
where c.since <= $3 and (c.until is null or c.until > $3) and s.division between $1 and $2`
	copySheets = `copy (select division, sheet, household_id from household_sheet where division between %d and %d) to stdout (format binary)`
)

func load(ctx context.Context, tx pgx.Tx, pack *policy.Pack, s Scope) (*Population, error) {
	layouts, err := readLayouts(ctx, tx)
	if err != nil {
		return nil, err
	}
	var households, members int
	if err := tx.QueryRow(ctx, countSheets, s.Lo, s.Hi).Scan(&households, &members); err != nil {
		return nil, err
	}
	pop := emptyPopulation(households, members)
	columns := lazyColumns{{}, {}}
	d := &decoder{pop: pop, plans: map[int32]*plan{}, report: s.Progress}
	for _, l := range layouts {
		d.plans[l.ID] = l.plan(pack, columns, s.For)
	}
	if d.held, err = pop.readHeld(ctx, tx, s); err != nil {
		return nil, err
	}
	if err := wholeTable(ctx, tx, households); err != nil {
		return nil, err
	}
	if err := stream(ctx, tx, d, fmt.Sprintf(copySheets, s.Lo, s.Hi)); err != nil {
		return nil, err
	}
	pop.settle(columns, d.plans, d.tallies)
	pop.share(pack, s.For)
	return pop, nil
}

// wholeTable makes the stream read the table in its own order where the scope is a good part of it. The planner cannot see
// how wide the range of row-level security is and would go by the index, row by row across the whole table.
func wholeTable(ctx context.Context, tx pgx.Tx, households int) error {
	var all float64
	if err := tx.QueryRow(ctx, `select reltuples from pg_class where oid = 'household_sheet'::regclass`).Scan(&all); err != nil {
		return err
	}
	if float64(households)*8 < all {
		return nil
	}
	_, err := tx.Exec(ctx, "set local enable_indexscan = off; set local enable_bitmapscan = off")
	return err
}

// stream lets one core read what the database sends while the others decode. With as many decoders as cores the reader would
// wait for its turn and the database for the reader.
func stream(ctx context.Context, tx pgx.Tx, d *decoder, sql string) error {
	group, gctx := errgroup.WithContext(ctx)
	decoders := runtime.GOMAXPROCS(0)
	blocks := make(chan *block, 8*decoders)
	s := newSplitter(gctx, blocks)
	d.start(group, gctx, decoders, blocks, s.free)
	group.Go(func() error {
		defer close(blocks)
		if _, err := tx.Conn().PgConn().CopyTo(gctx, s, sql); err != nil {
			return err
		}
		return s.finish()
	})
	return group.Wait()
}

// readHeld reads who holds which category, by household.
func (p *Population) readHeld(ctx context.Context, tx pgx.Tx, s Scope) (map[uuid.UUID][]mark, error) {
	for _, k := range Kinds {
		p.Held[k] = make([]uint8, p.rows)
	}
	rows, err := tx.Query(ctx, heldSheets, s.Lo, s.Hi, s.Day)
	if err != nil {
		return nil, err
	}
	out := map[uuid.UUID][]mark{}
	var id uuid.UUID
	var kind string
	var at *int
	_, err = pgx.ForEachRow(rows, []any{&id, &kind, &at}, func() error {
		of := p.Held[kind]
		switch {
		case of == nil:
		case at == nil:
			p.Unplaced++
		default:
			out[id] = append(out[id], mark{of, *at - 1})
		}
		return nil
	})
	return out, err
}

func readLayouts(ctx context.Context, tx pgx.Tx) ([]Layout, error) {
	rows, err := tx.Query(ctx, "select id, facts from sheet_layout")
	if err != nil {
		return nil, err
	}
	var out []Layout
	var id int32
	var facts []byte
	_, err = pgx.ForEachRow(rows, []any{&id, &facts}, func() error {
		l, err := parseLayout(id, facts)
		out = append(out, l)
		return err
	})
	return out, err
}
