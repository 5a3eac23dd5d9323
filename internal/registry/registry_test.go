package registry_test

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/idnum"
	"zhongfu/internal/postgres"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/registry"
	"zhongfu/internal/seal"
)

// Two villages of one town and one of another, all in 广州.
var (
	villageA  = villages(440106012000)[0]
	villageA2 = villages(440106012000)[1]
	villageB  = villages(440104001000)[0]
)

func villages(town int64) []int64 {
	var out []int64
	for _, d := range division.Default().Villages(town) {
		out = append(out, d.Code)
	}
	return out
}

func clerk(village int64) access.Actor {
	town := division.At(village, division.Town)
	lo, hi := division.Range(town)
	return access.Actor{Name: "经办员", Role: access.TownClerk, Level: access.Town, Division: town, Lo: lo, Hi: hi}
}

func officer(role access.Role, level access.Level, at int64) access.Actor {
	lo, hi := division.Range(at)
	return access.Actor{Name: "人员", Role: role, Level: level, Division: at, Lo: lo, Hi: hi}
}

type bench struct {
	*registry.Service
	db    *postgres.DB
	owner string
	clock *clock.Fake
}

func setUp(t testing.TB) bench {
	t.Helper()
	db, owner := testdb.NewWithOwner(t)
	c := clock.NewFake(time.Date(2026, 11, 22, 9, 0, 0, 0, calendar.Zone))
	return bench{registry.New(db, seal.ForTest(), c, division.Default()), db, owner, c}
}

// sql reads one value as the database's owner, behind row-level security.
func (b bench) sql(t testing.TB, into any, query string, args ...any) {
	t.Helper()
	conn, err := pgx.Connect(context.Background(), b.owner)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	if err := conn.QueryRow(context.Background(), query, args...).Scan(into); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

var seq atomic.Int64

// someone makes a person with a fresh ID number.
func someone(name string, sex int) registry.PersonInput {
	n := int(seq.Add(1))
	return registry.PersonInput{Name: name, IDNumber: idnum.MakeResident(440106, calendar.NewDate(1970, 1, 1).AddDays(n/400), n%400, sex)}
}

func at(p registry.PersonInput, village int64) registry.PersonInput {
	p.Division = village
	return p
}

func refused(t testing.TB, err error, kind errs.Kind, code, text string) {
	t.Helper()
	e := errs.As(err)
	if e == nil || e.Kind != kind || e.Code != code || !strings.Contains(e.Message, text) {
		t.Fatalf("got %v, want kind %d, code %s, text %q", err, kind, code, text)
	}
}

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func ctx() context.Context { return context.Background() }

func day(s string) *calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(fmt.Sprint(err))
	}
	return &d
}

func townName(village int64) string {
	return division.Default().FullName(division.At(village, division.Town))
}

func codeOf(code int64) string { return fmt.Sprintf("%012d", code) }

const hour = time.Hour

var day0 = calendar.NewDate(2026, 11, 22)

func (b bench) clockDay() calendar.Date { return clock.Today(b.clock) }
