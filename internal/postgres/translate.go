package postgres

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"zhongfu/internal/errs"
)

// Translate turns a database error into the platform's error: a named constraint into its field fault, a missing row
// into NotFound, a row outside the scope into NotFound, lost connections into Unavailable. An *errs.Error passes.
func Translate(err error) error {
	if err == nil || errs.As(err) != nil {
		return err
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if errors.Is(err, pgx.ErrNoRows) {
		return errs.Missing("该记录").Because(err)
	}
	var pe *pgconn.PgError
	if !errors.As(err, &pe) {
		var ce *pgconn.ConnectError
		if errors.As(err, &ce) || pgconn.SafeToRetry(err) {
			return errs.New(errs.Unavailable, "database_unavailable", "数据库暂时连不上，请稍后重试。").Because(err)
		}
		return err
	}
	if f, ok := constraints[pe.ConstraintName]; ok {
		kind := errs.Invalid
		if pe.Code == "23505" || pe.Code == "23P01" {
			kind = errs.Conflict
		}
		e := errs.New(kind, f.Code, "%s", f.Message).Because(err)
		if f.Field != "" {
			e.Fields = []errs.Field{{Name: f.Field, Message: f.Message}}
		}
		return e
	}
	switch pe.Code {
	case "42501": // insufficient_privilege: also what a row-level security WITH CHECK violation raises
		return errs.Missing("该记录").Because(err)
	case "57014":
		return errs.New(errs.Unavailable, "query_cancelled", "查询时间过长，已停止；请缩小范围后重试。").Because(err)
	case "53300", "57P01", "57P02", "57P03", "08006", "08003":
		return errs.New(errs.Unavailable, "database_unavailable", "数据库暂时连不上，请稍后重试。").Because(err)
	}
	return err
}
