package main

import (
	"context"
	"flag"
	"os"
	"path/filepath"

	"zhongfu/internal/postgres/local"
)

// source is where the database comes from: DATABASE_URL or the program's own server.
type source struct {
	url  string
	data string
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

// open starts the own server when no URL was given. close stops what open started.
func (s *source) open(ctx context.Context) (*opened, error) {
	if s.url != "" {
		return &opened{s.url, func() error { return nil }}, nil
	}
	server, err := local.Start(ctx, local.Config{
		Data: filepath.Join(s.data, "postgres"), Bin: []string{filepath.Join(s.data, "pgsql", "bin")},
		Settings: []string{"shared_buffers=512MB", "work_mem=16MB", "maintenance_work_mem=256MB", "max_wal_size=4GB",
			"random_page_cost=1.1", "jit=off"},
	})
	if err != nil {
		return nil, err
	}
	if err := server.EnsureDatabase(ctx, databaseName); err != nil {
		_ = server.Stop()
		return nil, err
	}
	return &opened{server.URL(databaseName), server.Stop}, nil
}
