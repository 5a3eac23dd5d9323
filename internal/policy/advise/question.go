package advise

import (
	"cmp"
	"slices"
	"strings"

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
// once, then opening questions; then topic after topic, each in the order of the catalogue, so that nobody is jumped
// about. The topic that is begun is finished; a new one is the one that most items wait for, for as much as it asks.
func (a *Advice) Next() *Screen {
	screens := a.Screens()
	if len(screens) == 0 {
		return nil
	}
	return &screens[0]
}

// Screens are the screens that would be shown on what is known now, in order. Each answer makes some of them needless,
// so their number is the most that can still come of the known residual: what stands behind an opening question that was
// not put yet counts as if it were answered with yes.
func (a *Advice) Screens() []Screen {
	ready, later := a.needs()
	if len(ready) == 0 {
		return nil // what is left waits for what nobody here knows
	}
	out := gather(a.draw(ready))
	seen := map[string]bool{}
	for _, s := range out {
		for _, q := range s.Questions {
			seen[groupOf(q.Fact)] = true
		}
	}
	more := slices.DeleteFunc(a.draw(later), func(s page) bool { return seen[s.name] })
	out = append(out, gather(more)...)
	screens := make([]Screen, len(out))
	for i, s := range out {
		screens[i] = s.Screen
	}
	return screens
}

// page is a screen with what decides its place.
type page struct {
	Screen
	name string
	rank int     // the place of its kind: see ranks
	gain float64 // what its topic settles for what it asks
	at   int     // of its topic, in the catalogue
}

// The ranks of screens: what was recognised already, opening questions, a topic that is begun, the rest.
const (
	rankStatus = iota
	rankGate
	rankBegun
	rankFact
)

// draw puts questions on screens: one each, but those that the catalogue asks together on one.
func (a *Advice) draw(need map[string]*waiting) []page {
	var out []page
	items, at := map[string]int{}, map[string]int{} // by topic
	for i, f := range a.catalogue() {
		w := need[f.Of+"."+f.Key]
		if w == nil {
			continue
		}
		topic, name := topicOf(f), groupOf(f)
		if _, ok := at[topic]; !ok {
			at[topic] = i
		}
		items[topic] = max(items[topic], w.items)
		q := Question{Fact: f, Members: a.inOrder(w.members), Waiting: w.items}
		if k := slices.IndexFunc(out, func(s page) bool { return s.name == name }); k >= 0 {
			out[k].Questions, out[k].rank = append(out[k].Questions, q), min(out[k].rank, a.rank(f))
			continue
		}
		out = append(out, page{Screen: Screen{Topic: topic, Questions: []Question{q}}, name: name, rank: a.rank(f)})
	}
	gain := map[string]float64{}
	for _, p := range out {
		gain[p.Topic] = max(gain[p.Topic], float64(items[p.Topic])/float64(p.fields()))
	}
	for i := range out {
		out[i].gain, out[i].at = gain[out[i].Topic], at[out[i].Topic]
	}
	slices.SortStableFunc(out, func(x, y page) int {
		return cmp.Or(cmp.Compare(x.rank, y.rank), cmp.Compare(y.gain, x.gain), cmp.Compare(x.at, y.at))
	})
	return out
}

// What stands on a screen at most when small ones are joined.
const (
	mostFields = 10
	mostTopics = 4
)

// gather puts small screens of one kind on one, in their order. What was recognised already stays alone: it settles most.
func gather(pages []page) []page {
	var out []page
	for _, p := range pages {
		if n := len(out) - 1; n >= 0 && out[n].takes(p) {
			out[n].Questions = append(out[n].Questions, p.Questions...)
			out[n].Topic = strings.Join(out[n].topics(p), "、")
			continue
		}
		out = append(out, p)
	}
	return out
}

func (p page) takes(next page) bool {
	return p.rank != rankStatus && next.rank != rankStatus && (p.rank == rankGate) == (next.rank == rankGate) &&
		p.fields()+next.fields() <= mostFields && len(p.topics(next)) <= mostTopics
}

// topics are what the page and the next one are about.
func (p page) topics(next page) []string {
	out := strings.Split(p.Topic, "、")
	if !slices.Contains(out, next.Topic) {
		out = append(out, next.Topic)
	}
	return out
}

// fields are what has to be filled in: a yes or no about several people is one list to tick.
func (p page) fields() int {
	n := 0
	for _, q := range p.Questions {
		if q.Fact.Type == policy.Bool {
			n++
			continue
		}
		n += max(1, len(q.Members))
	}
	return n
}

// groupOf names the screen on which a fact is asked.
func groupOf(f *policy.Fact) string {
	if f.Together != "" {
		return f.Together
	}
	return f.Of + "." + f.Key
}

// catalogue is all that can be asked: opening questions, then facts.
func (a *Advice) catalogue() []*policy.Fact {
	pack := a.sitting.Pack()
	var out []*policy.Fact
	for _, g := range pack.Gates() {
		out = append(out, g.AsFact())
	}
	for _, f := range pack.Facts() {
		out = append(out, &f)
	}
	return out
}

func (a *Advice) rank(f *policy.Fact) int {
	switch {
	case f.OutcomeOf != "":
		return rankStatus
	case a.sitting.Pack().Gate(f.Key) != nil:
		return rankGate
	case a.begun(topicOf(f)):
		return rankBegun
	}
	return rankFact
}

func topicOf(f *policy.Fact) string {
	if f.OutcomeOf != "" {
		return "已有的认定"
	}
	return f.Section
}

// waiting is who and what waits for one question.
type waiting struct {
	members map[string]bool
	items   int
}

// needs are the questions that open items wait for and that may be asked now, and those that may come of them.
func (a *Advice) needs() (ready, later map[string]*waiting) {
	ready, later = map[string]*waiting{}, map[string]*waiting{}
	asked := a.asked()
	pack := a.sitting.Pack()
	d := doors{pack: pack, house: &a.house, in: a.in, out: a.out, sitting: a.sitting}
	for _, as := range a.Items {
		if as.Standing != Open {
			continue
		}
		seen := map[string]bool{} // each question counts once for an item
		need := func(in map[string]*waiting, q asking) {
			key := q.fact.Of + "." + q.fact.Key
			w := in[key]
			if w == nil {
				w = &waiting{members: map[string]bool{}}
				in[key] = w
			}
			if q.member != "" {
				w.members[q.member] = true
			}
			if !seen[key] {
				seen[key] = true
				w.items++
			}
		}
		for _, m := range as.Result.Missing {
			f := pack.Fact(ofMember(m.Member), m.Fact)
			if f == nil || f.Question == "" || asked[m.Member+"."+m.Fact] || m.Member != "" && a.out[m.Member] {
				continue
			}
			state, first := d.state(f, m.Member)
			switch {
			case state == ajar || state == shut:
			case state == open:
				need(ready, asking{f, m.Member})
			default:
				need(later, asking{f, m.Member})
				for _, q := range first {
					need(ready, q)
				}
			}
		}
	}
	return ready, later
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
