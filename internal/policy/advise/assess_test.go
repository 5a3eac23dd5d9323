package advise

import (
	"slices"
	"testing"

	"zhongfu/internal/policy"
)

func advised(t *testing.T, in policy.Input, r []Recognised, items ...string) *Advice {
	t.Helper()
	a, err := Assess(guangdong(t), Household{Input: in, Recognised: r}, items...)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func (a *Advice) find(item, person string) *Assessment {
	for i := range a.Items {
		if a.Items[i].Item.ID == item && a.Items[i].Person == person {
			return &a.Items[i]
		}
	}
	return nil
}

// Two people with 500 yuan between them: dibao pays the difference; the marginal category is had by the same rules, and
// the two may not meet.
func TestAssessTellsAmountsAndConflicts(t *testing.T) {
	a := advised(t, family(50_000, 0), nil, "dibao", "dibao_marginal")
	d := a.find("dibao", "")
	if d == nil || d.Standing != Eligible || d.Amount() != 2*128_200-50_000 {
		t.Fatalf("dibao: got %+v", d)
	}
	if a.Items[0].Item.ID != "dibao" {
		t.Errorf("what pays most stands first: got %s", a.Items[0].Item.ID)
	}
	m := a.find("dibao_marginal", "")
	if m.Standing == Eligible && (len(m.Conflicts) != 1 || m.Conflicts[0].Item != "dibao" || m.Conflicts[0].Held) {
		t.Errorf("marginal beside dibao: got conflicts %+v", m.Conflicts)
	}
}

// Who is on dibao is not asked about dibao again, and the category stands as held.
func TestHeldItemsAreNotAsked(t *testing.T) {
	p := guangdong(t)
	if p.Fact(policy.OfHousehold, "holds_dibao") == nil {
		t.Fatal("the pack has no status fact of dibao")
	}
	yes := true
	in := family(50_000)
	in.Household, in.Members[0].Facts = map[string]any{}, map[string]any{"birth": "1980-01-01", "relation": "02"}
	a := advised(t, in, []Recognised{{Fact: "holds_dibao", Holds: &yes}}, "dibao")
	if d := a.find("dibao", ""); d.Standing != Held {
		t.Errorf("got %s, want held", d.Standing)
	}
	if s := a.Next(); s != nil {
		t.Errorf("still asks %s", s.Questions[0].Fact.Key)
	}
}

// An adult child who lives on their own is no member: nobody asks about them.
func TestMembersWhoDoNotCountAreNotAskedAbout(t *testing.T) {
	in := family(0, 0)
	in.Members[1].Facts = map[string]any{"relation": "20", "birth": "1990-01-01", "independent": true, "student_stage": "none"}
	a := advised(t, in, nil)
	for _, s := range a.Screens() {
		for _, q := range s.Questions {
			for _, m := range q.Members {
				if m == "m2" {
					t.Errorf("%s is asked about somebody who does not count", q.Fact.Key)
				}
			}
		}
	}
	if as := a.find("dibao_single", "m2"); as != nil && as.Standing == Open {
		t.Errorf("an item of somebody who does not count is open")
	}
}

// "I do not know" is an answer: it is not asked again, and the item stays open with what would tell.
func TestUnknownAnswersAreNotAskedAgain(t *testing.T) {
	in := family(50_000)
	in.Household["vehicles"] = nil
	a := advised(t, in, nil, "dibao")
	if s := a.Next(); s != nil {
		t.Errorf("asks %s again", s.Questions[0].Fact.Key)
	}
	d := a.find("dibao", "")
	if d.Standing != Open || len(d.Result.Missing) != 1 || d.Result.Missing[0].Fact != "vehicles" {
		t.Errorf("got %s, missing %v; want open for want of the vehicles", d.Standing, d.Result.Missing)
	}
}

// A household far above every line is not asked about its flats.
func TestNothingIsAskedThatCannotMatter(t *testing.T) {
	in := family(9_000_000)
	in.Household = map[string]any{"urban": true}
	a := advised(t, in, nil, "dibao", "dibao_marginal")
	if s := a.Next(); s != nil {
		t.Errorf("refused already, yet asks %s", s.Questions[0].Fact.Key)
	}
}

// Topics are not mixed: once money is begun, money is finished before the next topic.
func TestTopicsAreFinished(t *testing.T) {
	in := family(0)
	for k := range in.Members[0].Facts {
		if k != "birth" && k != "relation" && k != "income_wage" {
			delete(in.Members[0].Facts, k)
		}
	}
	in.Household = map[string]any{"urban": true}
	a := advised(t, in, nil, "dibao")
	s := a.Next()
	if s == nil {
		t.Fatal("nothing is asked")
	}
	for _, key := range []string{"income_business", "income_property", "income_transfer", "income_other"} {
		if !slices.ContainsFunc(s.Questions, func(q Question) bool { return q.Fact.Key == key }) {
			t.Errorf("%s is not on the screen %q, want the rest of the incomes", key, s.Topic)
		}
	}
}
