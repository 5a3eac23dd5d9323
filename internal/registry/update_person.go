package registry

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
	"zhongfu/internal/registry/registrydb"
)

// PersonChange replaces the plain fields of a file. The sealed ones are not known to the screen that sends the change:
// nil leaves them, "" clears them.
type PersonChange struct {
	Version    int // as read; a file changed since is not overwritten
	Name       string
	IDNumber   *string // to correct a wrong number; birth and sex follow it
	Phone      *string
	Account    *string
	Address    *string
	Disability *string
	Facts
}

// UpdatePerson changes a file. Errors: NotFound outside the actor's range, Conflict when the file was changed since it
// was read or the corrected ID number belongs to somebody else.
func (s *Service) UpdatePerson(ctx context.Context, actor access.Actor, id uuid.UUID, in PersonChange) (PersonDetail, error) {
	if err := access.Check(actor, "person.write", access.Listing); err != nil {
		return PersonDetail{}, err
	}
	var out PersonDetail
	err := s.change(ctx, actor, func(tx pgx.Tx, q *registrydb.Queries) error {
		p, err := s.personForUpdate(ctx, q, actor, id, "person.write")
		if err != nil {
			return err
		}
		if int(p.Version) != in.Version {
			return stale("人员档案")
		}
		before := p
		if err := s.apply(&p, in); err != nil {
			return err
		}
		if string(p.IDBlind) != string(before.IDBlind) {
			if err := s.replaceIdentity(ctx, q, before, p); err != nil {
				return err
			}
		}
		p.UpdatedAt = s.now()
		if err := s.save(ctx, tx, q, actor, before, &p); err != nil {
			return err
		}
		out, err = s.detail(p)
		return err
	})
	return out, err
}

func (s *Service) personForUpdate(ctx context.Context, q *registrydb.Queries, actor access.Actor, id uuid.UUID, action access.Action) (registrydb.Person, error) {
	p, err := q.PersonForUpdate(ctx, id)
	if err != nil {
		return p, missing(err, "该人员")
	}
	return p, access.Check(actor, action, access.At(p.Division))
}

// apply checks the change against the whole file and puts it into p.
func (s *Service) apply(p *registrydb.Person, in PersonChange) error {
	o := opener{keys: s.keys}
	full := PersonInput{Name: in.Name, Facts: in.Facts, Division: p.Division, IDNumber: value(in.IDNumber, func() string { return o.open(fieldID, p.IDSealed) }),
		Contact: Contact{
			Phone:      value(in.Phone, func() string { return o.open(fieldPhone, p.PhoneSealed) }),
			Account:    value(in.Account, func() string { return o.open(fieldAccount, p.AccountSealed) }),
			Address:    value(in.Address, func() string { return o.open(fieldAddress, p.AddressSealed) }),
			Disability: value(in.Disability, func() string { return o.open(fieldDisability, p.DisabilitySealed) }),
		}}
	if o.err != nil {
		return o.err
	}
	if full.Disability != "" && in.Disability == nil && in.DisabilityType == 0 && in.DisabilityGrade == 0 {
		full.Disability = "" // the screen said: no disability any more
	}
	var c errs.Collector
	ok := s.check("", full, &c)
	if err := c.Err(); err != nil {
		return err
	}
	if ok.resident.Number != o.open(fieldID, p.IDSealed) || p.Name != ok.in.Name {
		s.setIdentity(p, ok)
	}
	s.setContact(p, ok.in.Contact)
	setFacts(p, ok.in.Facts)
	return o.err
}

func value(given *string, kept func() string) string {
	if given != nil {
		return *given
	}
	return kept()
}

// replaceIdentity gives the person another ID number where nobody holds it.
func (s *Service) replaceIdentity(ctx context.Context, q *registrydb.Queries, before, after registrydb.Person) error {
	held, err := q.Identities(ctx, [][]byte{after.IDBlind})
	if err != nil {
		return err
	}
	if len(held) > 0 {
		if _, err := q.PersonByID(ctx, held[0].PersonID); err != nil {
			if errs.Is(missing(err, "该人员"), errs.NotFound) {
				return s.keptElsewhere("id_number", held[0].PersonID, held[0].Division)
			}
			return err
		}
		return errs.New(errs.Conflict, "person_exists", "更正后的身份证号已登记在另一人名下，不能重复登记；请用该号码查询后核对是否同一人。")
	}
	n, err := q.ReplaceIdentity(ctx, registrydb.ReplaceIdentityParams{NewBlind: after.IDBlind, OldBlind: before.IDBlind, PersonID: after.ID})
	if err == nil && n != 1 {
		return stale("人员档案")
	}
	return err
}

// save writes a changed row and its audit event; p's version is counted up.
func (s *Service) save(ctx context.Context, tx pgx.Tx, q *registrydb.Queries, actor access.Actor, before registrydb.Person, p *registrydb.Person) error {
	n, err := q.UpdatePerson(ctx, registrydb.UpdatePersonParams{
		ID: p.ID, Version: p.Version, Name: p.Name, Sex: p.Sex, Birth: p.Birth, IDSealed: p.IDSealed, IDBlind: p.IDBlind,
		PhoneSealed: p.PhoneSealed, PhoneBlind: p.PhoneBlind, AccountSealed: p.AccountSealed, AccountHolder: p.AccountHolder,
		BankName: p.BankName, AddressSealed: p.AddressSealed, RegisterDivision: p.RegisterDivision, ResidenceDivision: p.ResidenceDivision,
		Ethnicity: p.Ethnicity, Marital: p.Marital, Health: p.Health, Education: p.Education, Schooling: p.Schooling,
		WorkAbility: p.WorkAbility, SeriousIllness: p.SeriousIllness, DisabilitySealed: p.DisabilitySealed,
		DisabilityType: p.DisabilityType, DisabilityGrade: p.DisabilityGrade, DeathDate: p.DeathDate, UpdatedAt: p.UpdatedAt,
	})
	if err != nil {
		return err
	}
	if n != 1 {
		return stale("人员档案")
	}
	p.Version++
	was, err := s.trace(before)
	if err != nil {
		return err
	}
	is, err := s.trace(*p)
	if err != nil {
		return err
	}
	return audit.Write(ctx, tx, p.UpdatedAt, actor, audit.Event{Action: "person.write", ObjectKind: "person", ObjectID: PersonNumber(p.Number),
		Root: p.ID, Division: p.Division, Before: was, After: is})
}
