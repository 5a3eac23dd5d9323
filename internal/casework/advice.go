package casework

import (
	"context"
	"slices"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/advise"
)

// Advice asks every item of the pack on the best facts of a case, with what the register says its members are on. Errors:
// NotFound for a case that another place handles.
func (s *Service) Advice(ctx context.Context, actor access.Actor, id uuid.UUID) (CaseAdvice, error) {
	st, a, err := s.advised(ctx, actor, id)
	if err != nil {
		return CaseAdvice{}, err
	}
	out := CaseAdvice{Date: s.today(), Pack: policy.PackRef{Name: st.pack.Name, Version: st.pack.Version, Digest: st.pack.Digest}, Items: []AdviceItem{}}
	for i := range a.Items {
		out.Items = append(out.Items, adviceItem(st, &a.Items[i]))
	}
	return out, nil
}

// AdviceDetail explains one item of a case; person is the applicant of an item that is had by persons.
func (s *Service) AdviceDetail(ctx context.Context, actor access.Actor, id uuid.UUID, item string, person uuid.UUID) (AdviceDetail, error) {
	st, a, err := s.advised(ctx, actor, id)
	if err != nil {
		return AdviceDetail{}, err
	}
	who := ""
	if it := st.pack.Item(item); it == nil {
		return AdviceDetail{}, errs.Missing("该事项")
	} else if it.Unit == policy.UnitPerson {
		who = person.String()
	}
	sitting := a.Sitting()
	res, err := sitting.Evaluate(item, who)
	if err != nil {
		return AdviceDetail{}, err
	}
	out := AdviceDetail{Parameters: res.Parameters, Sources: []FigureSource{}, Movements: []string{}}
	if out.Figures, err = sitting.Why(item, who); err != nil {
		return AdviceDetail{}, err
	}
	out.Sources = st.sources(out.Figures)
	d, err := advise.Differ(sitting, item, who)
	if err != nil {
		return AdviceDetail{}, err
	}
	out.Difference = difference(d)
	moves, err := advise.Move(sitting, item, who)
	for _, m := range moves {
		out.Movements = append(out.Movements, movement(m))
	}
	return out, err
}

// advised reads the case and asks every item, in two round trips.
func (s *Service) advised(ctx context.Context, actor access.Actor, id uuid.UUID) (*state, *advise.Advice, error) {
	if err := access.Check(actor, "case.read", access.Listing); err != nil {
		return nil, nil, err
	}
	var st *state
	var on []advise.Holding
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) (err error) {
		if st, err = s.load(ctx, tx, id, false, true); err != nil {
			return err
		}
		on, err = s.holdings(ctx, tx, st)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	if err := access.Check(actor, "case.read", access.At(st.Division)); err != nil {
		return nil, nil, err
	}
	a, err := advise.Assess(st.pack, advise.Household{Input: st.input(s.today()), On: on})
	return st, a, err
}

// holdings are the items that members are on today, by the register; what this case itself decided is among them.
func (s *Service) holdings(ctx context.Context, tx pgx.Tx, st *state) ([]advise.Holding, error) {
	ids := make([]uuid.UUID, 0, len(st.members))
	for _, m := range st.members {
		if m.Role != "supporter" {
			ids = append(ids, m.PersonID)
		}
	}
	rows, err := tx.Query(ctx, `select distinct person_id, kind from category where person_id = any($1) and since <= $2 and (until is null or until > $2)`, ids, s.today())
	if err != nil {
		return nil, err
	}
	var out []advise.Holding
	var person uuid.UUID
	var kind string
	_, err = pgx.ForEachRow(rows, []any{&person, &kind}, func() error {
		it := st.pack.Item(kind)
		if it == nil {
			return nil
		}
		h := advise.Holding{Item: kind}
		if it.Unit == policy.UnitPerson {
			h.Member = person.String()
		}
		if !slices.Contains(out, h) {
			out = append(out, h)
		}
		return nil
	})
	return out, err
}

func adviceItem(st *state, as *advise.Assessment) AdviceItem {
	it := as.Item
	out := AdviceItem{Item: it.ID, Name: it.Name, Kind: it.Kind, Intake: it.Intake, Person: as.Name, Standing: as.Standing, Sample: as.Sample(),
		Rules: []policy.RuleResult{}, Lacking: []LackingFact{}, Notes: as.Notes()}
	if id, err := uuid.Parse(as.Person); err == nil {
		out.PersonID = &id
	}
	if as.Result == nil {
		return out
	}
	out.Rules = as.Result.Rules
	if it.Amount != nil && as.Standing == advise.Eligible {
		out.AmountFen, out.Unit = as.Result.AmountFen, it.Amount.Unit
	}
	for _, m := range as.Result.Missing {
		if f := factOf(st.pack, m.Member, m.Fact); f == nil || f.OutcomeOf == "" {
			out.Lacking = append(out.Lacking, LackingFact{Label: m.Label, Person: m.Name, Supplier: st.supplier(f, m.Member)})
		}
	}
	return out
}

func factOf(pack *policy.Pack, member, key string) *policy.Fact {
	if member == "" {
		return pack.Fact(policy.OfHousehold, key)
	}
	return pack.Fact(policy.OfMember, key)
}
