package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strconv"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// reach connects once, so that a database that cannot be used is said in one line with the way out, and without the
// password that the address may hold.
func reach(ctx context.Context, url string) error {
	cfg, err := pgx.ParseConfig(url)
	if err != nil {
		return errors.New("DATABASE_URL 的格式不对，应形如 postgres://用户:密码@主机:5432/数据库；请检查后重新启动")
	}
	cfg.ConnectTimeout = 10 * time.Second
	conn, err := pgx.ConnectConfig(ctx, cfg)
	if err == nil {
		return conn.Close(ctx)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	at := net.JoinHostPort(cfg.Host, strconv.Itoa(int(cfg.Port)))
	var said *pgconn.PgError
	switch {
	case errors.As(err, &said) && (said.Code == "28P01" || said.Code == "28000"):
		return fmt.Errorf("数据库 %s 拒绝了用户 %s 登录：请检查 DATABASE_URL 里的用户名和密码", at, cfg.User)
	case errors.As(err, &said) && said.Code == "3D000":
		return fmt.Errorf("数据库服务 %s 上没有名为 %s 的数据库：请先建库，或检查 DATABASE_URL", at, cfg.Database)
	case errors.As(err, &said):
		return fmt.Errorf("数据库 %s 暂时不能使用（%s）：请稍后重新启动", at, said.Message)
	}
	return fmt.Errorf("连不上数据库 %s（%s）：请检查 DATABASE_URL，并确认数据库已启动", at, why(err))
}

// why is the innermost reason; the driver's own text repeats each address on a line of its own.
func why(err error) string {
	var number syscall.Errno
	var timeout net.Error
	var name *net.DNSError
	switch {
	case errors.As(err, &name):
		return "找不到这台主机"
	case errors.Is(err, syscall.ECONNREFUSED):
		return "连接被拒绝"
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return "没有应答"
	case errors.As(err, &number):
		return number.Error()
	}
	return "连接失败"
}
