package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	"zhongfu/internal/postgres/local"
)

// source is where the database comes from: DATABASE_URL or the program's own server.
type source struct {
	url  string
	data string
	lock *os.File // the data folder, held while this process uses it
}

func databaseFlags(fs *flag.FlagSet) *source {
	s := &source{}
	fs.StringVar(&s.url, "database", os.Getenv("DATABASE_URL"), "PostgreSQL connection `URL`; empty starts an own server")
	fs.StringVar(&s.data, "data", envOr("ZHONGFU_DATA", ".data"), "`folder` of the own server and of the key file")
	return s
}

func envOr(name, otherwise string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return otherwise
}

type opened struct {
	url   string
	close func() error
}

const databaseName = "zhongfu"

// open starts the own server when no URL was given, or joins the one that runs. close stops it, unless another program
// (the platform itself, while `zhongfu audit verify` runs beside it) holds the data folder: the lock goes with the process,
// so a server that a killed program left behind belongs to whoever opens it next.
func (s *source) open(ctx context.Context) (*opened, error) {
	if s.url != "" {
		return &opened{s.url, func() error { return nil }}, reach(ctx, s.url)
	}
	ours, err := s.hold()
	if err != nil {
		return nil, err
	}
	server, err := local.Start(ctx, local.Config{
		Data: filepath.Join(s.data, "postgres"), Bin: []string{filepath.Join(s.data, "pgsql", "bin")},
		Settings: []string{"shared_buffers=512MB", "work_mem=16MB", "maintenance_work_mem=256MB", "max_wal_size=4GB",
			"random_page_cost=1.1", "jit=off"},
	})
	if err != nil {
		return nil, err
	}
	if want, err := filepath.Abs(filepath.Join(s.data, "postgres")); err == nil && want != server.Dir() {
		fmt.Fprintf(os.Stderr, "zhongfu: 数据目录 %s 对运行 PostgreSQL 的普通用户不可达，数据库放在 %s\n", want, server.Dir())
	}
	if err := server.EnsureDatabase(ctx, databaseName); err != nil {
		if ours {
			_ = server.Stop()
		}
		return nil, err
	}
	stop := server.Stop
	if !ours {
		stop = func() error { return nil }
	}
	return &opened{server.URL(databaseName), stop}, nil
}

// hold takes the data folder for the life of this process and tells whether it was free.
func (s *source) hold() (bool, error) {
	if err := os.MkdirAll(s.data, 0o755); err != nil {
		return false, err
	}
	f, err := os.OpenFile(filepath.Join(s.data, "postgres.lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return false, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, f.Close()
	}
	s.lock = f // kept open: closing would let go
	return true, err
}
