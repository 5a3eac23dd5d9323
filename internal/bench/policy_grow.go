package bench

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
	"zhongfu/internal/population"
	"zhongfu/internal/postgres"
	"zhongfu/internal/synth"
	"zhongfu/migrations"
)

// grow runs the engine over ten times as many households at a time, up to ten times the population.
func (p *policyRun) grow(ctx context.Context) error {
	p.structs, p.by = nil, nil
	debug.FreeOSMemory() // the yardsticks' copies do not count
	n := p.out.Households
	for size := max(1, n/100); size <= 10*n; size *= 10 {
		g := PolicyGrowth{Households: size, Blocks: max(1, size/n)}
		part := firstOf(p.pop, min(size, n))
		for k, workers := range []int{1, runtime.GOMAXPROCS(0)} {
			best := 0.0
			for range 3 {
				resetPeak()
				start := time.Now()
				for range g.Blocks {
					var err error
					if p.res, err = p.prog.Run(ctx, part, columnar.Options{Workers: workers, Into: p.res}); err != nil {
						return err
					}
				}
				if s := time.Since(start).Seconds(); best == 0 || s < best {
					best = s
				}
			}
			g.Seconds[k], g.PeakKB = best, max(g.PeakKB, peakKB())
		}
		p.out.Growth = append(p.out.Growth, g)
	}
	return nil
}

// firstOf is a population's first n households.
func firstOf(pop *columnar.Population, n int) *columnar.Population {
	m := int(pop.First[n])
	cut := func(columns map[string]*columnar.Column, rows int) map[string]*columnar.Column {
		out := map[string]*columnar.Column{}
		for key, c := range columns {
			d := *c
			if d.Ints != nil {
				d.Ints = d.Ints[:rows]
			}
			if d.Days != nil {
				d.Days = d.Days[:rows]
			}
			if d.Codes != nil {
				d.Codes = d.Codes[:rows]
			}
			if d.Known != nil {
				d.Known = d.Known[:rows]
			}
			out[key] = &d
		}
		return out
	}
	return &columnar.Population{First: pop.First[:n+1], Division: pop.Division[:n], Household: cut(pop.Household, n), Member: cut(pop.Member, m)}
}

// whole runs every item, then again under a standard raised by a tenth.
func (p *policyRun) whole(ctx context.Context) error {
	p.pop, p.res = nil, nil
	drawn, err := population.Synthetic(ctx, p.pack, p.g, p.out.Households, nil)
	if err != nil {
		return err
	}
	prog, err := columnar.Compile(p.pack, policyDay)
	if err != nil {
		return err
	}
	if err := drawn.Check(p.pack); err != nil {
		return err
	}
	o := columnar.Options{Lean: true, Derive: true}
	if o.Into, err = prog.Run(ctx, drawn.Population, o); err != nil {
		return err
	}
	start := time.Now()
	if o.Into, err = prog.Run(ctx, drawn.Population, o); err != nil {
		return err
	}
	p.out.Whole = PolicyWhole{Items: len(prog.Items()), Households: p.out.Households, Rules: time.Since(start).Seconds(), Interpreted: o.Into.Interpreted}
	start = time.Now()
	raised, err := p.pack.WithParameters([]policy.ParameterChange{{Parameter: "dibao_standard", Divisions: []string{"4401"}, From: policyDay,
		Value: "1410", Status: policy.Sample}})
	if err != nil {
		return err
	}
	if prog, err = columnar.Compile(raised, policyDay); err != nil {
		return err
	}
	if _, err = prog.Run(ctx, drawn.Population, o); err != nil {
		return err
	}
	p.out.Whole.Standard = time.Since(start).Seconds()
	return nil
}

// PolicySheets is loading the population from PostgreSQL, one packed sheet for each household, against the plain stream of
// the same bytes: the facts that the dibao rules read, and all facts.
type PolicySheets struct {
	Households       int
	Load, All, Plain Spread // seconds
	Ratio, AllRatio  Spread
	PeakKB           int64
}

func (p *policyRun) sheets(ctx context.Context) error {
	if err := p.o.Server.create(ctx, policyName); err != nil {
		return err
	}
	url, err := p.o.Server.url(policyName)
	if err != nil {
		return err
	}
	if _, err := postgres.Migrate(ctx, url, migrations.FS); err != nil {
		return err
	}
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	n := p.out.Households
	if err := p.writeSheets(ctx, conn, n); err != nil {
		return err
	}
	db, err := postgres.Open(ctx, url, 2)
	if err != nil {
		return err
	}
	defer db.Close()
	var took [3][]float64 // the plain stream, the facts of the dibao rules, all facts
	var ratio [2][]float64
	resetPeak()
	for turn := range p.o.turns() + 1 {
		var each [3]float64
		for k, do := range []func() (int, error){
			func() (int, error) {
				tag, err := conn.PgConn().CopyTo(ctx, io.Discard, "copy (select division, sheet, household_id from household_sheet) to stdout (format binary)")
				return int(tag.RowsAffected()), err
			},
			func() (int, error) { return p.load(ctx, db, p.prog) },
			func() (int, error) { return p.load(ctx, db, nil) },
		} {
			runtime.GC() // the population of the turn before
			start := time.Now()
			got, err := do()
			if err != nil || got != n {
				return errors.Join(err, fmt.Errorf("bench: %d of %d sheets were loaded", got, n))
			}
			each[k] = time.Since(start).Seconds()
		}
		if turn == 0 { // it warms up
			continue
		}
		for k, s := range each {
			took[k] = append(took[k], s)
		}
		ratio[0], ratio[1] = append(ratio[0], each[1]/each[0]), append(ratio[1], each[2]/each[0])
	}
	p.out.Sheets = PolicySheets{n, spreadOf(took[1]), spreadOf(took[2]), spreadOf(took[0]), spreadOf(ratio[0]), spreadOf(ratio[1]), peakKB()}
	return nil
}

func (p *policyRun) load(ctx context.Context, db *postgres.DB, of *columnar.Program) (int, error) {
	pop, err := population.Load(ctx, db, access.System("bench"), p.pack, population.Scope{Day: policyDay, For: of})
	if err != nil {
		return 0, err
	}
	return pop.Households(), nil
}

func (p *policyRun) writeSheets(ctx context.Context, conn *pgx.Conn, n int) error {
	err := pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error {
		// Only the sheets are measured: the households and people that they belong to are not there.
		if _, err := tx.Exec(ctx, "set local session_replication_role = replica"); err != nil {
			return err
		}
		layout, err := population.EnsureLayout(ctx, tx, p.pack, policyDay.Time())
		if err != nil {
			return err
		}
		for from := 0; from < n; from += 5000 {
			var drawn []*synth.Household
			var rows []population.Row
			for i := from; i < min(n, from+5000); i++ {
				h := p.g.Household(i)
				r := population.Row{Household: uuid.New(), Urban: h.Urban, AsOf: policyDay, Source: population.SourceSynthetic, People: make([]uuid.UUID, len(h.Members))}
				for k := range r.People {
					r.People[k] = uuid.New()
				}
				drawn, rows = append(drawn, &h), append(rows, r)
			}
			if _, err := population.Copy(ctx, tx, layout, population.FromSynthetic(p.pack, drawn), rows); err != nil {
				return err
			}
			p.progress("家庭表", from, n)
		}
		return nil
	})
	if err != nil {
		return err
	}
	_, err = conn.Exec(ctx, "vacuum (analyze) household_sheet")
	return err
}
