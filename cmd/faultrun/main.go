// Command faultrun is the fault run of docs/faults.md: make faults.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"zhongfu/internal/faultrun"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	f := flag.NewFlagSet("faultrun", flag.ContinueOnError)
	f.SetOutput(stderr)
	o := faultrun.Options{Say: stdout, Hours: true}
	program := f.String("program", "bin/zhongfu", "`path` of the platform's program")
	pgsql := f.String("pgsql", ".data/pgsql/bin", "`folder` of PostgreSQL's programs, where the machine has none")
	out := f.String("out", "", "`file` for the report, beside standard output")
	keep := f.Bool("keep", false, "keep the folder of the run")
	f.IntVar(&o.Orders, "orders", 2000, "orders")
	f.IntVar(&o.Kills, "kills", 3, "times that the platform is killed with -9")
	f.BoolVar(&o.Restart, "restart", true, "restart PostgreSQL once")
	f.Float64Var(&o.Rate, "rate", 1, "`factor` of all fault rates; 0 means 1")
	f.Uint64Var(&o.Seed, "seed", 2026, "`number` of the population and of the faults")
	f.DurationVar(&o.Limit, "limit", 9*time.Minute, "`time` for the orders to end")
	if f.Parse(args) != nil {
		return 2
	}
	report, err := do(ctx, o, *program, *pgsql, *keep)
	if err != nil {
		fmt.Fprintln(stderr, "faultrun:", err)
		return 1
	}
	fmt.Fprint(stdout, "\n", report.Markdown())
	if *out != "" {
		if err := write(*out, report); err != nil {
			fmt.Fprintln(stderr, "faultrun:", err)
			return 1
		}
	}
	if !report.Kept() {
		fmt.Fprintln(stderr, "faultrun: 有约定被违反")
		return 1
	}
	return 0
}

func do(ctx context.Context, o faultrun.Options, program, pgsql string, keep bool) (*faultrun.Report, error) {
	path, err := filepath.Abs(program)
	if err != nil {
		return nil, err
	}
	if o.Folder, err = os.MkdirTemp("", "zhongfu-faults-"); err != nil {
		return nil, err
	}
	if keep {
		fmt.Fprintln(o.Say, "数据目录", o.Folder)
	} else {
		defer os.RemoveAll(o.Folder)
	}
	if err := os.Chmod(o.Folder, 0o755); err != nil { // PostgreSQL has an account of its own where this is root's
		return nil, err
	}
	o.Program, o.Bin = []string{path}, []string{pgsql}
	return faultrun.Run(ctx, o)
}

func write(path string, r *faultrun.Report) error {
	head := `# Fault run

Written by ` + "`make faults`" + ` (cmd/faultrun, internal/faultrun) on ` + r.Begun.Format("2006-01-02 15:04") + `. Real orders through the service, the program in a process of its own, PostgreSQL with
fsync, the department simulator with every fault on (docs/deptsim.md); times are short, the rules are those of every installation. "Asked" and "heard" are
the simulator's own books; each answer that stands is worked out again from what the simulator knows of that person. At desks the run's own
clerks answer through the service, some wrongly first, some late, some never, and keep a book of what they saw; one source opens only while the run is under way. Over HTTP a replayed answer is one whose signature does not fit the question, and counted so. A small run of the same (one kill) is in the tests of cmd/zhongfu.

`
	return os.WriteFile(path, []byte(head+r.Markdown()), 0o644)
}
