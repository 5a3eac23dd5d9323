package registry

import (
	"context"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/registry/registrydb"
)

// CreatePerson registers a person who is not yet in any household. An ID number that is already registered is refused
// with the way out; the same name under another ID number is no error.
func (s *Service) CreatePerson(ctx context.Context, actor access.Actor, in PersonInput) (PersonDetail, error) {
	if in.Division == 0 {
		in.Division = in.Register
	}
	if err := access.Check(actor, "person.write", where(in.Division)); err != nil {
		return PersonDetail{}, err
	}
	var c errs.Collector
	s.keeps("division", in.Division, &c)
	ok := s.check("", in, &c)
	if err := c.Err(); err != nil {
		return PersonDetail{}, err
	}
	var out PersonDetail
	err := s.change(ctx, actor, func(tx pgx.Tx, q *registrydb.Queries) error {
		known, err := s.lookUp(ctx, q, []checked{ok}, []string{"id_number"})
		if err != nil {
			return err
		}
		if p := known[0]; p != nil {
			e := errs.New(errs.Conflict, "person_exists", "该身份证号已登记在册（人员编号%s），不能重复登记；请直接打开该人员的档案办理。", PersonNumber(p.Number))
			e.Fields = []errs.Field{{Name: "id_number", Message: e.Message}}
			return e
		}
		p, err := s.rowOf(ok, in.Division, s.now())
		if err != nil {
			return err
		}
		if err := s.insertPeople(ctx, tx, actor, []*registrydb.Person{&p}); err != nil {
			return err
		}
		out, err = s.detail(p)
		return err
	})
	return out, err
}

// insertPeople writes new people with their audit events in one round trip.
func (s *Service) insertPeople(ctx context.Context, tx pgx.Tx, actor access.Actor, people []*registrydb.Person) error {
	if len(people) == 0 {
		return nil
	}
	b := &pgx.Batch{}
	for _, p := range people {
		queueInsert(b, p)
		if err := s.queueCreated(b, actor, *p); err != nil {
			return err
		}
	}
	return tx.SendBatch(ctx, b).Close()
}
