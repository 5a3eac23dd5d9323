package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"zhongfu/internal/access"
	"zhongfu/internal/app"
	"zhongfu/internal/clock"
	"zhongfu/internal/demo"
)

// demoCommand loads the demonstration province and, with -serve, runs the platform in demo mode: zhongfu demo.
func demoCommand(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("demo", flag.ContinueOnError)
	fs.SetOutput(stderr)
	f := addServeFlags(fs)
	serve := fs.Bool("serve", false, "serve in demo mode after loading")
	seed := fs.Uint64("seed", 2026, "`number` that the province is made from")
	simulator := fs.String("deptsim", "", "`path` of the department simulator that runs beside the demonstration; empty: beside this program; none: without one")
	households := fs.Int("households", 20000, "size of the register")
	if fs.Parse(args) != nil {
		return exitUsage
	}
	load := func(ctx context.Context, a *app.App, url string) error {
		return loadDemo(ctx, a, url, demo.Options{Seed: *seed, Households: *households, PerTown: 70}, stdout)
	}
	if *serve {
		return f.serve(ctx, stdout, stderr, true, &departments{*simulator, *seed}, load)
	}
	db, err := f.src.open(ctx)
	if err != nil {
		return fail(stderr, err)
	}
	defer db.close()
	a, err := app.New(ctx, app.Config{DatabaseURL: db.url, KeyFile: f.keyFile(), MakeKeys: true, Demo: true, Version: version})
	if err != nil {
		return fail(stderr, err)
	}
	defer a.Close()
	if err := load(ctx, a, db.url); err != nil {
		return fail(stderr, err)
	}
	return 0
}

// loadDemo loads once: a second start keeps what people have done since.
func loadDemo(ctx context.Context, a *app.App, url string, o demo.Options, stdout io.Writer) error {
	whole, anything, err := demo.Finished(ctx, url)
	if err != nil {
		return err
	}
	switch {
	case whole:
		fmt.Fprintln(stdout, "演示数据已在库中，保留现有内容。")
	case anything:
		return errors.New("数据库里已有其他数据，或上次演示数据没有装完，没有改动；请换一个空库，或删除数据目录后重新启动")
	default:
		o.Progress = progress(stdout)
		l := &demo.Loader{DB: a.DB, Owner: url, Keys: a.Keys, Places: a.Places, Packs: a.DecidingPacks(), Clock: clock.System{}, Orders: a.Services.Verification}
		done, err := l.Load(ctx, o)
		if err != nil {
			return fmt.Errorf("演示数据装载失败：%w", err)
		}
		fmt.Fprintf(stdout, "\r演示省已就绪：%d 户 %d 人，历年在保 %d 户，办理中案件 %d 件，工作人员 %d 名，用时 %.1f 秒\n",
			done.Households, done.People, done.Settled, done.Live, done.Staff, done.Took.Seconds())
	}
	return printAccounts(ctx, a, stdout)
}

// progress rewrites one line on a terminal and stays quiet in a log.
func progress(w io.Writer) func(string, int, int) {
	last := time.Time{}
	file, ok := w.(*os.File)
	if ok {
		st, err := file.Stat()
		ok = err == nil && st.Mode()&os.ModeCharDevice != 0
	}
	return func(what string, done, of int) {
		if !ok || time.Since(last) < 100*time.Millisecond {
			return
		}
		last = time.Now()
		if of > 0 {
			fmt.Fprintf(w, "\r装载演示数据：%s %d / %d        ", what, done, of)
		} else {
			fmt.Fprintf(w, "\r装载演示数据：%s %d        ", what, done)
		}
	}
}

// printAccounts lists one account per role, enough to walk a case through, and both of the province, of whom one approves what
// the other proposes; the sign-in page lists all.
func printAccounts(ctx context.Context, a *app.App, stdout io.Writer) error {
	accounts, err := a.Services.Identity.DemoAccounts(ctx, access.Public(""))
	if err != nil {
		return err
	}
	fmt.Fprintln(stdout, "演示账号（全部账号见登录页，密码相同）：")
	shown := map[access.Role]bool{}
	for _, acc := range accounts {
		if shown[acc.Role] && acc.Role != access.ProvinceSupervisor {
			continue
		}
		shown[acc.Role] = true
		fmt.Fprintf(stdout, "  %-20s %-14s %s · %s\n", acc.Login, acc.Password, acc.Role.Label(), a.Places.FullName(acc.Division))
	}
	return nil
}
