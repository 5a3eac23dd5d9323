package casework_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/casework"
	"zhongfu/internal/errs"
)

func find(a casework.CaseAdvice, item string) *casework.AdviceItem {
	i := slices.IndexFunc(a.Items, func(x casework.AdviceItem) bool { return x.Item == item })
	if i < 0 {
		return nil
	}
	return &a.Items[i]
}

// The case's own item says what its page says, and every figure ends in facts with their sources.
func TestAdviceOfACase(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	c := w.verify(w.accept(w.submit(application())))
	got, err := w.Advice(w.ctx, clerk, c.ID)
	if err != nil {
		t.Fatal(err)
	}
	page := w.page(clerk, c.ID)
	d := find(got, "dibao")
	if d == nil || d.Standing != page.Result.Outcome || d.AmountFen == nil || *d.AmountFen != *page.Result.AmountFen {
		t.Fatalf("dibao: advice %+v, page %s %v", d, page.Result.Outcome, page.Result.AmountFen)
	}
	detail, err := w.AdviceDetail(w.ctx, clerk, c.ID, "dibao", uuid.Nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(detail.Figures) == 0 || len(detail.Movements) == 0 || detail.Difference != nil {
		t.Errorf("figures %d, movements %v, difference %v", len(detail.Figures), detail.Movements, detail.Difference)
	}
	for _, s := range detail.Sources {
		switch {
		case s.Fact == "vehicles" && (s.Kind != "verified" || !strings.HasPrefix(s.Source, "公安车辆") || s.At == ""):
			t.Errorf("the vehicles were answered by the police: %+v", s)
		case s.Fact == "income_wage" && (s.Kind != "declared" || s.ByName == ""):
			t.Errorf("the wage was declared: %+v", s)
		case s.Fact == "birth" && s.Kind != "identity":
			t.Errorf("the birth stands on the identity card: %+v", s)
		}
	}
}

// An income too high: the threshold is told to the fen, and nothing absurd is.
func TestAdviceTellsWhatWouldHaveToDiffer(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	in := application()
	in.Members[0].Facts["income_wage"] = 900_000
	c := w.submit(in)
	detail, err := w.AdviceDetail(w.ctx, head, c.ID, "dibao", uuid.Nil)
	if err != nil || detail.Difference == nil || len(detail.Difference.Rules) == 0 {
		t.Fatalf("got %+v, %v", detail.Difference, err)
	}
	all := strings.Join(detail.Difference.Alone, "；")
	for _, r := range detail.Difference.Rules {
		all += strings.Join(r.Ways, "；")
	}
	if !strings.Contains(all, "林秀英的工资性收入为 ") || strings.Contains(all, "服刑") || strings.Contains(all, "出生") {
		t.Errorf("ways: %s", all)
	}
}

func TestAdviceNamesWhoCanSupplyWhatIsMissing(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	in := application()
	delete(in.Facts, "vehicles")
	c := w.submit(in)
	got, err := w.Advice(w.ctx, clerk, c.ID)
	if err != nil {
		t.Fatal(err)
	}
	d := find(got, "dibao")
	i := slices.IndexFunc(d.Lacking, func(l casework.LackingFact) bool { return l.Label == "机动车辆数" })
	if d.Standing != "open" || i < 0 || !strings.Contains(d.Lacking[i].Supplier, "公安") {
		t.Errorf("got %s, lacking %+v", d.Standing, d.Lacking)
	}
}

// Who may not read the case learns nothing from its advice, not even that it exists; the window that only took it in neither.
func TestAdviceKeepsToTheScope(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	c := w.submit(application())
	for _, a := range []access.Actor{farClerk, farHead, farChecker} {
		if _, err := w.Advice(w.ctx, a, c.ID); !errs.Is(err, errs.NotFound) {
			t.Errorf("%s: advice gives %v", a.Name, err)
		}
		if _, err := w.AdviceDetail(w.ctx, a, c.ID, "dibao", uuid.Nil); !errs.Is(err, errs.NotFound) {
			t.Errorf("%s: detail gives %v", a.Name, err)
		}
	}
	for _, a := range []access.Actor{admin, desk} {
		if _, err := w.Advice(w.ctx, a, c.ID); !errs.Is(err, errs.Forbidden) {
			t.Errorf("%s: advice gives %v", a.Name, err)
		}
	}
	forwarded, err := w.Submit(w.ctx, farClerk, application())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Advice(w.ctx, farClerk, forwarded.ID); !errs.Is(err, errs.NotFound) {
		t.Errorf("the window that took it in: %v", err)
	}
}

// A draft is weighed before it is handed in, and the same application is taken whatever came out.
func TestPrecheckNeverBlocks(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	in := application()
	in.Members[0].Facts["income_wage"] = 900_000
	birth := bornIn(1984)
	pre := casework.PrecheckInput{Item: in.Item, Division: in.Division, Urban: in.Urban, Facts: in.Facts,
		Members: []casework.PrecheckMember{{Name: "林秀英", Relation: "02", Birth: &birth, Sex: 2, Facts: in.Members[0].Facts}}}
	got, err := w.Precheck(w.ctx, assistant, pre)
	if err != nil {
		t.Fatal(err)
	}
	if got.Result.Outcome != "ineligible" {
		t.Errorf("got %s, want ineligible", got.Result.Outcome)
	}
	w.submit(in)
	pre.Members[0].Facts = casework.Facts{"income_wage": -1}
	if _, err := w.Precheck(w.ctx, clerk, pre); !errs.Is(err, errs.Invalid) {
		t.Errorf("a negative wage: %v", err)
	}
	if _, err := w.Precheck(w.ctx, finance, pre); !errs.Is(err, errs.Forbidden) {
		t.Errorf("who takes no applications: %v", err)
	}
}
