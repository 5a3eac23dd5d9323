package rulebook

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

// Touched is whom a change touches: the people who now hold what depends on it at its places, and what the register says would
// become of them.
type Touched struct {
	Day        calendar.Date  `json:"day" doc:"counted on"`
	People     int            `json:"people" doc:"who now hold something that depends on the change"`
	Households int            `json:"households"`
	Items      []TouchedItem  `json:"items" doc:"everything in the pack that depends on it"`
	Values     []TouchedValue `json:"values" doc:"before and after, by place"`
	Effect     *ChangeEffect  `json:"effect,omitempty" doc:"who gains and loses, worked out on the register"`
	NoEffect   string         `json:"no_effect,omitempty" doc:"why there is no effect"`
	Warnings   []string       `json:"warnings" doc:"places whose own standard a risen floor passes"`
}

// TouchedItem is an item of the pack that depends on a changed parameter.
type TouchedItem struct {
	Item       string `json:"item"`
	Name       string `json:"name"`
	People     *int   `json:"people" doc:"who hold it now; null where the register keeps no such category"`
	Households *int   `json:"households"`
}

// TouchedValue is a standard of one place before and after.
type TouchedValue struct {
	Parameter string `json:"parameter"`
	Label     string `json:"label"`
	Unit      string `json:"unit"`
	Place     string `json:"place"`
	PlaceName string `json:"place_name"`
	Area      string `json:"area,omitempty" enum:"urban,rural"`
	Before    *int64 `json:"before"`
	After     *int64 `json:"after"`
	Floor     *int64 `json:"floor,omitempty" doc:"the province's floor under it"`
}

// PreviewChange shows whom a change would touch before it is proposed. It refuses what ProposeChange would refuse.
func (s *Service) PreviewChange(ctx context.Context, actor access.Actor, in ChangeInput) (Touched, error) {
	if err := access.Check(actor, "standard.propose", access.At(actor.Division)); err != nil {
		return Touched{}, err
	}
	p, err := s.checkChange(actor, &in)
	if err != nil {
		return Touched{}, err
	}
	return s.touched(ctx, actor, StandardChange{Pack: p.Name, ActiveFrom: in.ActiveFrom, Document: in.Document, Title: in.Title, Article: in.Article, Note: in.Note, lines: in.Lines})
}

// PreviewProposed shows whom a proposed change touches, for those who decide on it.
func (s *Service) PreviewProposed(ctx context.Context, actor access.Actor, id uuid.UUID) (Touched, error) {
	c, err := s.readChange(ctx, actor, "standard.propose", id)
	if err != nil {
		return Touched{}, err
	}
	if err := access.Check(actor, "standard.propose", access.At(c.division)); err != nil {
		return Touched{}, err
	}
	return s.touched(ctx, actor, c)
}

func (s *Service) touched(ctx context.Context, actor access.Actor, c StandardChange) (Touched, error) {
	t := Touched{Day: s.today(), Items: []TouchedItem{}, Values: []TouchedValue{}, Warnings: []string{}}
	now, err := s.library.Named(c.Pack, max(c.ActiveFrom, s.today()))
	if err != nil {
		return t, err
	}
	in := ChangeInput{ActiveFrom: c.ActiveFrom, Document: c.Document, Title: c.Title, Article: c.Article, Note: c.Note, Lines: c.lines}
	list := in.parameters()
	for i := range list {
		list[i].Until = c.Until
	}
	changed, err := now.WithParameters(list)
	if err != nil {
		return t, err
	}
	ids, los, his := map[string]bool{}, []int64{}, []int64{}
	for _, l := range c.lines {
		ids[l.Parameter] = true
		t.Warnings = append(t.Warnings, s.overtaken(changed, l, c.ActiveFrom)...)
		for _, place := range l.Places {
			_, lo, hi, _ := rangeOf(place)
			los, his = append(los, lo), append(his, hi)
			t.Values = append(t.Values, s.values(now, changed, l.Parameter, place, c.ActiveFrom)...)
		}
	}
	items := dependents(now, ids)
	var also []string
	if c.Kind == "cpi" { // price rises touch the groups of the linkage
		for _, f := range groupsOf(now, c.division, c.ActiveFrom) {
			also = append(also, f.OutcomeOf)
		}
	}
	if err := s.count(ctx, actor, &t, items, also, los, his); err != nil {
		return t, err
	}
	if s.preview == nil {
		t.NoEffect = "没有接入测算，只统计现在享受相关待遇的人。"
		return t, nil
	}
	effect, err := s.preview.Preview(ctx, actor, now, changed, max(c.ActiveFrom, s.today()))
	if err != nil {
		t.NoEffect = "测算没有完成，只统计现在享受相关待遇的人。"
		return t, ctx.Err()
	}
	t.Effect = &effect
	return t, nil
}

func (s *Service) values(now, changed *policy.Pack, id, place string, day calendar.Date) []TouchedValue {
	code, _, _, _ := rangeOf(place)
	def := definition(now, id)
	if def == nil {
		return nil
	}
	at := func(p *policy.Pack, id string, urban bool) (*int64, string) {
		u, err := p.Parameter(id, code, day, &urban)
		switch v := u.Value.(type) {
		case int64:
			return &v, u.Area
		case bool:
			var n int64
			if v {
				n = 1
			}
			return &n, u.Area
		}
		_ = err // a place without a value shows none
		return nil, ""
	}
	var out []TouchedValue
	for _, urban := range []bool{true, false} {
		before, area1 := at(now, id, urban)
		after, area2 := at(changed, id, urban)
		v := TouchedValue{Parameter: id, Label: def.Label, Unit: def.Unit, Place: place, PlaceName: s.placeName(place), Before: before, After: after}
		if def.Fallback != "" {
			v.Floor, _ = at(changed, def.Fallback, urban)
		}
		if area1 == "" && area2 == "" {
			return []TouchedValue{v}
		}
		v.Area = map[bool]string{true: "urban", false: "rural"}[urban]
		out = append(out, v)
	}
	return out
}

// overtaken names the places whose own value lies under a floor that the change raises.
func (s *Service) overtaken(changed *policy.Pack, l Line, day calendar.Date) []string {
	var out []string
	seen := map[string]bool{}
	for _, def := range changed.ParameterDefinitions() {
		if def.Fallback != l.Parameter {
			continue
		}
		for _, v := range def.Values {
			for _, d := range v.Divisions {
				code, _, _, ok := rangeOf(d)
				if !ok || seen[d] || !within(l.Places, d) {
					continue
				}
				seen[d] = true
				for _, urban := range []bool{true, false} {
					mine, err1 := changed.Parameter(def.ID, code, day, &urban)
					floor, err2 := changed.Parameter(l.Parameter, code, day, &urban)
					a, ok1 := mine.Value.(int64)
					b, ok2 := floor.Value.(int64)
					if err1 == nil && err2 == nil && ok1 && ok2 && a < b {
						out = append(out, fmt.Sprintf("%s现行%s %s 低于新的底线 %s，须同时调整。", s.places.Name(code), def.Label, show(a, def.Unit), show(b, def.Unit)))
						break
					}
				}
			}
		}
	}
	return out
}

var parameterName = regexp.MustCompile(`\bp\.([a-z][a-z0-9_]*)`)

// dependents are the items that read one of the parameters: by name, through a fallback, or through another item whose outcome they
// ask for.
func dependents(p *policy.Pack, ids map[string]bool) []*policy.Item {
	reached := map[string]bool{}
	for id := range ids {
		reached[id] = true
	}
	for range p.ParameterDefinitions() {
		for _, d := range p.ParameterDefinitions() {
			if reached[d.Fallback] {
				reached[d.ID] = true
			}
		}
	}
	touches := map[string]bool{}
	for _, it := range p.Items() {
		text, _ := json.Marshal(it)
		for _, m := range parameterName.FindAllSubmatch(text, -1) {
			if reached[string(m[1])] {
				touches[it.ID] = true
			}
		}
	}
	for range p.Items() { // items that ask for the outcome of others
		for _, it := range p.Items() {
			if slices.ContainsFunc(it.Rules, func(r policy.Rule) bool { return r.Item != "" && touches[r.Item] }) {
				touches[it.ID] = true
			}
		}
	}
	var out []*policy.Item
	for _, it := range p.Items() {
		if touches[it.ID] && !it.Fragment {
			out = append(out, it)
		}
	}
	return out
}

// categories are the kinds that the register keeps of people.
var categories = []string{"dibao", "dibao_single", "tekun", "dibao_marginal", "expenditure_hardship", "relapse_watch", "orphan", "unsupported_child",
	"disability_living", "disability_nursing", "temporary"}

// count fills in who holds the items now, each person once in the total, inside the actor's range.
func (s *Service) count(ctx context.Context, actor access.Actor, t *Touched, items []*policy.Item, also []string, los, his []int64) error {
	var kinds []string
	for _, it := range items {
		also = append(also, it.ID)
	}
	for _, id := range also {
		if slices.Contains(categories, id) {
			kinds = append(kinds, id)
		}
	}
	found := map[string][2]int{}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		const held = ` from category c where c.until is null and c.kind = any($1) and exists (select from unnest($2::bigint[], $3::bigint[]) r(lo, hi) where c.division between r.lo and r.hi)`
		rows, err := tx.Query(ctx, `select kind, count(distinct person_id)::int, count(distinct household_id)::int`+held+` group by kind`, kinds, los, his)
		if err != nil {
			return err
		}
		var kind string
		var people, households int
		if _, err := pgx.ForEachRow(rows, []any{&kind, &people, &households}, func() error { found[kind] = [2]int{people, households}; return nil }); err != nil {
			return err
		}
		return tx.QueryRow(ctx, `select count(distinct person_id)::int, count(distinct household_id)::int`+held, kinds, los, his).Scan(&t.People, &t.Households)
	})
	for _, it := range items {
		row := TouchedItem{Item: it.ID, Name: it.Name}
		if slices.Contains(categories, it.ID) {
			n := found[it.ID]
			row.People, row.Households = &n[0], &n[1]
		}
		if it.ID == linkageItem && len(kinds) > 0 && len(items) == 1 {
			row.People, row.Households = &t.People, &t.Households
		}
		t.Items = append(t.Items, row)
	}
	return err
}
