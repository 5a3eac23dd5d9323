package advise

import (
	"slices"

	"zhongfu/internal/policy"
)

// Question is one fact to be asked, of the household or of several members at once.
type Question struct {
	Fact    *policy.Fact
	Members []string // Member.ID of those it is asked about; empty for the household
	Waiting int      // items that wait for it
}

// Screen is what is asked together: one question, or several short ones that belong together.
type Screen struct {
	Topic     string // section of the catalogue
	Questions []Question
}

// Next is the screen to show now; nil when nothing that could be asked matters any more. Recognitions come first and
// once; then topic after topic, each in the order of the catalogue, so that nobody is jumped about. The topic that is
// begun is finished; a new one is the one whose facts the nearly settled items wait for.
func (a *Advice) Next() *Screen {
	screens := a.Screens()
	if len(screens) == 0 {
		return nil
	}
	return &screens[0]
}

// Screens are the screens that would be shown on what is known now, in order. Each answer makes some of them needless,
// so their number is the most that can still come of the known residual.
func (a *Advice) Screens() []Screen {
	need := a.needs()
	var topics []topic
	for _, f := range a.sitting.Pack().Facts() {
		w := need[f.Of+"."+f.Key]
		if w == nil {
			continue
		}
		fact := f
		q := Question{Fact: &fact, Members: a.inOrder(w.members), Waiting: w.items}
		i := slices.IndexFunc(topics, func(t topic) bool { return t.name == topicOf(&f) })
		if i < 0 {
			topics = append(topics, topic{name: topicOf(&f), status: f.OutcomeOf != "", begun: a.begun(topicOf(&f))})
			i = len(topics) - 1
		}
		topics[i].questions = append(topics[i].questions, q)
		topics[i].weight = max(topics[i].weight, w.weight)
	}
	slices.SortStableFunc(topics, compareTopics)
	var out []Screen
	for _, t := range topics {
		out = append(out, t.screens()...)
	}
	return out
}

type topic struct {
	name      string
	status    bool
	begun     bool
	weight    float64
	questions []Question
}

func topicOf(f *policy.Fact) string {
	if f.OutcomeOf != "" {
		return "已有的认定"
	}
	return f.Section
}

func compareTopics(x, y topic) int {
	for _, better := range []func(t topic) bool{func(t topic) bool { return t.status }, func(t topic) bool { return t.begun }} {
		if better(x) != better(y) {
			if better(x) {
				return -1
			}
			return 1
		}
	}
	switch {
	case x.weight > y.weight:
		return -1
	case x.weight < y.weight:
		return 1
	}
	return 0
}

// screens puts the facts that the catalogue asks together on one screen.
func (t topic) screens() []Screen {
	var out []Screen
	at := map[string]int{}
	for _, q := range t.questions {
		if g := q.Fact.Together; g != "" {
			if i, ok := at[g]; ok {
				out[i].Questions = append(out[i].Questions, q)
				continue
			}
			at[g] = len(out)
		}
		out = append(out, Screen{Topic: t.name, Questions: []Question{q}})
	}
	return out
}

// waiting is who and what waits for one fact.
type waiting struct {
	members map[string]bool
	items   int
	weight  float64 // an item that waits for this alone counts 1, one that waits for ten facts a tenth
}

// needs are the facts that open items wait for and that may still be asked.
func (a *Advice) needs() map[string]*waiting {
	out := map[string]*waiting{}
	asked := a.asked()
	pack := a.sitting.Pack()
	for _, as := range a.Items {
		if as.Standing != Open {
			continue
		}
		seen := map[string]bool{}
		for _, m := range as.Result.Missing {
			f := pack.Fact(ofMember(m.Member), m.Fact)
			if f == nil || f.Question == "" || asked[m.Member+"."+m.Fact] || m.Member != "" && a.out[m.Member] {
				continue
			}
			key := f.Of + "." + f.Key
			w := out[key]
			if w == nil {
				w = &waiting{members: map[string]bool{}}
				out[key] = w
			}
			if m.Member != "" {
				w.members[m.Member] = true
			}
			if !seen[key] {
				seen[key] = true
				w.items++
				w.weight += 1 / float64(len(as.Result.Missing))
			}
		}
	}
	return out
}

// asked are the facts that were put to the household, whatever it said.
func (a *Advice) asked() map[string]bool {
	out := map[string]bool{}
	for k := range a.house.Household {
		out["."+k] = true
	}
	for _, m := range a.house.Members {
		for k := range m.Facts {
			out[m.ID+"."+k] = true
		}
	}
	for _, r := range a.house.Recognised {
		out[r.Member+"."+r.Fact] = true
	}
	return out
}

// begun tells whether a question of the topic was answered already. What the roster gives (age, relation) begins nothing.
func (a *Advice) begun(name string) bool {
	pack := a.sitting.Pack()
	is := func(of string, facts map[string]any) bool {
		for k := range facts {
			if f := pack.Fact(of, k); f != nil && f.Question != "" && topicOf(f) == name {
				return true
			}
		}
		return false
	}
	return is(policy.OfHousehold, a.house.Household) ||
		slices.ContainsFunc(a.house.Members, func(m policy.Member) bool { return is(policy.OfMember, m.Facts) })
}

func (a *Advice) inOrder(ids map[string]bool) []string {
	var out []string
	for _, m := range a.house.Members {
		if ids[m.ID] {
			out = append(out, m.ID)
		}
	}
	return out
}
