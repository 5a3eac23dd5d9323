package main

import (
	"context"
	"flag"
	"fmt"
	"io"

	"zhongfu/internal/postgres"
	"zhongfu/migrations"
)

// migrateCommand brings the schema up to date: zhongfu migrate [-database URL].
func migrateCommand(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("migrate", flag.ContinueOnError)
	fs.SetOutput(stderr)
	src := databaseFlags(fs)
	if fs.Parse(args) != nil {
		return exitUsage
	}
	db, err := src.open(ctx)
	if err != nil {
		return fail(stderr, err)
	}
	defer db.close()
	version, err := postgres.Migrate(ctx, db.url, migrations.FS)
	if err != nil {
		return fail(stderr, err)
	}
	fmt.Fprintf(stdout, "数据库结构已是版本 %d\n", version)
	return 0
}
