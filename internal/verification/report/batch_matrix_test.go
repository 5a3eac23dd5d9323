package report

import (
	"fmt"
	"strings"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/casefixture"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/task"
)

// batchMatrix looks at a batch of the county as every role at every level, in a place that holds the household and in one that does
// not: three households, two of them (甲户, and 乙户 that differs and has a report) in one town, the third (丙户) in another. Nobody
// sees, counts, prints, handles or finds in the history what is not theirs; and refused attempts change nothing.
func (w *world) batchMatrix(order, rich, report uuid.UUID) {
	w.T.Helper()
	at := map[access.Level][2]int64{access.Province: {440000000000, 370000000000}, access.City: {440100000000, 440300000000}, access.County: {casefixture.Yuexiu, casefixture.Tianhe},
		access.Town: {casefixture.Beijing, 440104004000}, access.Village: {casefixture.Village, casefixture.Village2}}
	duties, trail := task.New(w.DB, w.Clock, division.Default()), audit.New(w.DB, w.Keys, w.Clock)
	allows := func(action access.Action, role access.Role, level access.Level) bool {
		rule, ok := access.Lookup(action)
		return ok && rule.Allows(role, level)
	}
	is := func(err error, ok bool, kind errs.Kind) bool { return ok && err == nil || !ok && errs.Is(err, kind) }
	seen, hidden := 0, 0
	for _, role := range access.Roles {
		for level, places := range at {
			for i, place := range places {
				actor, here := casefixture.Actor(role, place), i == 0
				who := fmt.Sprintf("%s at %d", role, place)
				reads, handles := allows("verification.read", role, level), allows("verification.handle", role, level)
				// How many households lie in the actor's range, and how many of them differ.
				all, differ := 0, 0
				switch {
				case here && level >= access.Town:
					all, differ = 2, 1
				case here:
					all, differ = 3, 2
				case level >= access.Town:
					all, differ = 1, 1
				}
				if reads && here {
					seen++
				} else {
					hidden++
				}

				page, err := w.s.Households(w.ctx, actor, order, FindingFilter{})
				if !is(err, reads, errs.Forbidden) || reads && (len(page.Households) != all || page.Counts.All != all || page.Counts.Differs != differ || page.Counts.Unhandled != differ) {
					w.T.Errorf("%s lists %d, counts %+v: %v", who, len(page.Households), page.Counts, err)
				}
				if strings.Contains(fmt.Sprint(page), "乙户") != (reads && here) || !reads && page.Counts != (FindingCounts{}) {
					w.T.Errorf("%s is shown %+v", who, page)
				}
				d, err := w.s.Household(w.ctx, actor, order, rich)
				kind := errs.Forbidden
				if reads {
					kind = errs.NotFound
				}
				if !is(err, reads && here, kind) || d.MayHandle != (reads && handles && here) || d.MayIssue && !allows("case.verify", role, level) || err != nil && (d.Name != "" || len(d.Content.Lines) > 0) {
					w.T.Errorf("%s opens it: %+v %v", who, d.HouseholdFinding, err)
				}
				// The county's order itself is seen by who sees the county, and its reports by who sees the household.
				list, err := w.s.OfOrder(w.ctx, actor, order)
				if !is(err, reads && here && level <= access.County, kind) || err == nil && len(list) != 1 {
					w.T.Errorf("%s lists reports: %d %v", who, len(list), err)
				}
				html, err := w.s.Print(w.ctx, actor, report)
				if !is(err, reads && here, kind) || strings.Contains(string(html), "乙户") != (err == nil) {
					w.T.Errorf("%s prints: %v", who, err)
				}
				if got, err := w.s.Get(w.ctx, actor, report); !is(err, reads && here, kind) || err != nil && len(got.Versions)+len(got.Content.Lines) > 0 {
					w.T.Errorf("%s reads the report: %v", who, err)
				}
				// The duty is the town clerk's and nobody else's.
				mine, err := duties.Inbox(w.ctx, actor, task.Filter{})
				if strings.Contains(fmt.Sprintf("%+v", mine), "乙户") != (here && role == access.TownClerk && level == access.Town) {
					w.T.Errorf("%s: the inbox says %+v %v", who, mine, err)
				}
				// What was looked at stands in the history of the auditors above the household.
				lines, _, err := trail.List(w.ctx, actor, audit.Search{Object: rich.String()})
				if audits := allows("audit.read", role, level); !is(err, audits, errs.Forbidden) || (len(lines) > 0) != (audits && here) {
					w.T.Errorf("%s: %d lines of history, %v", who, len(lines), err)
				}
				if handles && here {
					continue // does it, afterwards
				}
				want := errs.Forbidden
				if handles {
					want = errs.NotFound
				}
				if _, err := w.s.Handle(w.ctx, actor, order, rich, HandleFindingInput{Text: "已核实"}); !errs.Is(err, want) {
					w.T.Errorf("%s handles it: %v", who, err)
				}
			}
		}
	}
	if seen < 8 || hidden < 100 {
		w.T.Errorf("the matrix proves nothing: %d see, %d do not", seen, hidden)
	}
	if n := w.Count(`select count(*) from verification_household where handled_at is not null`) + w.Count(`select count(*) from audit_event where action = 'verification.handle'`) +
		w.Count(`select count(*) from task where kind = $1 and closed_at is not null`, taskDiffers); n != 0 {
		w.T.Errorf("refused attempts changed %d rows", n)
	}
}
