package access_test

import (
	"testing"

	"pgregory.net/rapid"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
)

var clerk = access.Actor{Role: access.TownClerk, Level: access.Town, Division: 440104003000, Lo: 440104003000, Hi: 440104003999}

func TestCheck(t *testing.T) {
	for name, c := range map[string]struct {
		actor  access.Actor
		action access.Action
		on     access.Resource
		want   errs.Kind
		ok     bool
	}{
		"own village":               {actor: clerk, action: "case.accept", on: access.At(440104003001), ok: true},
		"another town looks absent": {actor: clerk, action: "case.accept", on: access.At(440104004001), want: errs.NotFound},
		"a duty of others":          {actor: clerk, action: "case.confirm", on: access.At(440104003001), want: errs.Forbidden},
		"role without its level":    {actor: access.Actor{Role: access.TownClerk, Level: access.County, Lo: 1, Hi: 999999999999}, action: "case.accept", on: access.At(440104003001), want: errs.Forbidden},
		"nobody":                    {action: "case.list", on: access.Listing, want: errs.Unauthenticated},
		"the public":                {actor: access.Public("192.0.2.1"), action: "case.list", on: access.Listing, want: errs.Unauthenticated},
		"the public's own":          {actor: access.Public("192.0.2.1"), action: "public.notice", on: access.Listing, ok: true},
		"a job":                     {actor: access.System("job"), action: "case.notice", on: access.At(370102001001), ok: true},
		"an action nobody declared": {actor: clerk, action: "case.vanish", on: access.Listing, want: errs.Internal},
	} {
		err := access.Check(c.actor, c.action, c.on)
		if c.ok != (err == nil) || !c.ok && !errs.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What the law keeps apart, no line of the table joins.
func TestDutiesStayApart(t *testing.T) {
	apart := [][2]access.Action{{"payroll.make", "payroll.approve"}, {"case.review", "case.confirm"}, {"case.survey", "case.first_opinion"}, {"staff.manage", "audit.read"}}
	for _, pair := range apart {
		a, _ := access.Lookup(pair[0])
		b, _ := access.Lookup(pair[1])
		for _, role := range access.Roles {
			for _, level := range access.Levels {
				if level == access.Town && pair[0] == "case.survey" && role == access.TownClerk {
					continue // a delegated town's clerk gives the opinion; the procedure keeps the persons apart
				}
				if a.Allows(role, level) && b.Allows(role, level) {
					t.Errorf("%s at level %d holds both %s and %s", role, level, pair[0], pair[1])
				}
			}
		}
	}
}

// Village committees never accept, give opinions or decide (GD-2018 二(三)1); auditors and administrators change no case.
func TestWhoNeverActs(t *testing.T) {
	for _, rule := range access.Table() {
		switch rule.Action {
		case "case.accept", "case.supplement", "case.first_opinion", "case.review", "case.confirm", "case.verify", "case.withdraw", "case.terminate", "case.notice":
			for _, role := range []access.Role{access.VillageAssistant, access.Auditor, access.Administrator, access.CitySupervisor, access.ProvinceSupervisor} {
				for _, level := range access.Levels {
					if rule.Allows(role, level) {
						t.Errorf("%s may %s", role, rule.Action)
					}
				}
			}
		}
	}
}

// A check outside the range never succeeds, whatever the action, for anybody who is not a job.
func TestRangeHolds(t *testing.T) {
	table := access.Table()
	rapid.Check(t, func(t *rapid.T) {
		lo := rapid.Int64Range(110000000000, 650000000000).Draw(t, "lo")
		hi := lo + rapid.Int64Range(0, 9999999999).Draw(t, "width")
		at := rapid.Int64Range(100000000000, 659999999999).Draw(t, "at")
		rule := rapid.SampledFrom(table).Draw(t, "rule")
		a := access.Actor{Role: rapid.SampledFrom(access.Roles).Draw(t, "role"), Level: rapid.SampledFrom(access.Levels).Draw(t, "level"), Lo: lo, Hi: hi}
		err := access.Check(a, rule.Action, access.At(at))
		if err == nil && !rule.Public && !rule.Any && (at < lo || at > hi) {
			t.Fatalf("%s done outside the range", rule.Action)
		}
		if err == nil && !rule.Allows(a.Role, a.Level) {
			t.Fatalf("%s done by %s", rule.Action, a.Role)
		}
	})
}
