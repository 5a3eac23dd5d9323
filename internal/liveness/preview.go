package liveness

import (
	"context"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
)

// LivenessPreview is what a campaign would be.
type LivenessPreview struct {
	Eligible     int             `json:"eligible" doc:"people of the rule"`
	People       int             `json:"people" doc:"of them in the campaign"`
	Phone        int             `json:"phone" doc:"would be invited"`
	Unauthorised int             `json:"unauthorised" doc:"have authorised nothing: visited"`
	NoPhone      int             `json:"no_phone" doc:"authorised, but without a phone: visited"`
	Towns        []LivenessShare `json:"towns"`
	Due          calendar.Date   `json:"due"`
	Samples      []string        `json:"samples" doc:"days used without a document"`
	Provider     bool            `json:"provider" doc:"a provider is connected"`
}

// LivenessShare is one town of a preview.
type LivenessShare struct {
	Code     string `json:"code"`
	Name     string `json:"name"`
	Eligible int    `json:"eligible"`
	People   int    `json:"people"`
}

// Preview counts whom a campaign would take and changes nothing. The draw of the same input is the same when it starts, as long as
// the register is.
func (s *Service) Preview(ctx context.Context, actor access.Actor, in LivenessInput) (LivenessPreview, error) {
	if in.Place == 0 {
		in.Place = actor.Division
	}
	if err := access.Check(actor, "liveness.manage", access.At(in.Place)); err != nil {
		return LivenessPreview{}, err
	}
	if err := s.check(&in, false); err != nil {
		return LivenessPreview{}, err
	}
	t, err := s.terms(in.Place)
	if err != nil {
		return LivenessPreview{}, err
	}
	out := LivenessPreview{Towns: []LivenessShare{}, Due: s.dueOf(&in, t), Samples: append([]string{}, t.samples...), Provider: s.settings.Provider != nil}
	err = s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		towns, err := s.strata(ctx, tx, &in)
		if err != nil {
			return err
		}
		for _, o := range towns {
			out.Eligible += o.people
			out.People += o.chosen
			out.Towns = append(out.Towns, LivenessShare{code12(o.town), s.places.Name(o.town), o.people, o.chosen})
		}
		codes, chosen := quotas(towns)
		return tx.QueryRow(ctx, eligible+`select count(*) filter (where not authorised), count(*) filter (where authorised and not phone), count(*) filter (where authorised and phone)
from drawn d join unnest($9::bigint[], $10::int[]) as q(town, n) on q.town = d.town where d.nth <= q.n`, append(s.eligibleArgs(&in), codes, chosen)...).
			Scan(&out.Unauthorised, &out.NoPhone, &out.Phone)
	})
	return out, err
}

func (s *Service) dueOf(in *LivenessInput, t terms) calendar.Date {
	if in.Due != 0 {
		return in.Due
	}
	return calendar.DueWorking(s.today(), t.answer)
}
