package casework

import (
	"context"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/rulebook"
)

// Standing tells in which steps of a pack's procedures cases stand now, so that a new version of the pack cannot drop what
// they need. It counts over all divisions: the caller is a service, not a person.
func (s *Service) Standing(ctx context.Context, pack string) (out []rulebook.Standing, err error) {
	err = s.db.InRead(ctx, access.System("政策版本检查"), func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select c.item, c.procedure, s.step, count(*)::int from cases c join case_step s on s.case_id = c.id and s.state = 'open'
			where c.pack = $1 and c.status = 'open' group by 1, 2, 3 order by 1, 2, 3`, pack)
		if err != nil {
			return err
		}
		out, err = pgx.CollectRows(rows, func(r pgx.CollectableRow) (st rulebook.Standing, err error) {
			err = r.Scan(&st.Item, &st.Procedure, &st.Step, &st.Cases)
			return st, err
		})
		return err
	})
	return out, err
}
