package registry

import (
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/registry/registrydb"
)

// rowOf seals a checked input into a person row kept at a division.
func (s *Service) rowOf(in checked, at int64, now time.Time) (registrydb.Person, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return registrydb.Person{}, err
	}
	p := registrydb.Person{ID: id, Division: at, Version: 1, CreatedAt: now, UpdatedAt: now}
	s.setIdentity(&p, in)
	s.setContact(&p, in.in.Contact)
	setFacts(&p, in.in.Facts)
	return p, nil
}

func (s *Service) setIdentity(p *registrydb.Person, in checked) {
	p.Name, p.Sex, p.Birth = in.in.Name, int16(in.resident.Sex), in.resident.Birth
	p.IDSealed, p.IDBlind = s.keys.Seal(fieldID, in.resident.Number), s.keys.Blind(fieldID, in.resident.Number)
}

func (s *Service) setContact(p *registrydb.Person, c Contact) {
	p.PhoneSealed, p.PhoneBlind = s.keys.Seal(fieldPhone, c.Phone), s.keys.Blind(fieldPhone, c.Phone)
	p.AccountSealed = s.keys.Seal(fieldAccount, c.Account)
	p.AddressSealed = s.keys.Seal(fieldAddress, c.Address)
	p.DisabilitySealed = s.keys.Seal(fieldDisability, c.Disability)
}

func setFacts(p *registrydb.Person, f Facts) {
	p.AccountHolder, p.BankName = f.AccountHolder, f.BankName
	p.RegisterDivision, p.ResidenceDivision = f.Register, f.Residence
	if p.RegisterDivision == 0 {
		p.RegisterDivision = p.Division
	}
	if p.ResidenceDivision == 0 {
		p.ResidenceDivision = p.RegisterDivision
	}
	p.Ethnicity, p.Marital, p.Health, p.Education = f.Ethnicity, f.Marital, f.Health, f.Education
	p.Schooling, p.WorkAbility, p.SeriousIllness = f.Schooling, f.WorkAbility, f.SeriousIllness
	p.DisabilityType, p.DisabilityGrade = pointer16(f.DisabilityType), pointer16(f.DisabilityGrade)
}

// The number is read back: the row lies inside the scope or is refused.
const insertPerson = `
insert into person (id, division, name, sex, birth, id_sealed, id_blind, phone_sealed, phone_blind, account_sealed, account_holder,
  bank_name, address_sealed, register_division, residence_division, ethnicity, marital, health, education, schooling, work_ability,
  serious_illness, disability_sealed, disability_type, disability_grade, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $26)
returning number`

const insertIdentity = `insert into person_identity (id_blind, person_id, division) values ($1, $2, $3)`

// queueInsert adds a person and its identity to a batch; p.Number is set when the batch is read.
func queueInsert(b *pgx.Batch, p *registrydb.Person) {
	b.Queue(insertIdentity, p.IDBlind, p.ID, p.Division)
	b.Queue(insertPerson, p.ID, p.Division, p.Name, p.Sex, p.Birth, p.IDSealed, p.IDBlind, p.PhoneSealed, p.PhoneBlind, p.AccountSealed,
		p.AccountHolder, p.BankName, p.AddressSealed, p.RegisterDivision, p.ResidenceDivision, p.Ethnicity, p.Marital, p.Health,
		p.Education, p.Schooling, p.WorkAbility, p.SeriousIllness, p.DisabilitySealed, p.DisabilityType, p.DisabilityGrade, p.CreatedAt,
	).QueryRow(func(row pgx.Row) error { return row.Scan(&p.Number) })
}
