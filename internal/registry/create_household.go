package registry

import (
	"context"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/registry/registrydb"
)

// CreateHousehold registers a household with its head and members; people already on the register and free are taken
// in, anybody who belongs to a household is refused with the way out.
func (s *Service) CreateHousehold(ctx context.Context, actor access.Actor, in HouseholdInput) (HouseholdDetail, error) {
	if err := access.Check(actor, "household.write", where(in.Division)); err != nil {
		return HouseholdDetail{}, err
	}
	var out HouseholdDetail
	err := s.change(ctx, actor, func(tx pgx.Tx, q *registrydb.Queries) error {
		ref, err := s.household(ctx, tx, actor, in, false)
		if err != nil {
			return err
		}
		out, err = s.householdDetail(ctx, q, actor, ref.ID)
		return err
	})
	return out, err
}
