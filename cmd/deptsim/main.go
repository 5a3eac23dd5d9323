// Command deptsim plays the departments of the catalogue for the demonstration, tests and measuring; see docs/deptsim.md.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"zhongfu/catalogue"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/deptsim"
	"zhongfu/internal/division"
	"zhongfu/internal/exchange"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	command := serve
	if len(args) > 0 && args[0] == "desk" {
		command, args = desk, args[1:]
	}
	err := command(ctx, args, stdout, stderr)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errUsage):
		return 2
	}
	fmt.Fprintln(stderr, "deptsim:", err)
	return 1
}

var errUsage = errors.New("usage")

// population are the flags that say whom the departments know.
type population struct {
	catalogue, asOf, shift string
	seed                   uint64
}

func populationFlags(f *flag.FlagSet) *population {
	p := &population{}
	f.StringVar(&p.catalogue, "catalogue", os.Getenv("ZHONGFU_CATALOGUE"), "`folder` of further sources beside those of the program; one with the same id replaces it")
	f.Uint64Var(&p.seed, "seed", 2026, "`number` that the province was made from")
	f.StringVar(&p.asOf, "as-of", "", "`day` of the register, yyyy-mm-dd; empty: 60 days ago, as a demonstration loaded today")
	f.StringVar(&p.shift, "shift", os.Getenv("ZHONGFU_DEMO_SHIFT"), "how far the clock is moved, as ZHONGFU_DEMO_SHIFT")
	return p
}

func (p *population) open() ([]exchange.Source, *deptsim.People, clock.Clock, error) {
	sources, err := deptsim.ReadSources(catalogue.FS)
	if err == nil && p.catalogue != "" {
		var more []exchange.Source
		if more, err = deptsim.ReadSources(os.DirFS(p.catalogue)); err == nil {
			sources = slices.DeleteFunc(sources, func(s exchange.Source) bool {
				return slices.ContainsFunc(more, func(m exchange.Source) bool { return m.ID == s.ID })
			})
			sources = append(sources, more...)
		}
	}
	if err != nil {
		return nil, nil, nil, err
	}
	var now clock.Clock = clock.System{}
	if p.shift != "" {
		by, err := time.ParseDuration(p.shift)
		if err != nil {
			return nil, nil, nil, fmt.Errorf("-shift 应为时长，如 240h：%w", err)
		}
		now = clock.Shifted{By: by}
	}
	asOf := clock.Today(clock.System{}).AddDays(-60)
	if p.asOf != "" {
		if asOf, err = calendar.ParseDate(p.asOf); err != nil {
			return nil, nil, nil, fmt.Errorf("-as-of 应为日期 yyyy-mm-dd：%w", err)
		}
	}
	rows, err := division.Parse()
	if err != nil {
		return nil, nil, nil, err
	}
	places, err := division.New(rows)
	if err != nil {
		return nil, nil, nil, err
	}
	people, err := deptsim.NewPeople(p.seed, places, asOf, now)
	return sources, people, now, err
}

func parse(f *flag.FlagSet, args []string) error {
	switch err := f.Parse(args); {
	case errors.Is(err, flag.ErrHelp), err != nil:
		return errUsage
	case f.NArg() > 0:
		fmt.Fprintf(f.Output(), "deptsim: 不认识 %q\n", f.Arg(0))
		return errUsage
	}
	return nil
}

func serve(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	f := flag.NewFlagSet("deptsim", flag.ContinueOnError)
	f.SetOutput(stderr)
	p := populationFlags(f)
	o := deptsim.Options{}
	f.StringVar(&o.Addr, "listen", "127.0.0.1:8090", "`address` to serve on")
	keys := f.String("keys", ".data/exchange-keys.json", "key `file`, shared with the platform; missing keys are made")
	endpoints := f.String("endpoints", "", "`file` to write the sources' addresses to, for the platform")
	f.StringVar(&o.Drop, "drop", "", "`folder` of the file sources; empty: nobody looks for files")
	f.BoolVar(&o.Instant, "instant", false, "no waiting but where a fault says so, for measuring")
	f.Uint64Var(&o.Seed, "fault-seed", 1, "`number` that faults are drawn from")
	faults := f.String("faults", "", "faults that are on, such as *.slow=0.1,tax.down=1")
	faultsFile := f.String("faults-file", "", "`file` of faults, as POST /faults takes them")
	f.StringVar(&o.StatsFile, "stats", "", "`file` that the counts are written to at the end and by POST /stats/dump")
	f.StringVar(&o.Admin, "admin-token", os.Getenv("DEPTSIM_ADMIN"), "token of /faults and /stats; empty: a new one, printed")
	about := f.String("about", "", "`file` to write the address and the token to, for programs that start this one")
	brisk := f.Bool("brisk", false, "the addresses for the platform agree on short times and all hours, for demonstrations and tests")
	stdin := f.Bool("with-stdin", false, "end when standard input is closed: with the program that started this one, however it ends")
	verbose := f.Bool("verbose", false, "log what is refused and lost")
	if err := parse(f, args); err != nil {
		return err
	}
	var err error
	if o.Faults, err = readFaults(*faults, *faultsFile); err != nil {
		return err
	}
	if o.Sources, o.People, o.Clock, err = p.open(); err != nil {
		return err
	}
	names := []string{deptsim.LivenessKey}
	for _, s := range o.Sources {
		names = append(names, s.ID)
	}
	if o.Keys, err = exchange.OpenKeys(*keys, true, names...); err != nil {
		return err
	}
	if *verbose {
		o.Log = slog.New(slog.NewTextHandler(stderr, &slog.HandlerOptions{Level: slog.LevelDebug}))
	}
	if *brisk {
		o.SilentAfter = 20 * time.Second
	}
	s, err := deptsim.Start(ctx, o)
	if err != nil {
		return err
	}
	defer s.Close()
	if *endpoints != "" {
		if err := writeEndpoints(*endpoints, s, o.Sources, *brisk); err != nil {
			return err
		}
	}
	if *about != "" {
		if err := writeAbout(*about, s); err != nil {
			return err
		}
	}
	if *stdin {
		var cancel context.CancelFunc
		ctx, cancel = context.WithCancel(ctx)
		defer cancel()
		go func() {
			_, _ = io.Copy(io.Discard, os.Stdin)
			cancel()
		}()
	}
	fmt.Fprintf(stdout, "部门模拟器已启动：%s  （%d 个来源；管理令牌 %s；Ctrl-C 停止）\n", s.URL(), len(o.Sources), s.Admin())
	<-ctx.Done()
	if o.StatsFile != "" {
		return s.DumpStats(o.StatsFile)
	}
	return nil
}

func readFaults(text, file string) (deptsim.Plan, error) {
	out := deptsim.Plan{}
	if file != "" {
		raw, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if out, err = deptsim.ReadPlan(raw); err != nil {
			return nil, fmt.Errorf("%s：%w", file, err)
		}
	}
	more, err := deptsim.ParsePlan(text)
	if err != nil {
		return nil, err
	}
	return out.Merge(more), nil
}

// What demonstrations and tests agree on: a source that fails is given up within half a minute.
const (
	briskNow   = `{status: sample, answer_within: 5s, concurrency: 4, batch: %d, attempts: 3, backoff: 1s, backoff_max: 4s, breaker_after: 5, breaker_for: 4s}`
	briskLater = `{status: sample, answer_within: 30s, concurrency: 2, batch: %d, attempts: 3, backoff: 1s, backoff_max: 4s, breaker_after: 5, breaker_for: 4s}`
)

// writeEndpoints tells the platform where the sources are.
func writeEndpoints(path string, s *deptsim.Sim, sources []exchange.Source, brisk bool) error {
	var b strings.Builder
	b.WriteString("# 由 deptsim 写出：演示中各来源的地址。\nsources:\n")
	for _, src := range sources {
		var parts []string
		kind := src.Transport.Kind
		if kind == exchange.HTTP || kind == exchange.Callback {
			parts = append(parts, fmt.Sprintf("url: %q", s.SourceURL(src.ID)))
		}
		switch batch := max(1, src.Service.Batch); {
		case !brisk:
		case kind == exchange.HTTP:
			parts = append(parts, "service: "+fmt.Sprintf(briskNow, batch))
		case kind == exchange.Callback || kind == exchange.File:
			parts = append(parts, "service: "+fmt.Sprintf(briskLater, batch))
		}
		if len(parts) > 0 {
			fmt.Fprintf(&b, "  - {source: %s, %s}\n", src.ID, strings.Join(parts, ", "))
		}
	}
	fmt.Fprintf(&b, "  - {source: %s, url: %q}\n", deptsim.LivenessKey, s.LivenessURL())
	return writeWhole(path, []byte(b.String()), 0o644)
}

// writeAbout tells who started this program where it is. The token lets nobody but that user's programs in.
func writeAbout(path string, s *deptsim.Sim) error {
	raw, err := json.Marshal(map[string]any{"url": s.URL(), "liveness": s.LivenessURL(), "admin": s.Admin(), "pid": os.Getpid()})
	if err != nil {
		return err
	}
	return writeWhole(path, append(raw, '\n'), 0o600)
}

// writeWhole writes a file that is whole or not there.
func writeWhole(path string, text []byte, mode fs.FileMode) error {
	if err := os.WriteFile(path+".new", text, mode); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

// desk fills a question sheet: deptsim desk -source justice -in questions.xlsx -out answers.xlsx.
func desk(_ context.Context, args []string, stdout, stderr io.Writer) error {
	f := flag.NewFlagSet("deptsim desk", flag.ContinueOnError)
	f.SetOutput(stderr)
	p := populationFlags(f)
	source := f.String("source", "", "`id` of the source whose desk it is")
	in := f.String("in", "", "question sheet, .xlsx or .csv")
	out := f.String("out", "", "answer sheet, of the same kind")
	blank := f.Int("blank", 0, "so many questions are left without an answer")
	if err := parse(f, args); err != nil {
		return err
	}
	format := "csv"
	if strings.HasSuffix(*in, ".xlsx") {
		format = "xlsx"
	}
	if *out == "" || !strings.HasSuffix(*out, "."+format) {
		return fmt.Errorf("-out 应是 .%s 文件", format)
	}
	sources, people, _, err := p.open()
	if err != nil {
		return err
	}
	for _, s := range sources {
		if s.ID != *source {
			continue
		}
		sheet, err := os.ReadFile(*in)
		if err != nil {
			return err
		}
		filled, err := deptsim.FillSheet(people, s, format, sheet, *blank)
		if err != nil {
			return err
		}
		if err := os.WriteFile(*out, filled, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(stdout, "已填写：%s\n", *out)
		return nil
	}
	return fmt.Errorf("来源目录里没有 %q：%w", *source, fs.ErrNotExist)
}
