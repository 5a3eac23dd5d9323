package deptsim

import (
	"fmt"
	"maps"
	"strconv"
	"strings"
	"sync"

	"zhongfu/internal/calendar"
	"zhongfu/internal/exchange"
	"zhongfu/internal/synth"
)

// knows says what a department has about a person in one class; from is the first day of history asked for, or zero.
type knows func(p *person, from calendar.Date) []record

// knowledge is the code for classes that have to fit the household, by the class's id. A class that is not among them is made
// up from its fields, so that a new source needs none.
var knowledge = sync.OnceValue(func() map[string]knows {
	out := map[string]knows{}
	for _, part := range []map[string]knows{peopleClasses, supportClasses, moneyClasses, propertyClasses, businessClasses} {
		maps.Copy(out, part)
	}
	return out
})

func knownRecords(p *person, c *exchange.Class, from calendar.Date) ([]record, bool) {
	k, ok := knowledge()[c.ID]
	if !ok {
		return nil, false
	}
	if p.m == nil {
		return nil, true
	}
	return k(p, from), true
}

// facts are the synthetic facts by key.
var facts = sync.OnceValue(func() map[string]synth.Fact {
	out := map[string]synth.Fact{}
	for _, list := range [][]synth.Fact{synth.HouseholdFacts(), synth.MemberFacts()} {
		for _, f := range list {
			out[f.Key] = f
		}
	}
	return out
})

// fact is a number of the synthetic family, 0 where nobody would know it.
func (p *person) fact(key string) int64 {
	n, known := facts()[key].Number(p.h, p.m)
	if !known {
		return 0
	}
	return n
}

func (p *person) holds(key string) bool { return p.fact(key) != 0 }

func (p *person) code(key string) string {
	v, _ := facts()[key].Code(p.h, p.m)
	return v
}

// adultNo tells whether the person is the first, second … adult of the family: things that a family has stand in the name of
// its first one.
func (p *person) adultNo() int {
	n := 0
	for i := range p.h.Members {
		if p.h.Members[i].Birth.Age(p.day) < 18 {
			continue
		}
		n++
		if p.m == &p.h.Members[i] {
			return n
		}
	}
	return 0
}

// partner is the other one of a married couple in the family, or nil.
func (p *person) partner() *synth.Member {
	for i := range p.h.Members {
		m := &p.h.Members[i]
		pair := p.m.Relation + m.Relation
		if m != p.m && (pair == "0210" || pair == "1002" || pair == "5152" || pair == "5251") {
			return m
		}
	}
	return nil
}

// months are the first days of the so many months before this one, oldest first, that are asked for.
func (p *person) months(n int, from calendar.Date) []calendar.Date {
	var out []calendar.Date
	this := p.day.MonthStart()
	for i := n; i > 0; i-- {
		if m := this.AddMonths(-i); m >= from.MonthStart() {
			out = append(out, m)
		}
	}
	return out
}

// place is the county of the register in six digits.
func (p *person) place() string { return strconv.FormatInt(p.m.Register/1e6, 10) }

// city letters of Guangdong's number plates.
var plateLetters = map[int64]string{4401: "A", 4403: "B", 4404: "C", 4405: "D", 4406: "E", 4402: "F", 4408: "G", 4412: "H", 4407: "J",
	4409: "K", 4413: "L", 4414: "M", 4415: "N", 4416: "P", 4418: "R", 4419: "S", 4420: "T", 4451: "U", 4452: "V", 4453: "W", 4417: "Q"}

func (p *person) plate(subject string) string {
	d := p.draw("plate " + subject)
	letter := plateLetters[p.m.Register/1e8]
	if letter == "" {
		letter = "A"
	}
	return "粤" + letter + string("ABCDEFGHJKLMNPQRSTUVWXYZ"[d.n(24)]) + d.digits(4)
}

const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// creditCode makes a unified social credit code (GB 32100-2015): 92 for the self-employed, 91 for companies, 93 for
// cooperatives.
func (p *person) creditCode(kind, subject string) string {
	d := p.draw("credit " + subject)
	b := kind + p.place() + "MA"
	for len(b) < 17 {
		b += string(creditAlphabet[d.n(len(creditAlphabet))])
	}
	sum, weight := 0, 1
	for i := range 17 {
		sum += strings.IndexByte(creditAlphabet, b[i]) * weight
		weight = weight * 3 % 31
	}
	return b + string(creditAlphabet[(31-sum%31)%31])
}

func yuan(n int) fen { return fen(n) * 100 }

func round(f fen) fen { return f / 100 * 100 }

func serial(format string, d *draw, digits int) string { return fmt.Sprintf(format, d.digits(digits)) }
