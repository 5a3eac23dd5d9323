package report

import (
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/casefixture"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/verification"
)

// settled is a family on dibao whose decision stood on these facts.
func (w *world) settled(name string, household map[string]any) casefixture.File {
	f := w.CaseOf(casefixture.Village, "dibao", w.Grown(name))
	in := policy.Input{Date: calendar.NewDate(2026, 5, 4), Division: casefixture.Village, Household: household,
		Members: []policy.Member{{ID: f.Members[0].ID.String(), Facts: map[string]any{"birth": "1970-05-01", "relation": "02", "income_wage": int64(0)}}}}
	w.Decide(f, "confirmed", 100000, nil)
	w.Exec(`update case_decision set facts = $2 where case_id = $1`, f.ID, in)
	w.authorise(f.Members...)
	return f
}

// A batch tells household by household who differs and whom nobody answered about; the towns get a duty for those that differ,
// once, and close it with what they found.
func TestBatchSummary(t *testing.T) {
	w := newWorld(t)
	poor := w.settled("甲户", map[string]any{"financial_assets": int64(0), "dwellings": int64(0), "vehicles": int64(0), "urban": true})
	rich := w.settled("乙户", map[string]any{"financial_assets": int64(0), "dwellings": int64(0), "vehicles": int64(0), "urban": true})
	mute := w.settled("丙户", map[string]any{"financial_assets": int64(0), "dwellings": int64(0), "vehicles": int64(0), "urban": true})
	order := uuid.New()
	err := w.DB.InTx(w.ctx, officer, func(tx pgx.Tx) error {
		return w.s.orders.OrderIn(w.ctx, tx, officer, verification.OrderInput{ID: order, Kind: "batch", Title: "半年复核", Place: casefixture.Yuexiu, Purpose: "social_assistance",
			Batch: verification.BatchSelection{Categories: []string{"dibao"}}, Priority: 3, Classes: []string{"deposit", "vehicle", "real_estate"}})
	})
	if err != nil {
		t.Fatal(err)
	}
	w.answered(order, &poor.Household, poor.Members, "member", nil)
	w.answered(order, &rich.Household, rich.Members, "member", map[string]reply{
		"vehicle": {records: []map[string]any{{"plate": "粤A1", "kind": "car", "state": "normal", "registered_on": "2026-08-01"}}}})
	w.answered(order, &mute.Household, mute.Members, "member", map[string]reply{"deposit": {silent: "来源没有按时答复"}})
	for range 2 {
		if err := w.s.Summarise(w.ctx, order); err != nil {
			t.Fatal(err)
		}
	}
	if n := w.Count(`select count(*) from task where kind = $1 and closed_at is null`, taskDiffers); n != 1 {
		t.Errorf("%d duties", n)
	}
	for only, want := range map[string]string{"": "甲户乙户丙户", "differs": "乙户", "silent": "丙户", "unhandled": "乙户"} {
		page, err := w.s.Households(w.ctx, officer, order, FindingFilter{Only: only})
		if err != nil || len(page.Households) != len([]rune(want))/2 {
			t.Errorf("%s: %+v %v", only, page.Households, err)
			continue
		}
		if only != "" && page.Households[0].Name != want {
			t.Errorf("%s: %s", only, page.Households[0].Name)
		}
	}
	first, err := w.s.Households(w.ctx, officer, order, FindingFilter{Limit: 2})
	if err != nil || first.Next == "" || first.Counts.All != 3 || first.Counts.Differs != 1 {
		t.Fatalf("%+v %v", first, err)
	}
	if rest, err := w.s.Households(w.ctx, officer, order, FindingFilter{Limit: 2, After: first.Next}); err != nil || len(rest.Households) != 1 || rest.Next != "" {
		t.Errorf("%+v %v", rest, err)
	}
	// The town sees its households though the order is the county's.
	if d, err := w.s.Household(w.ctx, clerk, order, rich.Household); err != nil || !d.MayHandle || d.Content.Conclusion == Fits || d.Content.line(nil, "vehicles").Result != Higher {
		t.Errorf("%+v %v", d, err)
	}
	r, err := w.s.IssueForHousehold(w.ctx, officer, order, rich.Household, IssueInput{ID: uuid.New()})
	if err != nil || r.CaseID != nil || r.Content.CaseNumber == "" {
		t.Errorf("%+v %v", r, err)
	}
	w.Exec(`update verification_household set division = $2, differs = 1 where household_id = $1`, mute.Household, casefixture.Village2)
	w.batchMatrix(order, rich.Household, r.ID)
	if _, err := w.s.Handle(w.ctx, clerk, order, rich.Household, HandleFindingInput{}); fieldOf(err) != "text" {
		t.Error(err)
	}
	if d, err := w.s.Handle(w.ctx, clerk, order, rich.Household, HandleFindingInput{Text: "已通知申报变更。"}); err != nil || d.HandledAt == nil {
		t.Errorf("%+v %v", d, err)
	}
	if n := w.Count(`select count(*) from task where kind = $1 and closed_at is null`, taskDiffers); n != 0 {
		t.Errorf("%d duties are left", n)
	}
	if _, err := w.s.Object(w.ctx, clerk, r.ID, DisputeInput{ID: uuid.New()}); !errs.Is(err, errs.Conflict) {
		t.Errorf("objection to a batch's report: %v", err)
	}
}
