package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"zhongfu/internal/bench"
	"zhongfu/internal/postgres/local"
)

// benchCommand measures the platform and writes docs/performance.md: zhongfu bench.
func benchCommand(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("bench", flag.ContinueOnError)
	fs.SetOutput(stderr)
	src := databaseFlags(fs)
	o := bench.Options{Command: "zhongfu bench " + strings.Join(args, " "), Version: version, Progress: stdout, Keep: true}
	out := fs.String("out", "docs/performance.md", "report `file`; - for standard output")
	quick := fs.Bool("quick", false, "everything at a fiftieth of the size")
	fs.IntVar(&o.People, "people", 1_000_000, "size of the register")
	fs.IntVar(&o.Cases, "cases", 300_000, "number of cases, one in ten of them open")
	fs.IntVar(&o.Clients, "clients", 16, "clients at a time")
	fs.Float64Var(&o.Seconds, "seconds", 10, "seconds for each arm of each read")
	fs.Uint64Var(&o.Seed, "seed", 2026, "`number` that the database is made from")
	fs.StringVar(&o.Only, "only", "", "one part alone: policy, verify, or an operation: case-page, inbox, search-id, search-name, submit, confirm")
	fs.IntVar(&o.Households, "households", 1_000_000, "households of the policy section; 0 leaves it out")
	fs.IntVar(&o.Verify, "verify", 100_000, "people of the largest order of the section on asking departments; 0 leaves it out")
	simulator := fs.String("deptsim", "", "`path` of the department simulator; empty: beside this program")
	fs.StringVar(&o.Profile, "profile", "", "`folder` for a CPU profile of the program in each operation")
	fs.StringVar(&o.Server.Prefix, "prefix", "zhongfu_bench_", "beginning of the databases' names")
	fs.BoolVar(&o.Keep, "keep", true, "keep the database for the next run")
	if fs.Parse(args) != nil {
		return exitUsage
	}
	o.Command = strings.TrimSpace(o.Command)
	if *quick {
		shrink(fs, &o)
	}
	o.Simulator = func(ctx context.Context, d bench.Departments) (string, func(), error) {
		program, err := (&departments{program: *simulator}).find()
		if err != nil {
			return "", nil, err
		}
		about := filepath.Join(d.Folder, "deptsim.json")
		return launch(ctx, program, about, stderr, "-instant", "-listen", "127.0.0.1:0", "-keys", filepath.Join(d.Folder, "exchange-keys.json"), "-seed", strconv.FormatUint(d.Seed, 10), "-as-of", d.AsOf)
	}
	if err := runBench(ctx, src, o, *out, stdout); err != nil {
		return fail(stderr, err)
	}
	return 0
}

// shrink divides what was not asked for by fifty; the seconds by ten only, or nothing could be told from them.
func shrink(fs *flag.FlagSet, o *bench.Options) {
	set := map[string]bool{}
	fs.Visit(func(f *flag.Flag) { set[f.Name] = true })
	if !set["people"] {
		o.People /= 50
	}
	if !set["households"] {
		o.Households /= 50
	}
	if !set["verify"] {
		o.Verify /= 50
	}
	if !set["cases"] {
		o.Cases /= 50
	}
	if !set["seconds"] {
		o.Seconds /= 10
	}
	if !set["prefix"] {
		o.Server.Prefix += "quick_"
	}
}

func runBench(ctx context.Context, src *source, o bench.Options, out string, stdout io.Writer) error {
	if o.Profile != "" {
		if err := os.MkdirAll(o.Profile, 0o755); err != nil {
			return err
		}
	}
	folder := filepath.Join(src.data, "bench")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	o.KeyFile = filepath.Join(folder, "keys.json")
	o.Server.URL = src.url
	if src.url == "" {
		server, err := local.Start(ctx, local.Config{
			Data: filepath.Join(folder, "postgres"), Bin: []string{filepath.Join(src.data, "pgsql", "bin")},
			// As the platform's own server, with more memory; nothing that would lose a commit.
			Settings: []string{"shared_buffers=2GB", "work_mem=16MB", "maintenance_work_mem=512MB", "max_wal_size=8GB", "checkpoint_timeout=15min",
				"random_page_cost=1.1", "jit=off"},
		})
		if err != nil {
			return err
		}
		defer func() { _ = server.Stop() }()
		o.Server.URL = server.URL("postgres")
	} else if err := reach(ctx, src.url); err != nil {
		return err
	}
	report, err := bench.Run(ctx, o)
	if err != nil {
		return err
	}
	if out == "-" {
		_, err = io.WriteString(stdout, report.Markdown())
		return err
	}
	earlier, err := os.ReadFile(out) // a section run by itself takes its place in it
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.WriteFile(out, []byte(report.Into(string(earlier))), 0o644); err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "已写入 %s\n", out)
	return err
}
