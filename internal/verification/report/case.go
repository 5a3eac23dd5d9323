package report

import (
	"context"
	"errors"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/verification"
)

// CaseVerification is the means verification as the case page shows it.
type CaseVerification struct {
	Order    *verification.Order `json:"order,omitempty" doc:"with how far each source is; absent: none was placed"`
	Draft    *ReportContent      `json:"draft,omitempty" doc:"declared and found as they stand now; only for who issues the report"`
	Reports  []ReportRow         `json:"reports"`
	MayStart bool                `json:"may_start"`
	MayIssue bool                `json:"may_issue" doc:"the first report may be issued"`
	MayAdd   bool                `json:"may_add" doc:"answers have come since: the next version may be issued"`
	Waiting  int                 `json:"waiting" doc:"questions that have no answer yet"`
	Changes  []ReportChange      `json:"changes" doc:"what the next version would change"`
}

// OfCase returns the means verification of a case. The comparison is worked out anew each time and shown only to who issues it.
func (s *Service) OfCase(ctx context.Context, actor access.Actor, caseID uuid.UUID) (CaseVerification, error) {
	out := CaseVerification{Reports: []ReportRow{}, Changes: []ReportChange{}}
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return out, err
	}
	e := &edition{}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) (err error) {
		if e.check, err = s.cases.Checked(ctx, tx, caseID); err != nil {
			return err
		}
		if err := access.Check(actor, "verification.read", access.At(e.check.Division)); err != nil {
			return err
		}
		if out.Reports, err = rowsOf(ctx, tx, `r.case_id = $1 order by r.issued_at desc, r.version desc`, caseID); err != nil {
			return err
		}
		err = tx.QueryRow(ctx, `select id from verification_order where case_id = $1 and kind = 'case' order by state in ('cancelled', 'failed'), created_at desc limit 1`, caseID).Scan(&e.order.ID)
		if errors.Is(err, pgx.ErrNoRows) {
			return nil
		}
		return err
	})
	if err != nil {
		return out, err
	}
	check := e.check
	issues := access.Check(actor, "case.verify", access.At(check.Division)) == nil && check.Status == "open" && !check.Decided
	if e.order.ID != uuid.Nil {
		o, err := s.orders.Get(ctx, actor, e.order.ID)
		if err != nil {
			return out, err
		}
		out.Order = &o
	}
	gone := out.Order == nil || out.Order.State == "cancelled" || out.Order.State == "failed"
	out.MayStart = gone && check.Step != nil && access.Check(actor, "verification.order", access.At(check.Division)) == nil
	if gone || !issues || out.Order.State == "preparing" {
		return out, nil
	}
	if err := s.prepare(ctx, e, uuid.Nil); err != nil {
		if errs.Is(err, errs.Conflict) || errs.Is(err, errs.NotFound) {
			return out, nil
		}
		return out, err
	}
	out.Draft, out.Waiting = e.result, waiting(e.group)
	if e.last == nil {
		out.MayIssue = check.Step != nil
	} else {
		out.Changes = append(out.Changes, changes(e.last, e.result)...)
		out.MayAdd = len(out.Changes) > 0
	}
	return out, nil
}
