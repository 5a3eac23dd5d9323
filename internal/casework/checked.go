package casework

import (
	"context"
	"encoding/json"
	"maps"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

// Checked is a case as the means verification needs it: what was declared and what the policy is asked with beside the sources.
type Checked struct {
	CaseID      uuid.UUID
	Number      string
	Division    int64
	HouseholdID uuid.UUID
	Applicant   string
	Item        string
	Pack        *policy.Pack
	Basis       calendar.Date // day of the declaration
	Input       policy.Input  // the best facts of the case without those that sources gave
	Declared    map[Said]any  // by person and fact; null is not in it
	Members     []CheckedMember
	Status      string
	Version     int
	Decided     bool
	Urgent      bool // an emergency: the law lets it not wait
	Step        *CheckedStep
	Done        bool // the verification step was done
}

// Said names a fact of a person; the zero person is the household.
type Said struct {
	Person uuid.UUID
	Fact   string
}

// CheckedMember is somebody of the case.
type CheckedMember struct {
	PersonID   uuid.UUID
	Name       string
	IDMasked   string
	Supporter  bool
	Authorised bool
}

// CheckedStep is the open verification step.
type CheckedStep struct {
	Round int
	Due   *calendar.Date
}

// Checked reads a case for the means verification, inside the caller's transaction; the caller has checked the reader.
func (s *Service) Checked(ctx context.Context, tx pgx.Tx, caseID uuid.UUID) (*Checked, error) {
	st, err := s.load(ctx, tx, caseID, false, true)
	if err != nil {
		return nil, err
	}
	c := &Checked{CaseID: st.ID, Number: st.Number, Division: st.Division, HouseholdID: st.HouseholdID, Applicant: st.ApplicantName, Item: st.Item, Pack: st.pack,
		Basis: calendar.DateOf(st.SubmittedAt), Declared: map[Said]any{}, Status: st.Status, Version: st.Version, Decided: st.outcome != nil,
		Done: st.lastDone(stepVerification) != nil}
	if it := st.pack.Item(st.Item); it != nil {
		c.Urgent = it.Kind == "emergency"
	}
	if step := st.open(stepVerification); step != nil {
		c.Step = &CheckedStep{Round: step.Round, Due: step.Due}
	}
	signed := map[uuid.UUID]bool{}
	for _, id := range st.authorised {
		signed[id] = true
	}
	for _, m := range st.members {
		c.Members = append(c.Members, CheckedMember{PersonID: m.PersonID, Name: m.Name, IDMasked: m.IDMasked, Supporter: m.Role == "supporter", Authorised: signed[m.PersonID]})
	}
	without := *st
	without.sided, without.facts = nil, nil
	for _, f := range st.facts {
		if f.Kind == declared && f.Value != nil {
			at := Said{Fact: f.Key}
			if f.PersonID != nil {
				at.Person = *f.PersonID
			}
			c.Declared[at] = f.Value
		}
		if f.Kind != verified {
			without.facts = append(without.facts, f)
		}
	}
	c.Input = without.input(s.today())
	return c, nil
}

const selectStood = `select distinct on (c.household_id) c.id, c.number, c.division, c.household_id, c.applicant_name, c.item, c.pack, d.facts, d.decided_at
from cases c join case_decision d on d.case_id = c.id where c.household_id = any($1) and d.outcome = 'confirmed' order by c.household_id, d.decided_at desc`

// CheckedHouseholds returns what the newest confirmed decision of each household stood on, for its re-verification. A household
// without one is not among them. Its Input is that of the decision, asked as of today.
func (s *Service) CheckedHouseholds(ctx context.Context, tx pgx.Tx, households []uuid.UUID) (map[uuid.UUID]*Checked, error) {
	rows, err := tx.Query(ctx, selectStood, households)
	if err != nil {
		return nil, err
	}
	out := map[uuid.UUID]*Checked{}
	packs := map[string]*policy.Pack{}
	for rows.Next() {
		c := &Checked{Declared: map[Said]any{}, Decided: true, Done: true}
		var pack string
		var facts []byte
		if err := rows.Scan(&c.CaseID, &c.Number, &c.Division, &c.HouseholdID, &c.Applicant, &c.Item, &pack, &facts, nil); err != nil {
			rows.Close()
			return nil, err
		}
		if packs[pack] == nil {
			if packs[pack], err = s.packNamed(pack); err != nil {
				rows.Close()
				return nil, err
			}
		}
		if err := json.Unmarshal(facts, &c.Input); err != nil {
			rows.Close()
			return nil, err
		}
		c.Pack, c.Basis, c.Input.Date = packs[pack], c.Input.Date, s.today()
		c.said()
		out[c.HouseholdID] = c
	}
	return out, rows.Err()
}

// said reads what an input says as declarations.
func (c *Checked) said() {
	for key, v := range c.Input.Household {
		if v != nil {
			c.Declared[Said{Fact: key}] = v
		}
	}
	for _, m := range c.Input.Members {
		id, err := uuid.Parse(m.ID)
		if err != nil {
			continue
		}
		for key, v := range maps.All(m.Facts) {
			if v != nil {
				c.Declared[Said{id, key}] = v
			}
		}
	}
}
