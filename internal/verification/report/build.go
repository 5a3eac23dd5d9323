package report

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/casework"
	"zhongfu/internal/division"
	"zhongfu/internal/exchange"
	"zhongfu/internal/money"
	"zhongfu/internal/policy"
)

// build works out what a report on a household says today. checked is nil where the household has no case or decision: then
// what was found is listed without a comparison.
func (s *Service) build(ctx context.Context, tx pgx.Tx, known offices, o *order, g *group, checked *casework.Checked, fixed []ReportCorrection) (*ReportContent, error) {
	today := s.today()
	c := &ReportContent{Kind: o.Kind, Purpose: o.Purpose, Client: o.Client, Order: o.Number, Day: today, Members: []ReportMember{}, Lines: []ReportLine{}, Unknown: []ReportUnknown{}, Limits: []ReportLimit{},
		Moved: []ReportMoved{}, Sources: []ReportSource{}, Corrections: fixed}
	var members []ReportMember
	supporters := map[uuid.UUID]bool{}
	for _, p := range g.people {
		if p.supporter {
			c.Supporters++
			supporters[p.PersonID] = true
			continue
		}
		members = append(members, p.ReportMember)
	}
	c.Members = append(c.Members, members...)
	if len(members) > 0 {
		c.Name = members[0].Name
	}
	place, pack, wanted := g.division, facts(s), s.everything()
	declared := map[At]any{}
	c.Basis = calendar.DateOf(o.Created)
	c.Tolerance, c.MovedMonths = ReportTolerance{Sample: true}, ReportTerm{12, true}
	if checked != nil {
		place, pack, wanted = checked.Division, checked.Pack, checked.Pack.FormFacts(checked.Item)
		c.CaseNumber, c.Item, c.ItemName, c.Name, c.Basis = checked.Number, checked.Item, checked.Item, checked.Applicant, checked.Basis
		if it := checked.Pack.Item(checked.Item); it != nil {
			c.ItemName = it.Name
		}
		for at, v := range checked.Declared {
			declared[At(at)] = v
		}
		c.Tolerance = tolerance(checked.Pack, place, today)
		c.MovedMonths = term(checked.Pack, "moved_away_months", place, today)
		if err := s.review(ctx, tx, known, c, checked.Pack, place); err != nil {
			return nil, err
		}
	}
	c.Place = s.places.FullName(place)
	found, err := s.combined(today, g)
	if err != nil {
		return nil, err
	}
	why := s.reasons(g)
	c.Lines = append(c.Lines, compare(pack, wanted, declared, members, found, why, c.Tolerance)...)
	c.correct()
	c.Unknown = append(c.Unknown, s.unknowns(c.Lines, g)...)
	c.Moved = append(c.Moved, s.moved(g, supporters, c.Basis.AddMonths(-c.MovedMonths.N))...)
	c.Sources = append(c.Sources, s.sources(g)...)
	if c.Office, err = s.office(ctx, tx, known, division.At(place, division.County)); err != nil {
		return nil, err
	}
	if c.Client == "" {
		if c.Client, _, err = s.town(ctx, tx, known, place); err != nil {
			return nil, err
		}
	}
	if checked == nil {
		c.conclude(nil)
		return c, nil
	}
	v, err := judge(checked, c.Lines)
	if err != nil {
		return nil, err
	}
	c.conclude(&v)
	return c, nil
}

// Fact finds a fact of the catalogue, for people whose case names no pack.
func (s *Service) Fact(of, key string) *policy.Fact { return s.catalogue.Fact(of, key) }

// everything are the facts that the catalogue feeds.
func (s *Service) everything() []policy.FormFact {
	seen := map[string]bool{}
	var out []policy.FormFact
	for _, src := range s.catalogue.Sources() {
		for _, class := range src.Classes {
			for _, m := range class.Facts {
				if f := s.catalogue.Fact(m.Of, m.Fact); f != nil && !seen[m.Of+m.Fact] {
					seen[m.Of+m.Fact] = true
					out = append(out, policy.FormFact{Fact: *f})
				}
			}
		}
	}
	return out
}

// reasons names an answer's source and class, and why it is wanting.
func (s *Service) reasons(g *group) func(exchange.Origin) ReportLacking {
	type key struct{ person, class string }
	of := map[key]string{}
	for _, a := range g.asked {
		of[key{a.person.String(), a.class}] = a.why()
	}
	return func(o exchange.Origin) ReportLacking {
		l := ReportLacking{Source: o.Source, Class: o.Class}
		if class, src := s.catalogue.Class(o.Class); class != nil {
			l.Source, l.Class = src.Name, class.Name
		}
		switch o.Why {
		case "":
		case exchange.NotAsked:
			l.Reason = notAsked
		case exchange.CannotTell:
			l.Reason = "来源答复查不清"
		case exchange.Silent:
			l.Reason = "记录中没有，不能据此认定"
		case exchange.Faulty:
			l.Reason = "答复换算不出结果"
		default:
			if l.Reason = of[key{o.Person, o.Class}]; l.Reason == "" {
				l.Reason = "没有答复"
			}
		}
		return l
	}
}

// why says in words why a question has no answer.
func (a *asked) why() string {
	switch {
	case a.state == "waiting" && a.fault != "":
		return "尚未答复（" + a.fault + "）"
	case a.state == "waiting":
		return "尚未答复"
	case a.state == "cancelled":
		return "查询已取消"
	}
	if a.fault != "" && !strings.HasPrefix(a.fault, a.reason) {
		return a.reason + "（" + a.fault + "）"
	}
	return a.reason
}

// moved lists property of the household's people given away since a day.
func (s *Service) moved(g *group, apart map[uuid.UUID]bool, from calendar.Date) []ReportMoved {
	var out []ReportMoved
	names := map[uuid.UUID]string{}
	for _, p := range g.people {
		names[p.PersonID] = p.Name
	}
	for _, a := range g.asked {
		class, src := s.catalogue.Class(a.class)
		if class == nil || a.answer == nil || apart[a.person] {
			continue
		}
		for _, m := range class.MovedSince(from, a.answer.Records) {
			out = append(out, ReportMoved{Person: names[a.person], Source: src.Name, Class: class.Name, On: m.On, What: m.What, Amount: (*money.Fen)(m.Amount)})
		}
	}
	return out
}

// sources tells when each source was asked and what came.
func (s *Service) sources(g *group) []ReportSource {
	var out []ReportSource
	at := map[string]int{}
	for _, a := range g.asked {
		class, src := s.catalogue.Class(a.class)
		if class == nil {
			continue
		}
		k, ok := at[src.ID]
		if !ok {
			k = len(out)
			at[src.ID] = k
			out = append(out, ReportSource{Source: src.Name, Department: src.Department})
		}
		d := &out[k]
		d.Classes = append(d.Classes, class.Name)
		d.AskedFrom, d.AskedLast = earlier(d.AskedFrom, a.first), later(d.AskedLast, a.last)
		switch {
		case a.answer == nil:
			d.Silent++
		default:
			d.Answered++
			if a.reused {
				d.Reused++
			}
			if a.answer.AsOf != 0 && (d.Oldest == 0 || a.answer.AsOf < d.Oldest) {
				d.Oldest = a.answer.AsOf
			}
		}
	}
	for i := range out {
		out[i].Classes = dedupe(out[i].Classes)
	}
	return out
}

func earlier(d *calendar.Date, t *time.Time) *calendar.Date { return nearer(d, t, -1) }

func later(d *calendar.Date, t *time.Time) *calendar.Date { return nearer(d, t, 1) }

func nearer(d *calendar.Date, t *time.Time, sign int) *calendar.Date {
	if t == nil {
		return d
	}
	day := calendar.DateOf(*t)
	if d == nil || sign*int(day-*d) > 0 {
		return &day
	}
	return d
}

func dedupe(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}

// counted writes a number into one text, or gives the other where there is none.
func counted(n int, some, none string) string {
	if n == 0 {
		return none
	}
	return fmt.Sprintf(some, n)
}
