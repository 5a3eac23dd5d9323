package identity

import (
	"cmp"
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/identity/identitydb"
)

// DemoAccount is an account of a demonstration, with the password that everybody may use.
type DemoAccount struct {
	Login, Name string
	Role        access.Role
	Division    int64
	Password    string // "" when somebody has changed it
}

// DemoAccounts lists the accounts of a demonstration by role and place. Outside a demonstration it answers NotFound, and it
// never shows anybody else.
func (s *Service) DemoAccounts(ctx context.Context, actor access.Actor) ([]DemoAccount, error) {
	if err := access.Check(actor, "public.sign_in", access.Listing); err != nil {
		return nil, err
	}
	if !s.cfg.Demo {
		return nil, errs.New(errs.NotFound, "no_demo", "本系统不是演示系统，没有演示账号。")
	}
	var rows []identitydb.DemoAccountsRow
	err := s.db.InRead(ctx, access.System("demo"), func(tx pgx.Tx) error {
		var err error
		rows, err = identitydb.New(tx).DemoAccounts(ctx)
		return err
	})
	if err != nil {
		return nil, err
	}
	out := make([]DemoAccount, len(rows))
	for i, r := range rows {
		out[i] = DemoAccount{Login: r.Login, Name: r.Name, Role: access.Role(r.Role), Division: r.Division}
		if r.Unchanged {
			out[i].Password = s.cfg.DemoPassword
		}
	}
	slices.SortStableFunc(out, func(a, b DemoAccount) int {
		if byRole := slices.Index(access.Roles, a.Role) - slices.Index(access.Roles, b.Role); byRole != 0 {
			return byRole
		}
		return cmp.Compare(a.Division, b.Division)
	})
	return out, nil
}
