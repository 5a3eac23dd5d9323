package audit_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
	"zhongfu/internal/postgres/testdb"
)

func auditorOf(division, lo, hi int64, level access.Level) access.Actor {
	return access.Actor{Staff: uuid.New(), Name: "审计", Role: access.Auditor, Level: level, Division: division, Lo: lo, Hi: hi}
}

func TestListByScopeFilterAndPage(t *testing.T) {
	ctx := context.Background()
	db := testdb.New(t)
	s := audit.New(db, key, clock.NewFake(start))
	write(t, db, start, 7) // in 越秀
	root := uuid.New()
	err := db.InTx(ctx, clerk, func(tx pgx.Tx) error {
		a := clerk
		a.Name = "李强"
		return audit.Write(ctx, tx, start.AddDate(0, 0, 3), a, audit.Event{Action: "staff.manage", ObjectKind: "staff", ObjectID: "x", Root: root, Division: 440105000000})
	})
	if err != nil {
		t.Fatal(err)
	}
	// A message that is not believed lies in no place.
	err = db.InTx(ctx, access.System("核对引擎"), func(tx pgx.Tx) error {
		return audit.Write(ctx, tx, start.AddDate(0, 0, 3), access.System("核对引擎"), audit.Event{Action: "verification.ask", ObjectKind: "exchange_source", ObjectID: "public_security"})
	})
	if err != nil {
		t.Fatal(err)
	}
	province := auditorOf(440000000000, 440000000000, 449999999999, access.Province)
	city := auditorOf(440100000000, 440100000000, 440199999999, access.City)
	yuexiu := auditorOf(440104000000, 440104000000, 440104999999, access.County)
	day := calendar.NewDate(2026, 11, 23)
	for name, tc := range map[string]struct {
		actor access.Actor
		in    audit.Search
		want  int
	}{
		"city sees both":       {city, audit.Search{}, 8},
		"province: no place":   {province, audit.Search{}, 9},
		"by source, province":  {province, audit.Search{Object: "public_security"}, 1},
		"by source, city":      {city, audit.Search{Object: "public_security"}, 0},
		"by source, county":    {yuexiu, audit.Search{Object: "public_security"}, 0},
		"county sees its own":  {yuexiu, audit.Search{}, 7},
		"elsewhere":            {auditorOf(370100000000, 370100000000, 370199999999, access.City), audit.Search{}, 0},
		"by name":              {city, audit.Search{Actor: "李"}, 1},
		"by staff id":          {city, audit.Search{Actor: clerk.Staff.String()}, 8},
		"by action":            {city, audit.Search{Action: "case.accept"}, 7},
		"by number":            {city, audit.Search{Object: "GD-3"}, 1},
		"by kind":              {city, audit.Search{Object: "case"}, 7},
		"by root":              {city, audit.Search{Object: root.String()}, 1},
		"root of another area": {yuexiu, audit.Search{Object: root.String()}, 0},
		"from":                 {city, audit.Search{From: &day}, 1},
		"until the day before": {city, audit.Search{To: ptr(day.AddDays(-1))}, 7},
		"until the day":        {city, audit.Search{To: &day}, 8},
	} {
		got, next, err := s.List(ctx, tc.actor, tc.in)
		if err != nil || len(got) != tc.want || next != "" {
			t.Errorf("%s: %d rows, next %q, %v; want %d", name, len(got), next, err, tc.want)
		}
	}
	seen := map[uuid.UUID]bool{}
	var before time.Time
	cursor := ""
	for page := 0; ; page++ {
		got, next, err := s.List(ctx, city, audit.Search{Limit: 3, Cursor: cursor})
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range got {
			if seen[l.ID] || (!before.IsZero() && l.At.After(before)) {
				t.Errorf("page %d: %s twice or out of order", page, l.ID)
			}
			seen[l.ID], before = true, l.At
		}
		if cursor = next; next == "" {
			break
		}
	}
	if len(seen) != 8 {
		t.Errorf("paging showed %d of 8", len(seen))
	}
	if _, _, err := s.List(ctx, city, audit.Search{Cursor: "nonsense"}); !errs.Is(err, errs.Invalid) {
		t.Errorf("broken cursor: %v", err)
	}
	if _, _, err := s.List(ctx, clerk, audit.Search{}); !errs.Is(err, errs.Forbidden) {
		t.Errorf("a clerk reads the trail: %v", err)
	}
}

func ptr[T any](v T) *T { return &v }

func TestVerifyChainIsItselfRecorded(t *testing.T) {
	ctx := context.Background()
	db := testdb.New(t)
	s := audit.New(db, key, clock.NewFake(start))
	write(t, db, start, 1)
	sealAll(t, db)
	county := auditorOf(440104000000, 440104000000, 440104999999, access.County)
	v, err := s.VerifyChain(ctx, county)
	if err != nil || !v.Sound() || v.Sealed != 1 {
		t.Fatalf("%+v %v", v, err)
	}
	got, _, err := s.List(ctx, county, audit.Search{Action: "audit.verify"})
	if err != nil || len(got) != 1 || got[0].ObjectID != v.Head.String() || got[0].Sealed {
		t.Errorf("%+v %v", got, err)
	}
	if _, err := s.VerifyChain(ctx, clerk); !errs.Is(err, errs.Forbidden) {
		t.Errorf("a clerk verifies: %v", err)
	}
}
