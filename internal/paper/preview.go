package paper

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
	"zhongfu/internal/idnum"
	"zhongfu/internal/money"
)

// Proposed is what somebody is about to decide or tell; zero values are taken from the case.
type Proposed struct {
	Reason string    // of a refusal; what is missing for a supplement notice
	Amount money.Fen // of a confirmation
}

// Preview shows what the family would receive if the act were done now. Nothing is kept and no number is taken; the page
// says so.
func (s *Service) Preview(ctx context.Context, actor access.Actor, caseID uuid.UUID, kind string, with Proposed) ([]byte, error) {
	return s.unissued(ctx, actor, caseID, kind, "预览文书", func(tx pgx.Tx, d *source) error {
		if k, err := kindOf(kind); err == nil {
			d.Preview = !k.Signed
		}
		with.Reason = strings.TrimSpace(with.Reason)
		if utf8.RuneCountInString(with.Reason) > 2000 {
			return errs.Bad("reason", "理由最多2000个字，请精简。")
		}
		if with.Amount < 0 {
			return errs.Bad("amount_fen", "金额不能为负数。")
		}
		return s.propose(ctx, tx, d, with)
	})
}

// propose fills in what has not been decided yet.
func (s *Service) propose(ctx context.Context, tx pgx.Tx, d *source, with Proposed) error {
	today := clock.Today(s.clock)
	if d.Decision == nil && s.results != nil {
		r, err := s.results.ResultOf(ctx, tx, d.caseID)
		if err != nil {
			return err
		}
		if d.result = r; r != nil {
			d.explain(r)
		}
	}
	amount := with.Amount
	if amount == 0 && d.result != nil && d.result.AmountFen != nil {
		amount = money.Fen(*d.result.AmountFen)
	}
	switch d.Kind {
	case ConfirmationLetter, RefusalLetter:
		outcome := "confirmed"
		if d.Kind == RefusalLetter {
			outcome, amount = "refused", 0
		}
		if d.Decision == nil || d.Decision.Outcome != outcome {
			d.Decision = &Decision{Outcome: outcome, Amount: amount}
			d.Decision.decidedOn(today)
		}
		if with.Reason != "" {
			d.Decision.Reason = with.Reason
		}
	case SupplementNotice:
		if with.Reason != "" || d.Supplement == nil {
			d.Supplement = &Supplement{Text: with.Reason}
		}
	case PublicNotice:
		if d.Notice == nil {
			name := d.Applicant.Name
			if d.Applicant.Birth.Age(today) < adult {
				name = idnum.MaskName(name)
			}
			d.Notice = &Notice{Name: name, MemberCount: len(d.Counted()), Amount: amount, PostedOn: today, LastDay: calendar.DueNatural(today, noticeDays)}
		}
	}
	return nil
}

// noticeDays is how long a notice hangs (57号 art 19); it is used for a preview only, the act takes the pack's number.
const noticeDays = 7

// Blank returns a form with the names filled in and the answers left empty, to be filled in by hand in the field.
func (s *Service) Blank(ctx context.Context, actor access.Actor, caseID uuid.UUID, kind string) ([]byte, error) {
	if k, err := kindOf(kind); err == nil && !k.Blank {
		return nil, errs.New(errs.NotFound, "no_blank_form", "%s没有空白表，请从文书列表中选择有空白表的文书。", k.Name)
	}
	return s.unissued(ctx, actor, caseID, kind, "打印空白表", func(_ pgx.Tx, d *source) error {
		d.Blank = true
		d.Survey, d.Appraisal, d.Authorisations = nil, nil, nil
		for i := range d.Facts {
			for j := range d.Facts[i].Lines {
				l := &d.Facts[i].Lines[j]
				*l = FactLine{Section: l.Section, Label: l.Label}
			}
		}
		return nil
	})
}

func (s *Service) unissued(ctx context.Context, actor access.Actor, caseID uuid.UUID, kind, purpose string, fill func(pgx.Tx, *source) error) ([]byte, error) {
	if err := access.Check(actor, "case.paper", access.Listing); err != nil {
		return nil, err
	}
	k, err := kindOf(kind)
	if err != nil {
		return nil, err
	}
	var d *source
	err = s.looking(ctx, actor, caseID, func(tx pgx.Tx, at place) (err error) {
		if d, err = s.gather(ctx, tx, caseID, k, 1); err != nil {
			return err
		}
		if err := fill(tx, d); err != nil {
			return err
		}
		return audit.Write(ctx, tx, s.clock.Now(), actor, audit.Event{Action: "case.paper", ObjectKind: "paper", ObjectID: at.number, Root: caseID,
			Division: at.division, After: map[string]any{"kind": kind}, Purpose: purpose})
	})
	if err != nil {
		return nil, err
	}
	d.trim()
	d.maskFor(actor, d.division)
	return render(&d.Snapshot)
}
