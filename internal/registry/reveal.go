package registry

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/errs"
	"zhongfu/internal/registry/registrydb"
)

// Field is a sealed field of a person.
type Field string

// The fields that can be revealed.
const (
	IDNumber   Field = "id_number"
	Phone      Field = "phone"
	Account    Field = "account"
	Address    Field = "address"
	Disability Field = "disability"
)

// minPurpose is how many characters a purpose has at least: "核对" says nothing.
const minPurpose = 4

// Reveal opens one sealed field for a stated purpose; that it was opened, by whom and what for stays in the audit trail
// even when the field is empty. Errors: Invalid for an unknown field or too short a purpose, NotFound outside the range.
func (s *Service) Reveal(ctx context.Context, actor access.Actor, person uuid.UUID, field Field, purpose string) (string, error) {
	if err := access.Check(actor, "person.reveal", access.Listing); err != nil {
		return "", err
	}
	if purpose = strings.TrimSpace(purpose); utf8.RuneCountInString(purpose) < minPurpose || utf8.RuneCountInString(purpose) > 200 {
		return "", errs.Bad("purpose", "请写明查看用途（%d至200字），如：电话通知补正材料。", minPurpose)
	}
	var value string
	err := s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		p, err := registrydb.New(tx).PersonByID(ctx, person)
		if err != nil {
			return missing(err, "该人员")
		}
		if err := access.Check(actor, "person.reveal", access.At(p.Division)); err != nil {
			return err
		}
		column, sealed, err := sealedField(p, field)
		if err != nil {
			return err
		}
		if value, err = s.keys.Open(column, sealed); err != nil {
			return err
		}
		return audit.Write(ctx, tx, s.now(), actor, audit.Event{Action: "person.reveal", ObjectKind: "person", ObjectID: PersonNumber(p.Number),
			Root: p.ID, Division: p.Division, After: map[string]string{"field": string(field)}, Purpose: purpose})
	})
	if err != nil {
		return "", err
	}
	return value, nil
}

func sealedField(p registrydb.Person, f Field) (column string, sealed []byte, err error) {
	switch f {
	case IDNumber:
		return fieldID, p.IDSealed, nil
	case Phone:
		return fieldPhone, p.PhoneSealed, nil
	case Account:
		return fieldAccount, p.AccountSealed, nil
	case Address:
		return fieldAddress, p.AddressSealed, nil
	case Disability:
		return fieldDisability, p.DisabilitySealed, nil
	}
	return "", nil, errs.Bad("field", "没有可查看的字段“%s”。", short(string(f)))
}
