package report

import (
	"slices"

	"github.com/google/uuid"

	"zhongfu/internal/exchange"
	"zhongfu/internal/policy"
)

// At names a fact of a person; the zero person is the household.
type At struct {
	Person uuid.UUID
	Fact   string
}

// facts finds facts of the policy by whose they are and key; *policy.Pack is one.
type facts interface {
	Fact(of, key string) *policy.Fact
}

// compare lays the found facts beside the declared ones, the household's first, then by person in the order given, by fact in
// the order of wanted. Facts outside wanted stay out: a report says what the benefit needs and no more.
func compare(pack facts, wanted []policy.FormFact, declared map[At]any, members []ReportMember, found exchange.Combined, reason func(exchange.Origin) ReportLacking, tol ReportTolerance) []ReportLine {
	var out []ReportLine
	names := map[string]string{}
	for _, m := range members {
		names[m.PersonID.String()] = m.Name
	}
	line := func(f *policy.Fact, person *ReportMember, v exchange.Value) {
		at := At{Fact: f.Key}
		l := ReportLine{Fact: f.Key, Label: f.Label, Section: f.Section, Type: f.Type, Found: side(f, v.Known, v.Value)}
		if person != nil {
			at.Person, l.Person = person.PersonID, person.Name
			id := person.PersonID
			l.PersonID = &id
		}
		l.Found.AsOf = v.AsOf
		if !v.Known && v.AtLeast != nil && v.AtLeast != int64(0) {
			l.AtLeast = valueText(f, v.AtLeast)
		}
		if d, ok := declared[at]; ok && d != nil {
			s := side(f, true, d)
			l.Declared = &s
		}
		for _, o := range v.From {
			k := reason(o)
			l.From = append(l.From, ReportFrom{Person: names[o.Person], Source: k.Source, Class: k.Class, AsOf: o.AsOf})
		}
		for _, o := range v.Missing {
			k := reason(o)
			k.Person = names[o.Person]
			l.Missing = append(l.Missing, k)
		}
		if l.Result = result(f, l.Declared, l.Found, tol); l.Result == NotKnown && untold(v) {
			l.Result, l.Found.Text = Untold, "无记载"
		}
		out = append(out, l)
	}
	for i := range wanted {
		f := pack.Fact(wanted[i].Of, wanted[i].Key)
		if v, ok := found.Household[wanted[i].Key]; ok && f != nil && wanted[i].Of == policy.OfHousehold {
			line(f, nil, v)
		}
	}
	for i := range members {
		of := found.Members[members[i].PersonID.String()]
		for j := range wanted {
			f := pack.Fact(wanted[j].Of, wanted[j].Key)
			if v, ok := of[wanted[j].Key]; ok && f != nil && wanted[j].Of == policy.OfMember {
				line(f, &members[i], v)
			}
		}
	}
	return out
}

// untold tells whether every source has answered and none of them can tell of this fact: nobody's silence hides in it.
func untold(v exchange.Value) bool {
	for _, o := range v.Missing {
		if o.Why != exchange.Silent {
			return false
		}
	}
	return len(v.Missing) > 0
}

// result holds two sides together. What is not known is never a difference and never a number.
func result(f *policy.Fact, declared *ReportSide, found ReportSide, tol ReportTolerance) string {
	switch {
	case !found.Known:
		return NotKnown
	case declared == nil && empty(f, found.Value):
		return Nothing
	case declared == nil:
		return Undeclared
	}
	d, dn := integer(declared.Value)
	n, nn := integer(found.Value)
	if !dn || !nn || f.Type == policy.DivisionFact {
		if same(declared.Value, found.Value) {
			return Same
		}
		return Different
	}
	gap := n - d
	switch {
	case gap == 0:
		return Same
	case (f.Type == policy.Money || f.Type == policy.MoneyMonthly) && within(gap, d, tol):
		return Within
	case gap > 0:
		return Higher
	}
	return Lower
}

// within tells whether a gap of fen is no difference: the greater of the fixed amount and the share of what was declared.
func within(gap, declared int64, tol ReportTolerance) bool {
	if gap < 0 {
		gap = -gap
	}
	limit := tol.Fen
	if share := declared / 100 * tol.Percent; share > limit {
		limit = share
	}
	return gap <= limit
}

// differs tells whether a line is something to look at.
func (l *ReportLine) differs() bool {
	return slices.Contains([]string{Higher, Lower, Different, Undeclared}, l.Result)
}

// holds is the value that the case is decided with: the corrected one where there is one, the found one else.
func (l *ReportLine) holds() (any, bool) {
	if l.Fixed != nil {
		return l.Fixed.Value, true
	}
	return l.Found.Value, l.Found.Known
}
