package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"zhongfu/internal/app"
	"zhongfu/internal/clock"
)

type serveFlags struct {
	src     *source
	listen  string
	keys    string
	proxy   bool
	verbose bool
	x       app.Exchange
}

func addServeFlags(fs *flag.FlagSet) *serveFlags {
	f := &serveFlags{src: databaseFlags(fs)}
	fs.StringVar(&f.listen, "listen", envOr("ZHONGFU_LISTEN", ":8080"), "`address` to serve on")
	fs.StringVar(&f.keys, "keys", os.Getenv("ZHONGFU_KEYS"), "key `file`; empty means keys.json in the data folder")
	fs.BoolVar(&f.proxy, "behind-proxy", os.Getenv("ZHONGFU_BEHIND_PROXY") == "1", "take the client's address from X-Forwarded-For")
	fs.StringVar(&f.x.Catalogue, "catalogue", os.Getenv("ZHONGFU_CATALOGUE"), "`folder` of further sources of information")
	fs.StringVar(&f.x.Endpoints, "endpoints", os.Getenv("ZHONGFU_ENDPOINTS"), "`file` of the sources' addresses (YAML or JSON)")
	fs.StringVar(&f.x.Keys, "exchange-keys", os.Getenv("ZHONGFU_EXCHANGE_KEYS"), "`file` of the secrets shared with the sources")
	fs.StringVar(&f.x.Drop, "drop", os.Getenv("ZHONGFU_DROP"), "`folder` through which files are exchanged with sources")
	fs.StringVar(&f.x.Callback, "callback", os.Getenv("ZHONGFU_CALLBACK"), "own `address` for later answers, as sources reach it: https://…/api/exchange/callback")
	fs.BoolVar(&f.verbose, "verbose", false, "log every request")
	return f
}

func (f *serveFlags) keyFile() string {
	if f.keys != "" {
		return f.keys
	}
	return app.KeyFileIn(f.src.data)
}

// serveCommand runs the platform: zhongfu serve.
func serveCommand(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("serve", flag.ContinueOnError)
	fs.SetOutput(stderr)
	f := addServeFlags(fs)
	if fs.Parse(args) != nil {
		return exitUsage
	}
	return f.serve(ctx, stdout, stderr, false, nil, nil)
}

// serve listens first, so that a busy port is said before anything else is done. before runs between the start of the
// program and its first answer; beside is started before the program and ends after it.
func (f *serveFlags) serve(ctx context.Context, stdout, stderr io.Writer, demo bool, beside *departments, before func(context.Context, *app.App, string) error) int {
	logTo(stderr, f.verbose)
	if os.Getenv("GOGC") == "" {
		// Answers are short-lived and the heap is small beside the database's memory: collect less often.
		debug.SetGCPercent(300)
	}
	listener, err := net.Listen("tcp", f.listen)
	if err != nil {
		return fail(stderr, explainListen(f.listen, err))
	}
	defer listener.Close()
	now, err := demoClock(demo, os.Getenv("ZHONGFU_DEMO_SHIFT"))
	if err != nil {
		return fail(stderr, err)
	}
	db, err := f.src.open(ctx)
	if err != nil {
		return fail(stderr, err)
	}
	defer func() {
		if err := db.close(); err != nil {
			slog.Error("database did not stop", "error", err)
		}
	}()
	if beside != nil {
		stop, err := beside.start(ctx, f.src.data, db.url, listener, &f.x, stdout, stderr)
		if err != nil {
			return fail(stderr, err)
		}
		defer stop()
	}
	a, err := app.New(ctx, app.Config{
		DatabaseURL: db.url, KeyFile: f.keyFile(), MakeKeys: true, Demo: demo, TrustProxy: f.proxy, Version: version,
		MetricsKey: os.Getenv("ZHONGFU_METRICS_KEY"), Workers: true, Clock: now, Exchange: f.x,
	})
	if err != nil {
		return fail(stderr, err)
	}
	defer a.Close()
	if before != nil {
		if err := before(ctx, a, db.url); err != nil {
			return fail(stderr, err)
		}
	}
	fmt.Fprintf(stdout, "众扶 %s 已启动：%s  （Ctrl-C 停止）\n", version, address(listener))
	if err := a.Serve(ctx, listener); err != nil {
		return fail(stderr, err)
	}
	fmt.Fprintln(stdout, "已停止，数据已保存。")
	return 0
}

// demoClock moves a demonstration in time, so that a public notice can be seen to run out. Outside demo mode the law's
// clock cannot be moved.
func demoClock(demo bool, shift string) (clock.Clock, error) {
	if shift == "" {
		return clock.System{}, nil
	}
	if !demo {
		return nil, errors.New("ZHONGFU_DEMO_SHIFT 只能用于演示")
	}
	by, err := time.ParseDuration(shift)
	if err != nil {
		return nil, fmt.Errorf("ZHONGFU_DEMO_SHIFT 应为时长，如 240h：%w", err)
	}
	return clock.Shifted{By: by}, nil
}

func explainListen(addr string, err error) error {
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return fmt.Errorf("端口 %s 已被占用：请停止占用它的程序，或用 -listen 换一个端口（make run 可设 ZHONGFU_LISTEN=:8081）", addr)
	case errors.Is(err, syscall.EACCES):
		return fmt.Errorf("没有权限使用端口 %s：请换用 1024 以上的端口", addr)
	}
	return fmt.Errorf("无法在 %s 上提供服务：%w", addr, err)
}

func address(l net.Listener) string {
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return "http://localhost:" + port
}

func logTo(w io.Writer, verbose bool) {
	level := slog.LevelWarn
	if verbose || strings.EqualFold(os.Getenv("ZHONGFU_LOG"), "debug") {
		level = slog.LevelDebug
	} else if strings.EqualFold(os.Getenv("ZHONGFU_LOG"), "info") {
		level = slog.LevelInfo
	}
	slog.SetDefault(slog.New(slog.NewJSONHandler(w, &slog.HandlerOptions{Level: level})))
}
