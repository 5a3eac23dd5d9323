package identity

import (
	"context"
	"errors"
	"math"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
)

// guard is one kind of counted failure. After `free` failures each further one locks for 1, 2, 4 … minutes, an hour at
// most; after `quiet` without a failure the count begins anew. The counts lie in the database, so a restart or a second
// process forgets nothing.
type guard struct {
	field string
	free  int
	quiet time.Duration
	text  string // %d: minutes to wait
}

var (
	loginGuard = guard{"throttle.login", 5, 24 * time.Hour,
		"密码错误次数过多，该登录名已暂时锁定，请 %d 分钟后再试；忘记密码请联系本单位系统管理员重置。"}
	addressGuard = guard{"throttle.address", 30, time.Hour, "本机登录失败次数过多，请 %d 分钟后再试。"}
	codeGuard    = guard{"throttle.code", 5, 24 * time.Hour,
		"动态口令错误次数过多，请 %d 分钟后再试；更换手机请联系本单位系统管理员重置。"}
)

// guardKey keys a count without keeping the login or address in clear; what is empty is counted too.
func (s *Service) guardKey(g guard, value string) []byte { return s.key.Blind(g.field, "="+value) }

// count adds one failure unless the key is locked, and locks it when there were too many.
const count = `
insert into sign_in_throttle as t (key, failures, last_at) values ($1, 1, $2)
on conflict (key) do update set
  failures = case when t.last_at < $3 then 1 else t.failures + 1 end,
  last_at = $2,
  locked_until = case when t.last_at < $3 or t.failures + 1 < $4 then null
    else $2 + interval '1 minute' * least(60, power(2, least(t.failures + 1 - $4, 10))) end
where t.locked_until is null or t.locked_until <= $2
returning failures`

// attempt counts a try as failed before it is looked at, so that many tries at once cannot slip through together; who
// succeeds is forgiven by clear. It answers TooMany while the key is locked.
func (s *Service) attempt(ctx context.Context, tx pgx.Tx, g guard, key []byte) error {
	now := s.clock.Now()
	var failures int
	err := tx.QueryRow(ctx, count, key, now, now.Add(-g.quiet), g.free).Scan(&failures)
	if errors.Is(err, pgx.ErrNoRows) {
		return s.locked(ctx, tx, g, key)
	}
	return err
}

// locked answers TooMany with the minutes to wait while the key is locked.
func (s *Service) locked(ctx context.Context, tx pgx.Tx, g guard, key []byte) error {
	now := s.clock.Now()
	var until time.Time
	err := tx.QueryRow(ctx, `select locked_until from sign_in_throttle where key = $1 and locked_until > $2`, key, now).Scan(&until)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	minutes := int(math.Ceil(until.Sub(now).Minutes()))
	return errs.New(errs.TooMany, "too_many_attempts", g.text, minutes)
}

// clear forgives what was counted.
func (s *Service) clear(ctx context.Context, tx pgx.Tx, keys ...[]byte) error {
	_, err := tx.Exec(ctx, `delete from sign_in_throttle where key = any($1)`, keys)
	return err
}

// forgive is clear in a transaction of its own.
func (s *Service) forgive(ctx context.Context, keys ...[]byte) error {
	return s.db.InTx(ctx, access.System("sign-in"), func(tx pgx.Tx) error { return s.clear(ctx, tx, keys...) })
}
