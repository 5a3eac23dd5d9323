package registry

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
)

// elsewhere is the cause of a refusal that told the actor that a person is on the register in another office's range.
type elsewhere struct {
	person   uuid.UUID
	division int64
}

func (e *elsewhere) Error() string {
	return fmt.Sprintf("person %s is kept at division %d", e.person, e.division)
}

// keptElsewhere refuses an ID number whose file lies outside the transaction's scope. The town is named because without
// it there is no way out; nothing else about the file is.
func (s *Service) keptElsewhere(field string, person uuid.UUID, at int64) error {
	msg := fmt.Sprintf("该身份证号已在%s登记建档，不能重复登记；请联系该镇街办理迁出后，再在本地登记。", s.office(at))
	e := errs.New(errs.Conflict, "registered_elsewhere", "%s", msg)
	e.Fields = []errs.Field{{Name: field, Message: msg}}
	return e.Because(&elsewhere{person, at})
}

// office names the town whose office keeps a division's files.
func (s *Service) office(at int64) string {
	town := at
	if t := division.At(at, division.Town); t != 0 {
		town = t
	}
	if name := s.places.FullName(town); name != "" {
		return name
	}
	return "外地"
}

// NoteElsewhere writes the audit event of a refusal that told the actor where a person is registered, and returns err.
// A caller of EnsurePerson or EnsureHousehold calls it with its transaction's error, after that was rolled back.
func (s *Service) NoteElsewhere(ctx context.Context, actor access.Actor, err error) error {
	var cause *elsewhere
	if !errors.As(err, &cause) {
		return err
	}
	noted := s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		return audit.Write(ctx, tx, s.now(), actor, audit.Event{Action: "registry.search", ObjectKind: "person", ObjectID: cause.person.String(),
			Root: cause.person, Division: cause.division, Purpose: "登记时查重：已在他处登记"})
	})
	if noted != nil {
		return noted // without its trace the answer is not given
	}
	return err
}
