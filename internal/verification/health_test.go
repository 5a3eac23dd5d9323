package verification

import (
	"context"
	"testing"
	"time"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
)

var provincial = access.Actor{Name: "省厅", Role: access.ProvinceSupervisor, Level: access.Province, Division: 440000000000, Lo: 440000000000, Hi: 449999999999}

func (f *fixture) health(source string) SourceHealth {
	f.Helper()
	list, err := f.s.Health(context.Background(), officer, 7)
	if err != nil {
		f.Fatal(err)
	}
	for _, h := range list {
		if h.Source == source {
			return h
		}
	}
	f.Fatalf("no source %s", source)
	return SourceHealth{}
}

// Answers, emptiness, failures and what waits are counted by source and day; the answer time is told by the histogram's bounds.
func TestHealthCountsWhatCameBack(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	a, b := f.person("*"), f.person("*")
	f.dept.do = func(q exchange.Query, r *exchange.Reply) error {
		f.clock.Advance(800 * time.Millisecond)
		if q.Source == "tax" {
			return &exchange.Fault{Kind: exchange.Down, Detail: "连不上对方系统。"}
		}
		r.Answers[0].Status, r.Answers[0].Records = exchange.None, nil
		return nil
	}
	f.order([]string{"vehicle", "wage", "abroad_assets"}, a, b)
	f.pump()
	police, tax, desk := f.health("police"), f.health("tax"), f.health("abroad")
	if d := police.Total; d.Messages != 1 || d.Failed != 0 || d.Asked != 2 || d.Found != 1 || d.Empty != 1 || *d.MedianMS != 1000 || *d.P95MS != 1000 || police.GoodAt == nil || police.Breaker != "closed" {
		t.Errorf("police: %+v", police)
	}
	if d := tax.Total; d.Messages != 1 || d.Failed != 1 || d.Found != 0 || tax.Waiting != 2 || tax.LastFault != "来源无法连接" || len(tax.Days) != 1 {
		t.Errorf("tax: %+v", tax)
	}
	if desk.Waiting != 2 || desk.Total.Messages != 0 || desk.Total.MedianMS != nil {
		t.Errorf("desk: %+v", desk)
	}
	// A source where very much waits is not counted to the end.
	f.exec(`insert into inquiry (person_id, id, division, class, source, purpose, state, priority, due, next_at, opened_at)
select gen_random_uuid(), gen_random_uuid(), 440104003001, 'vehicle', 'police', 'social_assistance', 'waiting', 2, '2027-01-01', $1, $1 from generate_series(1, $2::int)`, noon, Many+5)
	if h := f.health("police"); h.Waiting != Many {
		t.Errorf("%d questions wait", h.Waiting)
	}
	f.exec(`delete from inquiry where not exists (select from person p where p.id = person_id)`)
	faults, err := f.s.Faults(ctx, officer, "tax", 7)
	if err != nil || len(faults) != 1 || faults[0].Kind != "来源无法连接" || faults[0].Count != 1 || faults[0].Last != "来源无法连接：连不上对方系统。" {
		t.Errorf("%+v %v", faults, err)
	}
	if _, err := f.s.Faults(ctx, officer, "moon", 7); !errs.Is(err, errs.NotFound) {
		t.Error(err)
	}
}

// A breaker opens, is half open when its time is over, and closed after an answer.
func TestHealthShowsTheBreaker(t *testing.T) {
	f := newFixture(t)
	f.dept.do = func(exchange.Query, *exchange.Reply) error { return &exchange.Fault{Kind: exchange.Down} }
	for range 12 {
		f.order([]string{"vehicle"}, f.person("*"))
	}
	f.pump()
	if h := f.health("police"); h.Breaker != "open" || h.Broken == nil {
		t.Errorf("%+v", h)
	}
	f.clock.Advance(2 * time.Minute)
	if h := f.health("police"); h.Breaker != "half_open" {
		t.Errorf("%+v", h)
	}
	f.dept.do = nil
	f.pump()
	if h := f.health("police"); h.Breaker != "closed" {
		t.Errorf("%+v", h)
	}
}

// A pause has a reason and an author, stops the questions, is audited once, and ends with a reason.
func TestPauseNeedsAReason(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	if err := f.s.Pause(ctx, provincial, "police", true, "  "); !errs.Is(err, errs.Invalid) {
		t.Error(err)
	}
	for range 2 {
		if err := f.s.Pause(ctx, provincial, "police", true, "部门通知维护"); err != nil {
			t.Fatal(err)
		}
	}
	f.order([]string{"vehicle"}, f.person("*"))
	f.pump()
	if h := f.health("police"); !h.Paused || h.PausedReason != "部门通知维护" || h.PausedBy != "省厅" || h.PausedAt == nil || h.Waiting != 1 || len(f.dept.sent) != 0 {
		t.Errorf("%+v", h)
	}
	if err := f.s.Pause(ctx, provincial, "police", false, "维护结束"); err != nil {
		t.Fatal(err)
	}
	f.pump()
	if h := f.health("police"); h.Paused || h.Waiting != 0 || len(f.dept.sent) != 1 {
		t.Errorf("%+v", h)
	}
	if n := f.count(`select count(*) from audit_event where action = 'verification.source'`); n != 2 {
		t.Errorf("%d events", n)
	}
}

// Only the duties of the table see and pause sources.
func TestSourcesFollowTheAccessTable(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	for _, role := range access.Roles {
		for _, level := range access.Levels {
			actor := access.Actor{Role: role, Level: level, Division: 440000000000, Lo: 440000000000, Hi: 449999999999, Name: "某人"}
			_, health := f.s.Health(ctx, actor, 1)
			_, faults := f.s.Faults(ctx, actor, "police", 1)
			pause := f.s.Pause(ctx, actor, "police", false, "试")
			for action, err := range map[access.Action]error{"verification.health": health, "verification.source": pause} {
				rule, _ := access.Lookup(action)
				if want := rule.Allows(role, level); want != (err == nil) || !want && !errs.Is(err, errs.Forbidden) {
					t.Errorf("%s at %d, %s: %v", role, level, action, err)
				}
			}
			if (health == nil) != (faults == nil) {
				t.Errorf("%s at %d: %v, %v", role, level, health, faults)
			}
		}
	}
}

func TestWithinNamesBounds(t *testing.T) {
	b := make([]int64, len(bounds)+1)
	if ms, over := within(b, 0.5); ms != nil || over {
		t.Error("nothing was answered and a median is told")
	}
	b[0], b[2], b[11] = 5, 4, 1
	if ms, _ := within(b, 0.5); *ms != 100 {
		t.Error(*ms)
	}
	if ms, _ := within(b, 0.9); *ms != 1000 {
		t.Error(*ms)
	}
	if ms, over := within(b, 0.95); ms != nil || !over {
		t.Error("what lies above the last bound is given a figure")
	}
}
