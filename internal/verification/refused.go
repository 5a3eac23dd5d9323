package verification

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
)

// refused puts an attempt that was refused on the trail and hands the refusal on. Mistakes in a form (a missing title, a day in
// the past) are no attempts: only who was to be asked about, what, for whom and where count. The refusal itself has rolled its
// transaction back, so the event stands in one of its own.
func (s *Service) refused(ctx context.Context, actor access.Actor, e audit.Event, refusal error) error {
	if !attempt(refusal) {
		return refusal
	}
	after, _ := e.After.(map[string]any)
	if after == nil {
		after = map[string]any{}
	}
	after["refused"] = errs.As(refusal).Message
	e.After = after
	if err := s.db.InTx(ctx, actor, func(tx pgx.Tx) error { return audit.Write(ctx, tx, s.now(), actor, e) }); err != nil {
		return errors.Join(refusal, err)
	}
	audit.Told(ctx)
	return refusal
}

// attempt tells whether a refusal is about reach: another's people, data classes, quota, place or duty.
func attempt(err error) bool {
	e := errs.As(err)
	if e == nil {
		return false
	}
	switch e.Kind {
	case errs.Forbidden, errs.NotFound:
		return true
	case errs.Invalid:
		for _, f := range e.Fields {
			switch f.Name {
			case "people", "classes", "client", "purpose", "person_id":
				return true
			}
		}
	}
	return false
}

// auditLeftOut tells the trail of what an order wanted and was never asked, for want of an authorisation: one event for the
// people of a chunk, since each line stands in the order and in 谁查过我 of its person.
func (s *Service) auditLeftOut(ctx context.Context, tx pgx.Tx, o *orderRow, r *itemRows) error {
	lines, people, classes := r.refused()
	if lines == 0 {
		return nil
	}
	return audit.Write(ctx, tx, s.now(), system, audit.Event{Action: "verification.ask", ObjectKind: "verification_order", ObjectID: o.Number, Root: o.ID, Division: o.Division,
		After: map[string]any{"refused": noAuthorisation, "questions": lines, "people": people, "classes": classes}})
}
