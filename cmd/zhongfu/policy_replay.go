package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"

	"zhongfu/internal/access"
	"zhongfu/internal/casework"
	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
	"zhongfu/internal/postgres"
	"zhongfu/internal/rulebook"
)

const replayUsage = `用法：zhongfu policy replay 受理号 [选项]

  读出案件作出决定时的事实和政策版本，用版本库里保存的当时的政策包（连同当时已调整的标准）重新计算，
  逐项比较结论、金额、数值、规则、成员、参数。平台运行时也可以使用；不改动任何数据。

退出码：0 全部一致；1 有不一致；2 无法重算（案件或版本不存在、案件未决定）或用法有误
`

// replayCommand works a decision out again: zhongfu policy replay CASE. It only reads: neither schema nor versions of the
// database are touched.
func replayCommand(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("policy replay", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprint(stderr, replayUsage, "\n")
		fs.PrintDefaults()
	}
	src := databaseFlags(fs)
	all := fs.Bool("all", false, "print what agrees too")
	var number string
	if len(args) > 0 && args[0] != "" && args[0][0] != '-' {
		number, args = args[0], args[1:]
	}
	if err := fs.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return exitUsage
	}
	if number == "" && fs.NArg() == 1 {
		number = fs.Arg(0)
	}
	if number == "" {
		fmt.Fprint(stderr, "请写明受理号。\n\n", replayUsage)
		return exitUsage
	}
	r, err := replay(ctx, src, number)
	if e := errs.As(err); e != nil {
		fmt.Fprintln(stderr, e.Message)
		return exitUsage
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
		return exitUsage
	}
	return printReplay(stdout, r, *all)
}

func replay(ctx context.Context, src *source, number string) (r casework.Replay, err error) {
	server, err := src.open(ctx)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, server.close()) }()
	db, err := postgres.Open(ctx, server.url, 2)
	if err != nil {
		return r, err
	}
	defer db.Close()
	c := clock.System{}
	svc := casework.New(db, nil, c, nil, rulebook.Archive(db, c), nil, nil)
	return svc.ReplayNumber(ctx, access.System("按当时政策重算"), number)
}

func printReplay(out io.Writer, r casework.Replay, all bool) int {
	fmt.Fprintf(out, "%s　%s　%s　政策包 %s %s（%.12s）\n", r.Number, r.Item, r.Date, r.Pack.Name, r.Pack.Version, r.Pack.Digest)
	equal := 0
	for _, l := range r.Lines {
		switch {
		case !l.Equal:
			fmt.Fprintf(out, "  不一致　%s\n    当时：%s\n    重算：%s\n", l.What, l.Then, l.Now)
		case all:
			fmt.Fprintf(out, "  一致　　%s：%s\n", l.What, l.Then)
		}
		if l.Equal {
			equal++
		}
	}
	if r.Equal {
		fmt.Fprintf(out, "全部一致：%d 项与当时相同。\n", equal)
		return 0
	}
	fmt.Fprintf(out, "不一致：%d 项中有 %d 项与当时不同。\n", len(r.Lines), len(r.Lines)-equal)
	return 1
}
