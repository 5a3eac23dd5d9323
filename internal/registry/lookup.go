package registry

import (
	"context"

	"github.com/google/uuid"

	"zhongfu/internal/registry/registrydb"
)

// lookUp finds who of the inputs is on the register already: out[i] is nil for a new person. A person whose file lies
// outside the transaction's scope is refused with the town that keeps it, on fields[i].
func (s *Service) lookUp(ctx context.Context, q *registrydb.Queries, in []checked, fields []string) ([]*registrydb.Person, error) {
	blinds := make([][]byte, len(in))
	for i := range in {
		blinds[i] = s.keys.Blind(fieldID, in[i].resident.Number)
	}
	found, err := q.Identities(ctx, blinds)
	if err != nil {
		return nil, err
	}
	out := make([]*registrydb.Person, len(in))
	if len(found) == 0 {
		return out, nil
	}
	ids := make([]uuid.UUID, len(found))
	for i, f := range found {
		ids[i] = f.PersonID
	}
	people, err := q.PersonsByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	byBlind := map[string]*registrydb.Person{}
	for i := range people {
		byBlind[string(people[i].IDBlind)] = &people[i]
	}
	for _, f := range found {
		for i := range in {
			if string(blinds[i]) != string(f.IDBlind) {
				continue
			}
			if out[i] = byBlind[string(f.IDBlind)]; out[i] == nil {
				return nil, s.keptElsewhere(fields[i], f.PersonID, f.Division)
			}
		}
	}
	return out, nil
}
