package registry

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/registry/registrydb"
)

// EnsurePerson finds a person by ID number or registers it, inside the caller's transaction. What the file lacks is
// filled in from the input; what it holds is never overwritten. The caller has authorised the act; the transaction's
// scope decides what is visible. A person kept outside it, a name that differs from the registered one, and a person
// whose death is recorded are refused (Conflict) with the way out. After a refusal the caller passes the error of its
// transaction through NoteElsewhere.
func (s *Service) EnsurePerson(ctx context.Context, tx pgx.Tx, actor access.Actor, in PersonInput) (PersonRef, error) {
	if in.Division == 0 {
		in.Division = in.Register
	}
	var c errs.Collector
	s.keeps("division", in.Division, &c)
	ok := s.check("", in, &c)
	if err := c.Err(); err != nil {
		return PersonRef{}, err
	}
	people, err := s.ensure(ctx, tx, actor, []checked{ok}, in.Division, func(int) string { return "" })
	if err != nil {
		return PersonRef{}, err
	}
	return people[0].ref(), nil
}

// enrolled is a person found or registered.
type enrolled struct {
	registrydb.Person
	created bool
}

func (e enrolled) ref() PersonRef {
	r := refOf(e.Person)
	r.Created = e.created
	return r
}

// ensure finds or registers the people, in order; new ones are kept at the division.
func (s *Service) ensure(ctx context.Context, tx pgx.Tx, actor access.Actor, in []checked, at int64, path func(int) string) ([]enrolled, error) {
	q := registrydb.New(tx)
	fields := make([]string, len(in))
	for i := range in {
		fields[i] = path(i) + "id_number"
	}
	known, err := s.lookUp(ctx, q, in, fields)
	if err != nil {
		return nil, err
	}
	out := make([]enrolled, len(in))
	var fresh []*registrydb.Person
	for i := range in {
		if known[i] == nil {
			row, err := s.rowOf(in[i], at, s.now())
			if err != nil {
				return nil, err
			}
			out[i] = enrolled{Person: row, created: true}
			fresh = append(fresh, &out[i].Person)
			continue
		}
		out[i].Person = *known[i]
		if err := agrees(known[i], in[i], path(i)); err != nil {
			return nil, err
		}
		if err := s.fill(ctx, tx, q, actor, &out[i].Person, in[i]); err != nil {
			return nil, err
		}
	}
	return out, s.insertPeople(ctx, tx, actor, fresh)
}

// agrees refuses an input that cannot be the registered person.
func agrees(p *registrydb.Person, in checked, prefix string) error {
	refuse := func(field, code, msg string) error {
		e := errs.New(errs.Conflict, code, "%s", msg)
		e.Fields = []errs.Field{{Name: prefix + field, Message: msg}}
		return e
	}
	if p.Name != in.in.Name {
		return refuse("name", "name_differs", "该身份证号在册的姓名与所填姓名不一致，请对照身份证核对；确已改名的，请先在人员档案（"+PersonNumber(p.Number)+"）中更正。")
	}
	if p.DeathDate != nil {
		return refuse("id_number", "person_deceased", "该人员已登记死亡，不能办理；登记有误的，请先在人员档案（"+PersonNumber(p.Number)+"）中更正。")
	}
	return nil
}

// fill completes a file with what the input knows and the file lacks.
func (s *Service) fill(ctx context.Context, tx pgx.Tx, q *registrydb.Queries, actor access.Actor, p *registrydb.Person, in checked) error {
	before := *p
	if !s.complete(p, in) {
		return nil
	}
	p.UpdatedAt = s.now()
	return s.save(ctx, tx, q, actor, before, p)
}

func (s *Service) complete(p *registrydb.Person, in checked) bool {
	changed := false
	text := func(have *string, got string) {
		if *have == "" && got != "" {
			*have, changed = got, true
		}
	}
	sealed := func(have *[]byte, field, got string) bool {
		if *have == nil && got != "" {
			*have, changed = s.keys.Seal(field, got), true
			return true
		}
		return false
	}
	f, c := in.in.Facts, in.in.Contact
	if sealed(&p.PhoneSealed, fieldPhone, c.Phone) {
		p.PhoneBlind = s.keys.Blind(fieldPhone, c.Phone)
	}
	if sealed(&p.AccountSealed, fieldAccount, c.Account) {
		p.AccountHolder, p.BankName = f.AccountHolder, f.BankName // they belong to the account they came with
	}
	sealed(&p.AddressSealed, fieldAddress, c.Address)
	if p.DisabilityType == nil && f.DisabilityType != 0 {
		sealed(&p.DisabilitySealed, fieldDisability, c.Disability)
		p.DisabilityType, p.DisabilityGrade, changed = pointer16(f.DisabilityType), pointer16(f.DisabilityGrade), true
	}
	text(&p.Ethnicity, f.Ethnicity)
	text(&p.Marital, f.Marital)
	text(&p.Health, f.Health)
	text(&p.Education, f.Education)
	text(&p.Schooling, f.Schooling)
	text(&p.WorkAbility, f.WorkAbility)
	text(&p.SeriousIllness, f.SeriousIllness)
	return changed
}

func ids(people []enrolled) []uuid.UUID {
	out := make([]uuid.UUID, len(people))
	for i, p := range people {
		out[i] = p.ID
	}
	return out
}
