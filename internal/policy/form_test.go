package policy

import "testing"

// Each application asks what its item decides by, and nothing that only another item needs.
func TestFormFacts(t *testing.T) {
	p := guangdong(t)
	of := func(item string) (asked, shown map[string]bool) {
		asked, shown = map[string]bool{}, map[string]bool{}
		for _, f := range p.FormFacts(item) {
			shown[f.Key] = true
			asked[f.Key] = f.Asked
		}
		return asked, shown
	}
	for _, c := range []struct {
		item, key    string
		asked, shown bool
	}{
		{"dibao", "income_wage", true, true},
		{"dibao", "work_vehicle_value", false, true},    // only for the few
		{"dibao", "uncounted_scholarship", false, true}, // no rule uses it; it informs
		{"dibao", "supporters", false, false},           // that is for tekun
		{"dibao", "father_status", false, false},        // and that for children
		{"tekun", "supporters", true, true},
		{"tekun", "supporters_elder", false, true},
		{"tekun", "vehicles", false, false},
		{"orphan", "mother_status", true, true},
		{"orphan", "income_wage", false, false},
		{"expenditure_hardship", "spend_medical", true, true},
		{"expenditure_hardship", "holds_tekun", true, true},
		{"expenditure_hardship", "supporters", false, true}, // by way of 特困
	} {
		asked, shown := of(c.item)
		if asked[c.key] != c.asked || shown[c.key] != c.shown {
			t.Errorf("%s, %s: asked %v shown %v, want %v %v", c.item, c.key, asked[c.key], shown[c.key], c.asked, c.shown)
		}
	}
	if p.FormFacts("nothing") != nil {
		t.Error("an item that there is not has a form")
	}
}
