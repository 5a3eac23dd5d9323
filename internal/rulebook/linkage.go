package rulebook

import (
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/money"
	"zhongfu/internal/policy"
)

// Linkage is what a month's prices mean for a place: all of it worked out by the pack's price_linkage item.
type Linkage struct {
	Month        calendar.Date          `json:"month"`
	Division     string                 `json:"division"`
	DivisionName string                 `json:"division_name"`
	Entered      bool                   `json:"entered" doc:"the month's rises stand; without them the pack's own values are shown"`
	Triggered    bool                   `json:"triggered"`
	Rule         *policy.RuleResult     `json:"rule,omitempty" doc:"the pack's trigger with figures and clause"`
	Parameters   []policy.ParameterUsed `json:"parameters"`
	Groups       []LinkageGroup         `json:"groups"`
	Areas        []LinkageArea          `json:"areas" doc:"counties with people who would get it"`
	People       int                    `json:"people" doc:"of the groups that the register keeps"`
	TotalFen     money.Fen              `json:"total_fen" doc:"for the month"`
	Sample       bool                   `json:"sample" doc:"a figure without a source is in it"`
}

// LinkageGroup is one group that the item pays, and how many the register counts in it now.
type LinkageGroup struct {
	Fact   string `json:"fact"`
	Name   string `json:"name"`
	People *int   `json:"people" doc:"null where the register does not keep the group"`
}

// LinkageArea is a county's part.
type LinkageArea struct {
	Division     string    `json:"division"`
	DivisionName string    `json:"division_name"`
	Urban        int       `json:"urban_people"`
	Rural        int       `json:"rural_people"`
	UrbanFen     money.Fen `json:"urban_fen" doc:"per person and month"`
	RuralFen     money.Fen `json:"rural_fen"`
	TotalFen     money.Fen `json:"total_fen"`
}

// LinkageOf tells whether a month's prices trigger the linkage at a place, for whom, how much a head and how much in all for
// the people who now hold the categories.
func (s *Service) LinkageOf(ctx context.Context, actor access.Actor, place int64, month calendar.Date) (Linkage, error) {
	if place == 0 {
		place = actor.Division
	}
	if err := access.Check(actor, "cpi.enter", access.At(place)); err != nil {
		return Linkage{}, err
	}
	p, err := s.library.At(place, s.today())
	if err != nil {
		return Linkage{}, err
	}
	if p.Item(linkageItem) == nil {
		return Linkage{}, errs.New(errs.NotFound, "no_linkage", "现行政策包没有物价联动事项。")
	}
	out := Linkage{Month: month.MonthStart(), Division: code12(place), DivisionName: s.places.FullName(place), Groups: []LinkageGroup{}, Areas: []LinkageArea{}, Parameters: []policy.ParameterUsed{}}
	facts := groupsOf(p, place, out.Month)
	var kinds []string
	for _, f := range facts {
		if slices.Contains(categories, f.OutcomeOf) {
			kinds = append(kinds, f.OutcomeOf)
		}
	}
	byKind, areas, err := s.linkagePeople(ctx, actor, place, kinds)
	if err != nil {
		return out, err
	}
	for _, f := range facts {
		g := LinkageGroup{Fact: f.Key, Name: f.Label}
		if it := p.Item(f.OutcomeOf); it != nil && slices.Contains(categories, f.OutcomeOf) {
			n := byKind[f.OutcomeOf]
			g.Name, g.People = it.Name, &n
		}
		out.Groups = append(out.Groups, g)
	}
	if err := s.linkageAt(p, place, &out, facts); err != nil {
		return out, err
	}
	for _, a := range areas {
		if err := s.linkageArea(p, &a, out.Month, facts); err != nil {
			return out, err
		}
		out.People += a.Urban + a.Rural
		if out.TotalFen, err = out.TotalFen.Add(a.TotalFen); err != nil {
			return out, err
		}
		out.Triggered = out.Triggered || a.TotalFen > 0
		out.Areas = append(out.Areas, a)
	}
	return out, nil
}

// linkageAt fills in the rule and the parameters for the place itself.
func (s *Service) linkageAt(p *policy.Pack, place int64, out *Linkage, facts []policy.Fact) error {
	r, err := pays(p, place, out.Month, true, facts)
	if err != nil {
		return err
	}
	out.Parameters = r.Parameters
	for i := range r.Rules {
		if r.Rules[i].ID == "triggered" {
			out.Rule = &r.Rules[i]
			out.Triggered = r.Rules[i].Passed != nil && *r.Rules[i].Passed
		}
	}
	for _, u := range r.Parameters {
		out.Sample = out.Sample || u.Status == policy.Sample
		if u.ID == riseParam {
			out.Entered = u.Status == policy.Official
		}
	}
	return nil
}

func (s *Service) linkageArea(p *policy.Pack, a *LinkageArea, month calendar.Date, facts []policy.Fact) error {
	var code int64
	fmt.Sscan(a.Division, &code)
	a.DivisionName = s.places.FullName(code)
	for _, urban := range []bool{true, false} {
		r, err := pays(p, code, month, urban, facts)
		if err != nil {
			return err
		}
		if r.Outcome != policy.Eligible || r.AmountFen == nil {
			continue
		}
		people, each := a.Rural, &a.RuralFen
		if urban {
			people, each = a.Urban, &a.UrbanFen
		}
		*each = money.Fen(*r.AmountFen)
		if a.TotalFen, err = a.TotalFen.Add(money.Fen(*r.AmountFen * int64(people))); err != nil {
			return err
		}
	}
	return nil
}

// groupsOf are the facts each of which alone makes a person one whom the item pays, found by asking the item with rises
// that trigger it for sure.
func groupsOf(p *policy.Pack, place int64, month calendar.Date) []policy.Fact {
	until := month.AddMonths(1)
	high, err := p.WithParameters([]policy.ParameterChange{{Parameter: riseParam, Divisions: []string{prefixOf(place)}, From: month, Until: &until, Value: "1", Status: policy.Sample, Article: "试算"},
		{Parameter: foodParam, Divisions: []string{prefixOf(place)}, From: month, Until: &until, Value: "1", Status: policy.Sample, Article: "试算"}})
	if err != nil {
		return nil
	}
	var out []policy.Fact
	for _, f := range p.Facts() {
		if f.Type != policy.Bool {
			continue
		}
		if r, err := pays(high, place, month, true, []policy.Fact{f}); err == nil && r.Outcome == policy.Eligible {
			out = append(out, f)
		}
	}
	// What holds for everybody is no group.
	if r, err := pays(high, place, month, true, nil); err != nil || r.Outcome == policy.Eligible {
		return nil
	}
	return out
}

// pays asks the item about one person of whom nothing is true but the facts.
func pays(p *policy.Pack, place int64, day calendar.Date, urban bool, facts []policy.Fact) (*policy.Result, error) {
	household, member := map[string]any{}, map[string]any{}
	for _, f := range p.Facts() {
		to := member
		if f.Of == policy.OfHousehold {
			to = household
		}
		switch f.Type {
		case policy.Bool:
			to[f.Key] = slices.ContainsFunc(facts, func(g policy.Fact) bool { return g.Of == f.Of && g.Key == f.Key })
		case policy.Money, policy.MoneyMonthly, policy.Int:
			var n int64
			if f.Min != nil {
				n = max(n, *f.Min)
			}
			to[f.Key] = n
		}
	}
	household["urban"] = urban
	member["relation"], member["birth"] = "02", "1970-01-01"
	return p.Evaluate(linkageItem, policy.Input{Date: day, Division: place, Household: household, Members: []policy.Member{{ID: "m", Facts: member}}})
}

// linkagePeople counts who now holds the kinds under a place: by kind, and each person once by county and by town or country.
func (s *Service) linkagePeople(ctx context.Context, actor access.Actor, place int64, kinds []string) (map[string]int, []LinkageArea, error) {
	lo, hi := division.Range(place)
	byKind := map[string]int{}
	areas := []LinkageArea{}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select kind, count(distinct person_id)::int from category where until is null and kind = any($1) and division between $2 and $3 group by kind`, kinds, lo, hi)
		if err != nil {
			return err
		}
		var kind string
		var n int
		if _, err := pgx.ForEachRow(rows, []any{&kind, &n}, func() error { byKind[kind] = n; return nil }); err != nil {
			return err
		}
		rows, err = tx.Query(ctx, `select county, count(*) filter (where urban)::int, count(*) filter (where not urban)::int from (
			select distinct on (c.person_id) c.division / 1000000 * 1000000 as county, coalesce(h.urban, true) as urban
			from category c left join household h on h.id = c.household_id
			where c.until is null and c.kind = any($1) and c.division between $2 and $3 order by c.person_id, c.since desc) p group by county order by county`, kinds, lo, hi)
		if err != nil {
			return err
		}
		var county int64
		var urban, rural int
		_, err = pgx.ForEachRow(rows, []any{&county, &urban, &rural}, func() error {
			areas = append(areas, LinkageArea{Division: code12(county), Urban: urban, Rural: rural})
			return nil
		})
		return err
	})
	return byKind, areas, err
}
