package app

import (
	"context"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
	"zhongfu/internal/rulebook"
	"zhongfu/internal/simulation"
)

// effects lets the simulation tell whom a changed standard touches.
type effects struct{ service *simulation.Service }

// drafts lets the simulation read packs that are being drafted.
type drafts struct{ service *rulebook.Service }

// Trial reads a draft as it would hold now.
func (d drafts) Trial(ctx context.Context, actor access.Actor, id uuid.UUID) (simulation.DraftPack, error) {
	t, err := d.service.Trial(ctx, actor, id)
	return simulation.DraftPack{Pack: t.Pack, Title: t.Title, Version: t.Version}, err
}

// Preview works out a change on the register, in the actor's own range.
func (e effects) Preview(ctx context.Context, actor access.Actor, pack, changed *policy.Pack, day calendar.Date) (rulebook.ChangeEffect, error) {
	r, err := e.service.Preview(ctx, actor, pack, changed, day)
	if err != nil {
		return rulebook.ChangeEffect{}, err
	}
	t := r.Total
	out := rulebook.ChangeEffect{Households: t.Households, Enter: t.Enters, Leave: t.Leaves, Gain: t.Gains, Lose: t.Loses,
		MonthlyFen: t.MonthBefore, ChangedFen: t.MonthAfter, Withheld: t.Withheld || len(t.Hidden) > 0}
	for _, it := range r.Items {
		if it.Item == "dibao" {
			out.NotAnswered = it.Open
		}
	}
	return out, nil
}
