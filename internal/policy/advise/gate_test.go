package advise

import (
	"slices"
	"testing"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

// led is a household of people of these ages that is asked from the beginning.
func led(t *testing.T, h Household, items ...string) *Advice {
	t.Helper()
	h.Led = true
	if h.Date == 0 {
		h.Date, h.Division = calendar.NewDate(2026, 11, 26), beijingStreet
	}
	a, err := Assess(guangdong(t), h, items...)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func two() Household {
	no := false
	return Household{Recognised: []Recognised{{"m1", "holds_tekun", &no}, {"m2", "holds_tekun", &no}}, Input: policy.Input{Household: map[string]any{"urban": true}, Members: []policy.Member{
		{ID: "m1", Facts: map[string]any{"birth": "1980-01-01", "relation": "02", "sex": "1"}},
		{ID: "m2", Facts: map[string]any{"birth": "1982-01-01", "relation": "12", "sex": "2"}},
	}}}
}

// asks are the people that a question may be put to now, by its key.
func (a *Advice) asks(key string) (who []string, found bool) {
	ready, _ := a.needs()
	for _, of := range []string{policy.OfHousehold, policy.OfMember} {
		if w := ready[of+"."+key]; w != nil {
			return a.inOrder(w.members), true
		}
	}
	return nil, false
}

func has(member, gate string, yes bool) GateAnswer { return GateAnswer{member, gate, &yes} }

// The opening question comes first; a no settles what stands behind it for this person, a yes asks it of them alone.
func TestOpeningQuestionsComeFirst(t *testing.T) {
	h := two()
	a := led(t, h, "disability_nursing")
	if who, ok := a.asks("has_disabled"); !ok || !slices.Equal(who, []string{"m1", "m2"}) {
		t.Fatalf("has_disabled is asked about %v (%v), want both", who, ok)
	}
	if _, ok := a.asks("disability_grade"); ok {
		t.Error("the grade is asked before anybody was asked for a certificate")
	}
	h.Gates = []GateAnswer{has("m1", "has_disabled", false), has("m2", "has_disabled", true)}
	a = led(t, h, "disability_nursing")
	if who, ok := a.asks("disability_grade"); !ok || !slices.Equal(who, []string{"m2"}) {
		t.Errorf("the grade is asked about %v (%v), want the one who has a certificate", who, ok)
	}
	if as := a.find("disability_nursing", "m1"); as == nil || as.Standing != Refused {
		t.Errorf("who has no certificate: got %+v, want refused", as)
	}
}

// "I do not know" to an opening question settles nothing and is asked no further.
func TestNotKnowingAnOpeningQuestionLeavesOpen(t *testing.T) {
	h := two()
	h.Members = h.Members[:1]
	h.Gates = []GateAnswer{{"m1", "has_disabled", nil}}
	a := led(t, h, "disability_nursing")
	if _, ok := a.asks("disability_grade"); ok {
		t.Error("the grade is asked although they do not know whether there is a certificate")
	}
	if as := a.find("disability_nursing", "m1"); as == nil || as.Standing != Open {
		t.Errorf("got %+v, want open", as)
	}
}

// A fact behind two opening questions is asked where either is answered with yes, and settled by two noes.
func TestFactsBehindTwoOpeningQuestions(t *testing.T) {
	p := guangdong(t)
	if f := p.Fact(policy.OfMember, "rigid_spending"); len(f.Behind) != 2 {
		t.Fatalf("rigid_spending stands behind %v, want two", f.Behind)
	}
	for _, c := range []struct {
		disabled, ill bool
		want          any
	}{{false, false, int64(0)}, {true, false, nil}, {false, true, nil}} {
		h := two()
		h.Members = h.Members[:1]
		h.Gates = []GateAnswer{has("m1", "has_disabled", c.disabled), has("m1", "has_illness", c.ill)}
		a := led(t, h, "dibao")
		if got := a.sitting.Value("m1", "rigid_spending"); got != c.want {
			t.Errorf("disabled %v, ill %v: got %v, want %v", c.disabled, c.ill, got, c.want)
		}
	}
}

// A household fact behind a question to each member waits for all of them.
func TestHouseholdFactsWaitForEverybody(t *testing.T) {
	h := two()
	h.Gates = []GateAnswer{has("m1", "has_schooling", false)}
	if v := led(t, h, "temporary_spending").sitting.Value("", "spend_education"); v != nil {
		t.Errorf("one of two has answered: got %v, want unknown", v)
	}
	h.Gates = append(h.Gates, has("m2", "has_schooling", false))
	if v := led(t, h, "temporary_spending").sitting.Value("", "spend_education"); v != int64(0) {
		t.Errorf("nobody is at school: got %v, want 0", v)
	}
}

// What only a recognised person can be asked waits until the recognition comes out.
func TestFactsBehindARecognitionWait(t *testing.T) {
	h := two()
	h.Members = h.Members[:1]
	if _, ok := led(t, h, "tekun_care").asks("can_eat"); ok {
		t.Error("self-care is asked before anybody knows of a recognition")
	}
	yes := true
	h.Recognised = []Recognised{{"m1", "holds_tekun", &yes}}
	if _, ok := led(t, h, "tekun_care").asks("can_eat"); !ok {
		t.Error("who is on tekun is not asked about self-care")
	}
}

// Whoever is not led through the questions is not settled by them: unknown is not zero.
func TestOnlyTheLedAreSettled(t *testing.T) {
	h := two()
	h.Date, h.Division = calendar.NewDate(2026, 11, 26), beijingStreet
	h.Gates = []GateAnswer{has("m1", "has_disabled", false), has("m2", "has_disabled", false)}
	h.Household["vehicles"] = int64(0)
	a, err := Assess(guangdong(t), h, "dibao")
	if err != nil {
		t.Fatal(err)
	}
	if a.sitting.Value("m1", "disability_grade") != nil || a.sitting.Value("", "work_vehicles") != nil {
		t.Error("a household of casework is settled by questions that nobody asked")
	}
}
