package rulebook_test

import (
	"context"
	"testing"

	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/rulebook"
)

var october = calendar.NewDate(2026, 10, 1)

func prices(rise, food string) rulebook.PriceInput {
	return rulebook.PriceInput{ID: id(), Month: october, Rise: rise, Food: food, Document: "统计局2026年10月", Title: "居民消费价格主要数据"}
}

// A month's rises count for that month alone, for the pack's groups, with the standard of each place.
func TestPricesTriggerTheLinkage(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	o.holds(t, "dibao", yuexiu, true, 4)
	o.holds(t, "tekun", yuexiu, true, 2)
	o.holds(t, "dibao_marginal", yuexiu, true, 3) // not a group of the linkage
	quiet, err := o.LinkageOf(ctx, guangzhou, 0, october)
	if err != nil || quiet.Triggered || quiet.Entered || quiet.TotalFen != 0 {
		t.Fatalf("before anything is entered: %+v, %v", quiet, err)
	}
	c, err := o.EnterPrices(ctx, guangzhou, prices("3.5", "2.1"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.ApproveChange(ctx, second, c.ID, 6); err != nil {
		t.Fatal(err)
	}
	l, err := o.LinkageOf(ctx, guangzhou, 0, october)
	if err != nil || !l.Triggered || !l.Entered || l.People != 6 {
		t.Fatalf("%+v, %v", l, err)
	}
	// 1282 × 3.5% = 44.87 yuan a head, six people.
	if len(l.Areas) != 1 || l.Areas[0].UrbanFen != 4487 || l.TotalFen != 6*4487 {
		t.Errorf("areas %+v, total %d", l.Areas, l.TotalFen)
	}
	groups := map[string]bool{}
	for _, g := range l.Groups {
		groups[g.Fact] = true
	}
	for _, want := range []string{"holds_dibao", "holds_tekun", "holds_orphan", "unemployment_benefit"} {
		if !groups[want] {
			t.Errorf("%s is no group: %v", want, l.Groups)
		}
	}
	if groups["holds_dibao_marginal"] {
		t.Error("marginal households are paid")
	}
	if next, err := o.LinkageOf(ctx, guangzhou, 0, october.AddMonths(1)); err != nil || next.Triggered || next.Entered {
		t.Errorf("November has October's rises: %+v, %v", next, err)
	}
	if other, err := o.LinkageOf(ctx, shenzhen, 0, october); err != nil || other.Entered {
		t.Errorf("Shenzhen has Guangzhou's: %v", err)
	}
}

func TestPricesAreChecked(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	for _, c := range []struct{ rise, food string }{{"", "1"}, {"3.555", "1"}, {"101", "1"}, {"abc", "1"}, {"1", "-"}, {"1e1", "1"}, {"3.", "1"}} {
		if _, err := o.EnterPrices(ctx, guangzhou, prices(c.rise, c.food)); !errs.Is(err, errs.Invalid) {
			t.Errorf("%v: %v", c, err)
		}
	}
	late := prices("1", "1")
	late.Month = october.AddMonths(2)
	if _, err := o.EnterPrices(ctx, guangzhou, late); !errs.Is(err, errs.Invalid) {
		t.Errorf("a month to come: %v", err)
	}
	if _, err := o.EnterPrices(ctx, clerk, prices("1", "1")); !errs.Is(err, errs.Forbidden) {
		t.Errorf("a clerk: %v", err)
	}
	c, err := o.EnterPrices(ctx, guangzhou, prices("-0.30", "6"))
	if err != nil || c.Lines[0].Value != "0" || c.Lines[1].Value != "0.0600" || c.Note == "" {
		t.Errorf("falling prices: %+v, %v", c.Lines, err)
	}
	if _, err := o.EnterPrices(ctx, second, prices("1", "1")); !errs.Is(err, errs.Conflict) {
		t.Errorf("entered twice: %v", err)
	}
	if _, err := o.LinkageOf(ctx, guangzhou, 440300000000, october); !errs.Is(err, errs.NotFound) {
		t.Errorf("another city's: %v", err)
	}
}
