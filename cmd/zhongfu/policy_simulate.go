package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"time"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/policy"
	"zhongfu/internal/population"
	"zhongfu/internal/postgres"
	"zhongfu/internal/simulation"
	"zhongfu/internal/synth"
	"zhongfu/policies"
)

const simulateUsage = `用法：zhongfu policy simulate [选项]

  在一批家庭上同时按现行政策和改动后的政策测算全部事项：谁进入、退出、增加、减少，各市县、城乡、家庭类型，
  每月每年多少钱，收入差距，应保未保。只输出汇总数。

  --pack 名称            政策包，默认 guangdong
  --date 2026-01-01      按哪一天的政策，默认今天
  --set 参数@地区=数值   改一个参数，可写多次。地区是 2、4、6、9、12 位区划代码前缀或 all；
                         城乡不同写 --set dibao_standard@4402=urban:900,rural:700
  --draft 目录           改用该目录里的同名政策包作为改动后的政策（policies/ 的格式），可与 --set 合用
  --synthetic 户数       用合成省测算（默认 100000 户），同样的 --seed 得到同样的家庭
  --register             用登记库里的家庭；--data、--database 指明数据库
  --place 4401           只算这个地区
  --json | --csv         输出 JSON 或 CSV，默认中文表格

示例：zhongfu policy simulate --set 'dibao_standard@4401=1350' --synthetic 1000000

退出码：0 完成；1 测算没有完成；2 用法或输入有误
`

// simulateFlags are what the command was asked.
type simulateFlags struct {
	pack, date, draft, place string
	set                      []string
	synthetic                int
	seed                     uint64
	register, json, csv      bool
	source                   *source
}

// wrongFlag is bad input that names its flag.
type wrongFlag struct{ name, message string }

func (e *wrongFlag) Error() string { return "--" + e.name + "：" + e.message }

func wrong(name, format string, args ...any) error {
	return &wrongFlag{name, fmt.Sprintf(format, args...)}
}

// simulateCommand runs zhongfu policy simulate. Tables go to stdout; progress, times and alarms to stderr.
func simulateCommand(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	f, err := parseSimulate(args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(stdout, simulateUsage)
		return 0
	}
	if err != nil {
		fmt.Fprintf(stderr, "%v\n\n%s", err, simulateUsage)
		return exitUsage
	}
	report, err := f.run(ctx, stderr)
	var bad *wrongFlag
	switch {
	case errors.As(err, &bad):
		fmt.Fprintln(stderr, err)
		return exitUsage
	case err != nil:
		return fail(stderr, err)
	}
	if err := f.print(stdout, report); err != nil {
		return fail(stderr, err)
	}
	for _, a := range report.Alarms {
		fmt.Fprintln(stderr, "警报：", a.Message)
	}
	fmt.Fprintf(stderr, "装载 %.2f 秒，测算两套规则 %.2f 秒（%d 户，%d 人）\n", report.LoadSeconds, report.RuleSeconds, report.Total.Households, report.Total.People)
	return 0
}

func parseSimulate(args []string) (*simulateFlags, error) {
	f := &simulateFlags{}
	fs := flag.NewFlagSet("policy simulate", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.StringVar(&f.pack, "pack", "guangdong", "")
	fs.StringVar(&f.date, "date", "", "")
	fs.StringVar(&f.draft, "draft", "", "")
	fs.StringVar(&f.place, "place", "", "")
	fs.IntVar(&f.synthetic, "synthetic", 0, "")
	fs.Uint64Var(&f.seed, "seed", 1, "")
	fs.BoolVar(&f.register, "register", false, "")
	fs.BoolVar(&f.json, "json", false, "")
	fs.BoolVar(&f.csv, "csv", false, "")
	fs.Func("set", "", func(s string) error { f.set = append(f.set, s); return nil })
	f.source = databaseFlags(fs)
	if err := fs.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return nil, err
		}
		return nil, badOption(err)
	}
	switch {
	case fs.NArg() > 0:
		return nil, fmt.Errorf("多出参数 %q。选项都以 -- 开头。", fs.Arg(0))
	case f.register && f.synthetic != 0:
		return nil, wrong("register", "不能与 --synthetic 同用，请只留一个。")
	case f.json && f.csv:
		return nil, wrong("json", "不能与 --csv 同用，请只留一个。")
	case f.synthetic < 0:
		return nil, wrong("synthetic", "户数 %d 应大于 0。", f.synthetic)
	case len(f.set) == 0 && f.draft == "":
		return nil, wrong("set", "没有写要改什么。请写 --set 参数@地区=数值，或用 --draft 目录 给出改动后的政策包。")
	}
	return f, nil
}

var flagName = regexp.MustCompile(`-+([a-z]+)`)

// badOption says in Chinese what package flag says in English.
func badOption(err error) error {
	name := "选项"
	if m := flagName.FindStringSubmatch(err.Error()); m != nil {
		name = m[1]
	}
	switch text := err.Error(); {
	case strings.Contains(text, "not defined"):
		return wrong(name, "没有这个选项。")
	case strings.Contains(text, "needs an argument"):
		return wrong(name, "后面缺少值。")
	}
	return wrong(name, "值不能识别，请对照用法填写。")
}

var setting = regexp.MustCompile(`^([a-z][a-z0-9_]*)@([0-9]{2,12}|all)=(.+)$`)

// changes reads --set.
func (f *simulateFlags) changes(day calendar.Date) ([]policy.ParameterChange, error) {
	var out []policy.ParameterChange
	for _, s := range f.set {
		m := setting.FindStringSubmatch(s)
		if m == nil {
			return nil, wrong("set", "%q 应写作 参数@地区=数值，例如 dibao_standard@4401=1350。", s)
		}
		c := policy.ParameterChange{Parameter: m[1], Divisions: []string{m[2]}, From: day, Value: m[3], Status: policy.Sample}
		if strings.Contains(m[3], ":") {
			c.Value = ""
			for _, part := range strings.Split(m[3], ",") {
				area, value, _ := strings.Cut(part, ":")
				switch area {
				case "urban":
					c.Urban = value
				case "rural":
					c.Rural = value
				}
			}
			if c.Urban == "" || c.Rural == "" {
				return nil, wrong("set", "%q 的城乡数值应同时写，例如 urban:900,rural:700。", s)
			}
		}
		out = append(out, c)
	}
	return out, nil
}

// simulated is a result with what it took.
type simulated struct {
	*simulation.SimulationResult
	Source      string                   `json:"source"`
	Changes     []policy.ParameterChange `json:"changes"`
	LoadSeconds float64                  `json:"load_seconds"`
	RuleSeconds float64                  `json:"rule_seconds"`
}

func (f *simulateFlags) run(ctx context.Context, stderr io.Writer) (*simulated, error) {
	day := clock.Today(clock.System{})
	if f.date != "" {
		d, err := calendar.ParseDate(f.date)
		if err != nil {
			return nil, wrong("date", "%q 不是存在的日期，请写作 2026-01-01。", f.date)
		}
		day = d
	}
	base, changed, changes, err := f.packs(day)
	if err != nil {
		return nil, err
	}
	start := time.Now()
	pop, from, err := f.population(ctx, base, day)
	if err != nil {
		return nil, err
	}
	out := &simulated{Source: from, Changes: changes, LoadSeconds: time.Since(start).Seconds()}
	if pop.Households() == 0 {
		return nil, wrong("place", "这个范围里没有家庭。请换一个地区，或核对登记库是否已有家庭情况表。")
	}
	for _, l := range pop.Lost {
		fmt.Fprintf(stderr, "注意：事实 %s 有 %d 个已知值按未知处理（%s）\n", l.Key, l.Count, l.Reason)
	}
	o := simulation.Options{Name: division.Default().Name}
	if f.register {
		o.Threshold = simulation.K
	}
	if f.draft == "" {
		o.Changes = changes
	}
	start = time.Now()
	out.SimulationResult, err = simulation.Run(ctx, pop, base, changed, day, o)
	out.RuleSeconds = time.Since(start).Seconds()
	return out, err
}

// packs are the policy in force and the changed one.
func (f *simulateFlags) packs(day calendar.Date) (base, changed *policy.Pack, changes []policy.ParameterChange, err error) {
	if base, err = policy.Load(policies.FS, f.pack); err != nil {
		return nil, nil, nil, wrong("pack", "%v", err)
	}
	changed = base
	if f.draft != "" {
		if changed, err = policy.Load(os.DirFS(f.draft), f.pack); err != nil {
			return nil, nil, nil, wrong("draft", "%v", err)
		}
	}
	if changes, err = f.changes(day); err != nil || len(changes) == 0 {
		return base, changed, changes, err
	}
	if changed, err = changed.WithParameters(changes); err != nil {
		return nil, nil, nil, wrong("set", "%v", err)
	}
	return base, changed, changes, nil
}

// population is the register's families, or a synthetic province's.
func (f *simulateFlags) population(ctx context.Context, pack *policy.Pack, day calendar.Date) (*population.Population, string, error) {
	code, err := f.division()
	if err != nil {
		return nil, "", err
	}
	if f.register {
		pop, err := f.loadRegister(ctx, pack, day, code)
		return pop, "登记库", err
	}
	n := f.synthetic
	if n == 0 {
		n = 100_000
	}
	g, err := synth.New(f.seed, division.Default(), synth.Options{Scope: code, AsOf: day})
	if err != nil {
		return nil, "", wrong("place", "%s 里没有村（社区），不能生成合成家庭。", f.place)
	}
	if n > g.Capacity() {
		return nil, "", wrong("synthetic", "这个范围最多能生成 %d 户。", g.Capacity())
	}
	pop, err := population.Synthetic(ctx, pack, g, n, nil)
	return pop, fmt.Sprintf("合成家庭 %d 户（种子 %d）", n, f.seed), err
}

// division is the place asked for as a 12-digit code; 0 is everywhere.
func (f *simulateFlags) division() (int64, error) {
	if f.place == "" {
		return 0, nil
	}
	var code int64
	for _, c := range f.place + strings.Repeat("0", max(0, 12-len(f.place))) {
		if c < '0' || c > '9' {
			return 0, wrong("place", "%q 应为 2、4、6、9 或 12 位区划代码，例如 4401。", f.place)
		}
		code = code*10 + int64(c-'0')
	}
	if _, ok := division.Default().Get(code); !ok {
		return 0, wrong("place", "没有代码为 %s 的行政区划，例如广州市是 4401。", f.place)
	}
	return code, nil
}

func (f *simulateFlags) loadRegister(ctx context.Context, pack *policy.Pack, day calendar.Date, place int64) (pop *population.Population, err error) {
	server, err := f.source.open(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, server.close()) }()
	db, err := postgres.Open(ctx, server.url, 2)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	s := population.Scope{Day: day}
	if place != 0 {
		s.Lo, s.Hi = division.Range(place)
	}
	return population.Load(ctx, db, access.System("政策测算"), pack, s)
}
