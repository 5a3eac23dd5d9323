package exchange

import (
	"cmp"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

var stringsType = reflect.TypeFor[[]string]()

// Why an answer gives no value. Package verification adds its own words for answers that never came (down, late, withdrawn …).
const (
	NotAsked   = "not_asked"   // nobody asked this class about this person
	CannotTell = "cannot_tell" // the source answered that it does not know
	Silent     = "silent"      // the source answered, but its records say nothing about the fact
	Faulty     = "faulty"      // the mapping failed on the records, or gave a value that the fact cannot have
	NoAnswer   = "no_answer"   // asked, and nothing came
)

// Person is one of those whom an order asks about.
type Person struct {
	Key       string // the caller's own name for the person, unique in the order
	Household bool   // lives in the household and counts in its facts; a legal supporter does not
	PersonFacts
}

// Given is what came back about one person and class: an answer, or why there is none.
type Given struct {
	Person string
	Class  string
	Answer *Typed // nil: no answer
	Why    string // why there is none; empty means NoAnswer
}

// Origin is one answer's part in a fact.
type Origin struct {
	Person string        `json:"person"`
	Class  string        `json:"class"`
	Source string        `json:"source"`
	AsOf   calendar.Date `json:"as_of,omitzero"`
	Why    string        `json:"why,omitempty"` // in Missing: why it gives nothing
}

// Value is a fact as the sources tell it.
type Value struct {
	Known   bool          `json:"known"`
	Value   any           `json:"value,omitempty"`    // int64, bool or string, as case files store it; nil when unknown
	AsOf    calendar.Date `json:"as_of,omitzero"`     // of the oldest data it stands on
	From    []Origin      `json:"from,omitempty"`     // answers that gave a part
	Missing []Origin      `json:"missing,omitempty"`  // answers that are wanting
	AtLeast any           `json:"at_least,omitempty"` // an unknown sum or count: what the answers that came add up to. For the eye only: never the fact
}

// Combined are the facts of a household, by key.
type Combined struct {
	Household map[string]Value            `json:"household"`
	Members   map[string]map[string]Value `json:"members"` // by person, legal supporters among them
}

// Combine builds the facts of a household from the answers about its members, in whatever order they come. It gives every fact
// that a class asked about anybody feeds. A value needs the answer of every class that feeds the fact, about every member for a
// household fact: one that is missing or tells nothing makes it unknown and is named; only Any is true as soon as one is true.
// None counts as zero. An error is a mistake of the caller: a class or person that is not there, or two answers for one question.
func (c *Catalogue) Combine(day calendar.Date, people []Person, given []Given) (Combined, error) {
	k := &combiner{c: c, day: day, parts: map[[2]string]map[string]part{}, asOf: map[[2]string]calendar.Date{}, why: map[[2]string]string{}, asked: map[string]bool{}}
	people = slices.Clone(people)
	slices.SortFunc(people, func(a, b Person) int { return strings.Compare(a.Key, b.Key) })
	byKey := map[string]Person{}
	for _, p := range people {
		if _, twice := byKey[p.Key]; twice {
			return Combined{}, fmt.Errorf("exchange: person %q stands twice in the order", p.Key)
		}
		byKey[p.Key] = p
	}
	for _, g := range given {
		p, ok := byKey[g.Person]
		if !ok {
			return Combined{}, fmt.Errorf("exchange: an answer about somebody who is not in the order")
		}
		if err := k.take(p, g); err != nil {
			return Combined{}, err
		}
	}
	out := Combined{Household: map[string]Value{}, Members: map[string]map[string]Value{}}
	for _, p := range people {
		out.Members[p.Key] = map[string]Value{}
		for _, fact := range k.fed(policy.OfMember) {
			if v, ok := k.value(policy.OfMember, fact, []Person{p}); ok {
				out.Members[p.Key][fact] = v
			}
		}
	}
	members := slices.DeleteFunc(people, func(p Person) bool { return !p.Household })
	for _, fact := range k.fed(policy.OfHousehold) {
		if v, ok := k.value(policy.OfHousehold, fact, members); ok {
			out.Household[fact] = v
		}
	}
	return out, nil
}

type combiner struct {
	c     *Catalogue
	day   calendar.Date
	parts map[[2]string]map[string]part // by person and class
	asOf  map[[2]string]calendar.Date
	why   map[[2]string]string
	asked map[string]bool // classes
}

func (k *combiner) take(p Person, g Given) error {
	at := [2]string{g.Person, g.Class}
	if k.c.classes[g.Class].class == nil {
		return fmt.Errorf("exchange: no class %q", g.Class)
	}
	if _, twice := k.why[at]; twice {
		return fmt.Errorf("exchange: two answers of class %s about one person", g.Class)
	}
	k.asked[g.Class] = true
	k.why[at] = cmp.Or(g.Why, NoAnswer)
	if g.Answer == nil {
		return nil
	}
	parts, err := k.c.parts(g.Class, p.PersonFacts, k.day, *g.Answer)
	if err != nil {
		return err
	}
	k.parts[at], k.asOf[at] = parts, g.Answer.AsOf
	return nil
}

// fed lists the facts that the classes asked feed, sorted.
func (k *combiner) fed(of string) []string {
	var out []string
	for class := range k.asked {
		for _, m := range k.c.classes[class].class.Facts {
			if m.Of == of && !slices.Contains(out, m.Fact) {
				out = append(out, m.Fact)
			}
		}
	}
	slices.Sort(out)
	return out
}

// value gathers a fact over all classes that feed it and the people given; false where it concerns none of them.
func (k *combiner) value(of, fact string, people []Person) (Value, bool) {
	key := of + "." + fact
	v, combine := Value{}, ""
	var known []any
	concerned := false
	for _, class := range k.c.ClassesFor(key) {
		source := k.c.classes[class.ID].source.ID
		for i := range class.Facts {
			if m := &class.Facts[i]; m.Of == of && m.Fact == fact {
				combine = m.Combine
			}
		}
		for _, p := range people {
			at := [2]string{p.Key, class.ID}
			o := Origin{Person: p.Key, Class: class.ID, Source: source, AsOf: k.asOf[at]}
			part, answered := k.parts[at][key]
			why, asked := k.why[at]
			switch {
			case answered && part.why == "":
				known = append(known, part.value)
				v.From = append(v.From, o)
			case answered:
				o.Why = part.why
				v.Missing = append(v.Missing, o)
			case asked:
				o.Why = why
				v.Missing = append(v.Missing, o)
			case k.c.Applies(class.ID, p.PersonFacts, k.day):
				o.Why = NotAsked
				v.Missing = append(v.Missing, o)
			default:
				continue
			}
			concerned = true
		}
	}
	if !concerned {
		return Value{}, false
	}
	for _, o := range v.From {
		if v.AsOf == 0 || o.AsOf < v.AsOf {
			v.AsOf = o.AsOf
		}
	}
	f := k.c.facts[key]
	total, ok := fold(combine, known)
	if ok && total != nil {
		if _, err := f.Value(total); err != nil {
			ok = false
		}
	}
	switch {
	case !ok: // together they make a value that the fact cannot have
		for _, o := range v.From {
			o.Why = Faulty
			v.Missing = append(v.Missing, o)
		}
		v.From = nil
	case len(v.Missing) == 0 || combine == Any && total == true:
		v.Known, v.Value = true, total
	case combine != Any && combine != "":
		v.AtLeast = total
	}
	return v, true
}

// fold makes one value of many; the order does not matter. False: they make none.
func fold(combine string, known []any) (any, bool) {
	if len(known) == 0 {
		return nil, true
	}
	switch combine {
	case Any:
		return slices.Contains(known, any(true)), true
	case Distinct:
		seen := map[string]bool{}
		for _, v := range known {
			for _, key := range v.([]string) {
				seen[key] = true
			}
		}
		return int64(len(seen)), true
	case Sum, Max:
		total := int64(0)
		for i, v := range known {
			n, ok := v.(int64)
			if !ok {
				return nil, false
			}
			switch {
			case combine == Max && (i == 0 || n > total):
				total = n
			case combine == Sum && (n > 0 && total > math.MaxInt64-n || n < 0 && total < math.MinInt64-n):
				return nil, false
			case combine == Sum:
				total += n
			}
		}
		return total, true
	}
	return known[0], len(known) == 1
}
