package casework

import (
	"context"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// Items returns what may be applied for at a place today, each with its materials, its road and the facts that its form
// asks for. place 0 is the actor's own.
func (s *Service) Items(_ context.Context, actor access.Actor, place int64) (ItemForms, error) {
	if err := access.Check(actor, "case.list", access.Listing); err != nil {
		return ItemForms{}, err
	}
	if place == 0 {
		place = provinceOf(actor)
	}
	if _, ok := s.places.Get(place); !ok {
		return ItemForms{}, errs.Bad("division", "没有这个行政区划，请从列表中选择。")
	}
	pack, err := s.packFor(place)
	if err != nil {
		return ItemForms{}, err
	}
	out := ItemForms{Pack: policy.PackRef{Name: pack.Name, Version: pack.Version, Digest: pack.Digest}, Items: []ItemForm{}}
	for _, it := range pack.Items() {
		if it.Fragment || it.Apply == nil || !it.Valid(s.today()) {
			continue
		}
		proc, err := s.procedureFor(pack, it.ID, place, s.today())
		if err != nil {
			continue
		}
		out.Items = append(out.Items, itemForm(it, proc, factFields(pack, it.ID)))
	}
	return out, nil
}

func itemForm(it *policy.Item, proc *policy.Procedure, fields []FactField) ItemForm {
	f := ItemForm{ID: it.ID, Name: it.Name, Kind: it.Kind, Unit: it.Unit, ApplyText: it.Apply.Text, ApplyAt: it.Apply.Where,
		Materials: []ItemMaterial{}, Steps: []ItemStep{}, Facts: fields}
	for _, m := range it.Materials {
		f.Materials = append(f.Materials, ItemMaterial{ID: m.ID, Name: m.Name, Required: m.Required, When: m.When})
	}
	for _, s := range proc.Steps {
		step := ItemStep{Step: s.ID, Name: s.Name, Role: s.Actor.Role, Level: s.Actor.Level}
		if s.Deadline != nil {
			step.Days, step.Calendar = s.Deadline.Days, s.Deadline.Calendar
		}
		f.Steps = append(f.Steps, step)
	}
	if t := proc.Total("normal"); t != nil {
		f.TotalDays = t.Deadline.Days
	}
	return f
}

// factFields are the facts that an application for the item may give.
func factFields(pack *policy.Pack, item string) []FactField {
	out := []FactField{}
	for _, c := range pack.FormFacts(item) {
		f := FactField{Key: c.Key, Label: c.Label, Help: c.Help, Of: c.Of, Type: c.Type, Unit: c.Unit, Section: c.Section,
			Sensitivity: c.Sensitivity, Asked: c.Asked, Min: c.Min, Max: c.Max}
		for _, o := range c.Options {
			f.Options = append(f.Options, FactChoice{Code: o.Code, Label: o.Label})
		}
		out = append(out, f)
	}
	return out
}
