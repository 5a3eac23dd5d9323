package population

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/columnar"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/synth"
)

// register writes n synthetic households with sheets, the first holding dibao, as the owner.
func register(t testing.TB, owner string, p *policy.Pack, g *synth.Generator, n int) []Row {
	t.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, owner)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	rows := make([]Row, n)
	err = pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "set local session_replication_role = replica"); err != nil {
			return err
		}
		l, err := EnsureLayout(ctx, tx, p, time.Now())
		if err != nil {
			return err
		}
		for from := 0; from < n; from += 5000 {
			part := min(5000, n-from)
			drawn := make([]*synth.Household, part)
			for i := range drawn {
				h := g.Household(from + i)
				drawn[i] = &h
				r := Row{Household: uuid.Must(uuid.NewV7()), Urban: h.Urban, AsOf: day, Source: SourceSynthetic, People: make([]uuid.UUID, len(h.Members))}
				for k := range r.People {
					r.People[k] = uuid.Must(uuid.NewV7())
				}
				rows[from+i] = r
			}
			if _, err := Copy(ctx, tx, l, FromSynthetic(p, drawn), rows[from:from+part]); err != nil {
				return err
			}
		}
		_, err = tx.Exec(ctx, `insert into category (person_id, id, household_id, division, kind, since, created_at)
			select people[1], gen_random_uuid(), household_id, division, 'dibao', date '2025-01-01', now() from household_sheet where household_id = $1
			union all select gen_random_uuid(), gen_random_uuid(), household_id, division, 'dibao', date '2025-01-01', now() from household_sheet where household_id = $1
			union all select people[1], gen_random_uuid(), household_id, division, 'tekun', date '2025-01-01', now() from household_sheet where household_id = $2`, rows[0].Household, rows[n-1].Household)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestLoad(t *testing.T) {
	db, owner := testdb.NewWithOwner(t)
	p, g, ctx := guangdong(t), generator(t), context.Background()
	const n = 12000
	register(t, owner, p, g, n)
	want, err := Synthetic(ctx, p, g, n, nil)
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	pop, err := Load(ctx, db, access.System("test"), p, Scope{Day: day, Progress: func(int) { told++ }})
	if err != nil {
		t.Fatal(err)
	}
	if pop.Households() != n || pop.Members() != want.Members() || told == 0 || len(pop.Lost) > 0 {
		t.Fatalf("%d households, %d members, told %d times, lost %v", pop.Households(), pop.Members(), told, pop.Lost)
	}
	sorted := func(pop *Population) []string {
		out := make([]string, n)
		for i := range out {
			in := pop.Input(p, day, i)
			drop := func(facts map[string]any) { // the register knows what is held, a synthetic province does not
				for key := range facts {
					if strings.HasPrefix(key, "holds_") {
						delete(facts, key)
					}
				}
			}
			drop(in.Household)
			for k := range in.Members {
				drop(in.Members[k].Facts)
			}
			b, err := json.Marshal(in)
			if err != nil {
				t.Fatal(err)
			}
			out[i] = string(b)
		}
		slices.Sort(out)
		return out
	}
	if a, b := sorted(want), sorted(pop); !slices.Equal(a, b) {
		t.Fatalf("wrote %s …\nloaded %s …", a[0], b[0])
	}
	dibao, tekun := 0, 0
	byDibao, byTekun := pop.HeldBy("dibao"), pop.HeldBy("tekun")
	for i := range n {
		dibao += int(byDibao[i])
		tekun += int(byTekun[i])
	}
	if dibao != 1 || tekun != 1 || pop.Unplaced != 1 {
		t.Errorf("%d households hold dibao, %d tekun, %d people unplaced", dibao, tekun, pop.Unplaced)
	}

	t.Run("a county sees its own families only", func(t *testing.T) {
		county := access.Actor{Role: access.CountyApprover, Level: access.County, Division: 440104000000, Lo: 440104000000, Hi: 440104999999}
		own, err := Load(ctx, db, county, p, Scope{Day: day})
		if err != nil {
			t.Fatal(err)
		}
		there := 0
		for _, d := range pop.Division {
			if county.Sees(d) {
				there++
			}
		}
		if own.Households() != there || there == 0 {
			t.Errorf("%d households, want %d", own.Households(), there)
		}
		for _, d := range own.Division {
			if !county.Sees(d) {
				t.Fatalf("a household of %d", d)
			}
		}
		none, err := Load(ctx, db, county, p, Scope{Day: day, Lo: 440300000000, Hi: 440399999999})
		if err != nil || none.Households() != 0 {
			t.Errorf("another city: %d households, %v", none.Households(), err)
		}
	})
	t.Run("nobody sees nothing", func(t *testing.T) {
		none, err := Load(ctx, db, access.Actor{}, p, Scope{Day: day})
		if err != nil || none.Households() != 0 {
			t.Errorf("%v, %v", none, err)
		}
	})
	t.Run("a damaged sheet stops the load", func(t *testing.T) {
		conn, err := pgx.Connect(ctx, owner)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close(ctx)
		if _, err := conn.Exec(ctx, `update household_sheet set sheet = substr(sheet, 1, length(sheet) - 1) where household_id = (select max(household_id::text)::uuid from household_sheet)`); err != nil {
			t.Fatal(err)
		}
		if _, err := Load(ctx, db, access.System("test"), p, Scope{Day: day}); !errors.Is(err, errDamaged) {
			t.Errorf("%v", err)
		}
	})
}

// A decided case's facts replace an older sheet; the same again, or an older one that comes late, changes nothing.
func TestSave(t *testing.T) {
	db, owner := testdb.NewWithOwner(t)
	p, g, ctx := guangdong(t), generator(t), context.Background()
	r := register(t, owner, p, g, 1)[0]
	h := g.Household(0)
	in := policy.Input{Division: h.Division, Household: map[string]any{"dwellings": 2}}
	for range r.People {
		in.Members = append(in.Members, policy.Member{ID: uuid.NewString(), Facts: map[string]any{"income_wage": json.Number("123400")}})
	}
	save := func(asOf calendar.Date, dwellings int) int64 {
		r.AsOf, r.Source, in.Household["dwellings"] = asOf, SourceDecision, dwellings
		err := db.InTx(ctx, access.System("test"), func(tx pgx.Tx) error { return Save(ctx, tx, p, time.Now(), r, in) })
		if err != nil {
			t.Fatal(err)
		}
		pop, err := Load(ctx, db, access.System("test"), p, Scope{Day: day})
		if err != nil {
			t.Fatal(err)
		}
		if pop.Members() != len(r.People) || pop.Member["income_wage"].Ints[0] != 123400 {
			t.Fatalf("%d members, wage %v", pop.Members(), pop.Member["income_wage"])
		}
		if c := pop.Household["vehicles"]; c == nil || c.Known[0] == 0 || pop.Member["birth"].Days[0] != int32(h.Members[0].Birth) {
			t.Fatal("what the sheet before knew is gone")
		}
		return pop.Household["dwellings"].Ints[0]
	}
	for _, c := range []struct {
		asOf            calendar.Date
		dwellings, want int
	}{{day, 2, 2}, {day, 2, 2}, {day.AddDays(3), 1, 1}, {day.AddDays(1), 5, 1}} {
		if got := save(c.asOf, c.dwellings); got != int64(c.want) {
			t.Errorf("%s: %d dwellings, want %d", c.asOf, got, c.want)
		}
	}
}

// The stream is the same wherever the network cuts it.
func TestSplitter(t *testing.T) {
	p, g := guangdong(t), generator(t)
	l := LayoutOf(p)
	var all bytes.Buffer
	all.WriteString("PGCOPY\n\xff\r\n\x00\x00\x00\x00\x00\x00\x00\x00\x00")
	const n = 40
	for i := range n {
		h := g.Household(i)
		sheet := l.AppendRow(nil, FromSynthetic(p, []*synth.Household{&h}), 0)
		fmt.Fprintf(&all, "\x00\x03\x00\x00\x00\x08%s", string(make([]byte, 8)))
		all.Write([]byte{0, 0, byte(len(sheet) >> 8), byte(len(sheet))})
		all.Write(sheet)
		fmt.Fprintf(&all, "\x00\x00\x00\x10%s", string(make([]byte, 16)))
	}
	all.WriteString("\xff\xff")
	for _, size := range []int{1, 3, 50, 1 << 20} {
		out := make(chan *block, 100)
		s := newSplitter(context.Background(), out)
		if _, err := io.CopyBuffer(struct{ io.Writer }{s}, struct{ io.Reader }{bytes.NewReader(all.Bytes())}, make([]byte, size)); err != nil {
			t.Fatal(err)
		}
		if err := s.finish(); err != nil {
			t.Fatal(err)
		}
		close(out)
		rows := 0
		for b := range out {
			rows += b.rows
		}
		if rows != n {
			t.Errorf("cut at %d: %d rows", size, rows)
		}
	}
	s := newSplitter(context.Background(), make(chan *block, 1))
	if _, err := s.Write(all.Bytes()[:all.Len()-9]); err != nil {
		t.Fatal(err)
	}
	if s.finish() == nil {
		t.Error("a stream that broke off was taken as whole")
	}
}

// What a program does not read need not be loaded, and it comes out the same.
func TestLoadForProgram(t *testing.T) {
	db, owner := testdb.NewWithOwner(t)
	p, ctx := guangdong(t), context.Background()
	const n = 3000
	register(t, owner, p, generator(t), n)
	prog, err := columnar.Compile(p, day, "dibao", "dibao_marginal")
	if err != nil {
		t.Fatal(err)
	}
	var results []*columnar.Results
	var columns []int
	for _, of := range []*columnar.Program{nil, prog} {
		pop, err := Load(ctx, db, access.System("test"), p, Scope{Day: day, For: of})
		if err != nil {
			t.Fatal(err)
		}
		columns = append(columns, len(pop.Household)+len(pop.Member))
		r, err := prog.Run(ctx, pop.Population, columnar.Options{})
		if err != nil {
			t.Fatal(err)
		}
		results = append(results, r)
	}
	if columns[1]*2 > columns[0] {
		t.Errorf("%d columns instead of %d", columns[1], columns[0])
	}
	for _, item := range prog.Items() {
		all, part := results[0].Item(item), results[1].Item(item)
		if !slices.Equal(all.Outcome, part.Outcome) || !slices.Equal(all.Amount, part.Amount) || !slices.Equal(all.Failed, part.Failed) {
			t.Errorf("%s comes out otherwise", item)
		}
		if i := slices.Index(all.Outcome, columnar.Eligible); i < 0 {
			t.Errorf("%s: nobody is eligible, the comparison says nothing", item)
		}
	}
}
