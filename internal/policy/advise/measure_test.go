package advise

import (
	"slices"
	"strconv"
	"testing"

	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/policy"
	"zhongfu/internal/synth"
)

// measured is how many households of the synthetic population are led through the self-check.
const measured = 12

// How much a family is asked: screens against the facts that the catalogue has for a household of its size. The figures
// are printed; the bounds say that most facts are never asked and nobody is asked forever.
func TestFamiliesAreAskedLittle(t *testing.T) {
	p := guangdong(t)
	var h, m int
	for _, f := range p.Facts() {
		if f.Of == policy.OfHousehold {
			h++
		} else {
			m++
		}
	}
	var screens, answers, facts, settled, instances, most int
	for i, in := range synthetic(t, measured) {
		got := lead(t, p, in)
		screens, answers = screens+got.screens, answers+got.answers
		facts += h + m*len(in.roster.Members)
		settled, instances = settled+got.settled, instances+got.instances
		most = max(most, got.screens)
		if got.screens > 12 {
			t.Errorf("household %d is asked %d screens", i, got.screens)
		}
	}
	mean := float64(screens) / measured
	t.Logf("%d households: %.1f screens on average (at most %d) of %d facts with a question; %.1f answers of %.1f facts; %.1f%% of %d items settled",
		measured, mean, most, questions(p), float64(answers)/measured, float64(facts)/measured, 100*float64(settled)/float64(instances), instances)
	if mean > 10 {
		t.Errorf("%.1f screens on average, want at most 10", mean)
	}
}

// Who names what they care about is asked much less: themes are chosen first for that.
func TestThemesCutTheQuestions(t *testing.T) {
	p := guangdong(t)
	families := synthetic(t, 4)
	mean := func(items ...string) float64 {
		n := 0
		for _, s := range families {
			n += lead(t, p, s, items...).screens
		}
		return float64(n) / float64(len(families))
	}
	all := mean()
	for theme := range policy.Themes {
		var items []string
		for _, it := range p.Items() {
			if it.Theme == theme {
				items = append(items, it.ID)
			}
		}
		if len(items) == 0 {
			continue
		}
		got := mean(items...)
		t.Logf("%s: %d items, %.1f screens on average; everything: %.1f", theme, len(items), got, all)
		if got > 0.85*all {
			t.Errorf("%s alone is asked %.1f screens of %.1f for everything", theme, got, all)
		}
	}
}

func questions(p *policy.Pack) int {
	n := 0
	for _, f := range p.Facts() {
		if f.Question != "" {
			n++
		}
	}
	return n
}

// subject is a household that answers: what it gives as its roster, and what it says when asked.
type subject struct {
	roster policy.Input
	say    map[string]any // "m1.income_wage", ".vehicles"
}

type path struct{ screens, answers, settled, instances int }

// lead takes a household through the self-check until nothing is asked any more.
func lead(t testing.TB, p *policy.Pack, s subject, items ...string) (out path) {
	h := Household{Input: s.roster, Led: true}
	h.Household = known(h.Household)
	h.Members = nil
	for _, m := range s.roster.Members { // the answers of one way through are not those of the next
		h.Members = append(h.Members, policy.Member{ID: m.ID, Facts: known(m.Facts)})
	}
	for {
		a, err := Assess(p, h, items...)
		if err != nil {
			t.Fatal(err)
		}
		screen := a.Next()
		if screen == nil {
			for _, as := range a.Items {
				out.instances++
				if as.Standing != Open {
					out.settled++
				}
			}
			return out
		}
		if out.screens++; out.screens > 200 {
			t.Fatalf("asked without end: %s", screen.Questions[0].Fact.Key)
		}
		for _, q := range screen.Questions {
			who := q.Members
			if q.Fact.Of == policy.OfHousehold {
				who = []string{""}
			}
			for _, id := range who {
				out.answers++
				s.answer(p, &h, q.Fact, id)
			}
		}
	}
}

// answer says what the household knows; of what the population does not hold, "no", "nothing" or the first choice.
func (s subject) answer(p *policy.Pack, h *Household, f *policy.Fact, id string) {
	if p.Gate(f.Key) != nil {
		yes := s.opens(p, f, id)
		h.Gates = append(h.Gates, GateAnswer{id, f.Key, &yes})
		return
	}
	if f.OutcomeOf != "" {
		no := false
		h.Recognised = append(h.Recognised, Recognised{id, f.Key, &no})
		return
	}
	v, ok := s.say[id+"."+f.Key]
	if !ok {
		switch f.Type {
		case policy.Bool:
			v = false
		case policy.Enum:
			v = f.Options[0].Code
		case policy.DateFact, policy.DivisionFact, policy.Decimal:
			v = nil
		default:
			lo, _ := f.Limits()
			v = lo
		}
	}
	put(&h.Input, id, f.Key, v)
}

// opens tells whether the household has more than nothing behind an opening question.
func (s subject) opens(p *policy.Pack, gate *policy.Fact, id string) bool {
	for _, f := range p.Facts() {
		if !slices.Contains(f.Behind, gate.Key) {
			continue
		}
		who := []string{id}
		switch {
		case f.Of == policy.OfHousehold:
			who = []string{""}
		case id == "":
			who = nil
			for _, m := range s.roster.Members {
				who = append(who, m.ID)
			}
		}
		for _, w := range who {
			if v, ok := s.say[w+"."+f.Key]; ok && v != f.Without() && v != 0 {
				return true
			}
		}
	}
	return false
}

func synthetic(t testing.TB, n int) []subject {
	rows, err := division.Parse()
	if err != nil {
		t.Fatal(err)
	}
	index, err := division.New(rows)
	if err != nil {
		t.Fatal(err)
	}
	g, err := synth.New(7, index, synth.Options{Scope: 440100000000})
	if err != nil {
		t.Fatal(err)
	}
	var out []subject
	for h := range g.Households(n) {
		s := subject{say: map[string]any{".vehicles": int64(h.Vehicles), ".dwellings": int64(h.Dwellings), ".financial_assets": int64(h.FinancialAssets)}}
		s.roster = policy.Input{Date: calendar.NewDate(2026, 11, 26), Division: h.Division, Household: map[string]any{"urban": h.Urban}}
		for i := range h.Members {
			m := &h.Members[i]
			id := "m" + strconv.Itoa(i+1)
			s.roster.Members = append(s.roster.Members, policy.Member{ID: id, Facts: map[string]any{
				"birth": m.Birth.String(), "sex": strconv.Itoa(m.Sex), "relation": broad(m.Relation)}})
			for k, v := range m.Facts() {
				s.say[id+"."+k] = v
			}
			s.say[id+".disability_type"], s.say[id+".disability_grade"] = strconv.Itoa(m.DisabilityType), strconv.Itoa(m.DisabilityGrade)
			s.say[id+".serious_illness"], s.say[id+".lives_together"] = m.SeriousIllness != "", true
			s.say[id+".employed"], s.say[id+".work_ability"] = m.Wage > 0, m.WorkAbility
			if m.Schooling != "" {
				s.say[id+".student_stage"] = m.Schooling
			}
		}
		out = append(out, s)
	}
	return out
}

func broad(relation string) string {
	if relation == "42" {
		return "41"
	}
	return relation
}
