package registry

import (
	"errors"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/errs"
)

// stale refuses a change that was made on an older state than the stored one.
func stale(what string) error {
	return errs.New(errs.Conflict, "stale_version", "%s刚被他人修改过，为避免覆盖，您的修改没有保存；请刷新后核对再改。", what)
}

// missing turns "no row" into NotFound with the thing's name.
func missing(err error, what string) error {
	if errors.Is(err, pgx.ErrNoRows) {
		return errs.Missing(what)
	}
	return err
}
