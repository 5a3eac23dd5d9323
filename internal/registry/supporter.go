package registry

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/idnum"
)

// EnsureSupporter is EnsurePerson for a legal supporter (赡养、抚养、扶养义务人), who often lives in another town: a file
// kept elsewhere is no obstacle, because nothing of it is read or moved. The answer then holds the person's id and what
// the input itself says; Number and Division stay empty. The event stands on the trail of the office that keeps the file.
func (s *Service) EnsureSupporter(ctx context.Context, tx pgx.Tx, actor access.Actor, in PersonInput) (PersonRef, error) {
	ref, err := s.EnsurePerson(ctx, tx, actor, in)
	var away *elsewhere
	if !errors.As(err, &away) {
		return ref, err
	}
	r, err := idnum.ParseResidentOn("id_number", in.IDNumber, s.today())
	if err != nil {
		return PersonRef{}, err
	}
	name, _ := cleanName(in.Name) // found right by EnsurePerson
	return PersonRef{ID: away.person, Name: name, Sex: r.Sex, Birth: r.Birth},
		audit.Write(ctx, tx, s.now(), actor, audit.Event{Action: "registry.search", ObjectKind: "person", ObjectID: idnum.MaskResident(r.Number),
			Root: away.person, Division: away.division, Purpose: "登记为申请家庭的赡养、抚养、扶养义务人"})
}
