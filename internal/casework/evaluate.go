package casework

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/policy"
)

// EvaluateInput asks the policy about a case, with values to try out instead of the recorded ones. Nothing is stored.
type EvaluateInput struct {
	Facts []MemberFacts `json:"facts,omitempty" maxItems:"60" doc:"what-if values; null = unknown"`
}

// Evaluation is the policy's answer.
type Evaluation struct {
	Result policy.Result `json:"result"`
	WhatIf bool          `json:"what_if" doc:"values were tried out"`
}

// Evaluate asks the policy on the best facts of the case today.
func (s *Service) Evaluate(ctx context.Context, actor access.Actor, id uuid.UUID, in EvaluateInput) (Evaluation, error) {
	if err := access.Check(actor, "case.read", access.Listing); err != nil {
		return Evaluation{}, err
	}
	var st *state
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) (err error) {
		st, err = s.load(ctx, tx, id, false, true)
		return err
	})
	if err != nil {
		return Evaluation{}, err
	}
	if err := access.Check(actor, "case.read", access.At(st.Division)); err != nil {
		return Evaluation{}, err
	}
	if err := st.checkFacts(in.Facts, func(i int) string { return fmt.Sprintf("facts[%d].facts", i) }); err != nil {
		return Evaluation{}, err
	}
	now := s.now()
	for _, f := range flatten(in.Facts, adopted, "试算") {
		st.put(factRow{PersonID: f.person, Key: f.key, Kind: adopted, Value: f.value, At: now})
	}
	res, err := st.evaluate(s.today())
	if err != nil {
		return Evaluation{}, err
	}
	return Evaluation{Result: *res, WhatIf: len(in.Facts) > 0}, nil
}

// ResultOf tells other businesses what the policy says of a case that is not decided yet, inside their transaction. The
// caller has checked the reader.
func (s *Service) ResultOf(ctx context.Context, tx pgx.Tx, caseID uuid.UUID) (*policy.Result, error) {
	st, err := s.load(ctx, tx, caseID, false, true)
	if err != nil {
		return nil, err
	}
	return st.evaluate(s.today())
}
