package registry

import (
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/idnum"
	"zhongfu/internal/registry/registrydb"
)

// trace is what the audit trail keeps of a person: masked, and marks instead of health.
type trace struct {
	Number     string `json:"number,omitempty"`
	Name       string `json:"name"`
	ID         string `json:"id"`
	Phone      string `json:"phone,omitempty"`
	Account    string `json:"account,omitempty"`
	Holder     string `json:"account_holder,omitempty"`
	Bank       string `json:"bank_name,omitempty"`
	Address    string `json:"address,omitempty"`
	Division   int64  `json:"division"`
	Register   int64  `json:"register_division"`
	Residence  int64  `json:"residence_division"`
	Ethnicity  string `json:"ethnicity,omitempty"`
	Marital    string `json:"marital,omitempty"`
	Health     string `json:"health,omitempty"`
	Education  string `json:"education,omitempty"`
	Schooling  string `json:"schooling,omitempty"`
	Ability    string `json:"work_ability,omitempty"`
	Illness    string `json:"serious_illness,omitempty"`
	Disability string `json:"disability,omitempty"`
	Type       int    `json:"disability_type,omitempty"`
	Grade      int    `json:"disability_grade,omitempty"`
	Death      string `json:"death_date,omitempty"`
}

func (s *Service) trace(p registrydb.Person) (trace, error) {
	o := opener{keys: s.keys}
	t := trace{
		Name: p.Name, ID: idnum.MaskResident(o.open(fieldID, p.IDSealed)), Phone: idnum.MaskPhone(o.open(fieldPhone, p.PhoneSealed)),
		Account: idnum.MaskAccount(o.open(fieldAccount, p.AccountSealed)), Holder: p.AccountHolder, Bank: p.BankName,
		Address: maskAddress(o.open(fieldAddress, p.AddressSealed)), Division: p.Division, Register: p.RegisterDivision,
		Residence: p.ResidenceDivision, Ethnicity: p.Ethnicity, Marital: p.Marital, Health: p.Health, Education: p.Education,
		Schooling: p.Schooling, Ability: p.WorkAbility, Illness: p.SeriousIllness,
		Disability: idnum.MaskDisability(o.open(fieldDisability, p.DisabilitySealed)), Type: small(p.DisabilityType), Grade: small(p.DisabilityGrade),
	}
	if p.Number != 0 {
		t.Number = PersonNumber(p.Number)
	}
	if p.DeathDate != nil {
		t.Death = p.DeathDate.String()
	}
	return t, o.err
}

// queueCreated adds the audit event of a person's registration.
func (s *Service) queueCreated(b *pgx.Batch, actor access.Actor, p registrydb.Person) error {
	after, err := s.trace(p)
	if err != nil {
		return err
	}
	return audit.Queue(b, p.CreatedAt, actor, audit.Event{Action: "person.write", ObjectKind: "person", ObjectID: p.ID.String(),
		Root: p.ID, Division: p.Division, After: after})
}

// memberTrace is what the audit trail keeps of a change in a household.
type memberTrace struct {
	Person   string `json:"person,omitempty"`
	Relation string `json:"relation,omitempty"`
	Since    string `json:"since,omitempty"`
	Until    string `json:"until,omitempty"`
	Reason   string `json:"reason,omitempty"`
	Division int64  `json:"division,omitempty"`
	Head     string `json:"head,omitempty"`
}

// queueHousehold adds the audit event of a change in a household: once on the household's file and once on the file of
// each person concerned.
func queueHousehold(b *pgx.Batch, actor access.Actor, h registrydb.Household, before, after any, people ...registrydb.Person) error {
	e := audit.Event{Action: "household.write", ObjectKind: "household", ObjectID: HouseholdNumber(h.Number), Root: h.ID,
		Division: h.Division, Before: before, After: after}
	if err := audit.Queue(b, h.UpdatedAt, actor, e); err != nil {
		return err
	}
	for _, p := range people {
		e.Root, e.Division = p.ID, p.Division
		if err := audit.Queue(b, h.UpdatedAt, actor, e); err != nil {
			return err
		}
	}
	return nil
}
