package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/app"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
)

// departments is the department simulator beside a demonstration (docs/deptsim.md), a program of its own.
type departments struct {
	program string // path; "none" = none; empty = beside this program
	seed    uint64 // of a province that is still to be loaded
}

// start starts the simulator over the province that is loaded, or will be, and says in x how its departments are reached. A
// demonstration goes on without it where the program is not there.
func (d *departments) start(ctx context.Context, data, url string, l net.Listener, x *app.Exchange, stdout, stderr io.Writer) (stop func(), err error) {
	stop = func() {}
	if d.program == "none" || x.Endpoints != "" {
		return stop, nil
	}
	program, err := d.find()
	if err != nil {
		fmt.Fprintf(stdout, "没有部门模拟器（%v）：演示中的核对没有来源答复。用 make bin/deptsim 生成，或用 -deptsim 指明。\n", err)
		return stop, nil
	}
	seed, asOf, err := provinceIn(ctx, url, d.seed)
	if err != nil {
		return stop, err
	}
	x.Keys, x.Drop = filepath.Join(data, "exchange-keys.json"), filepath.Join(data, "exchange")
	endpoints, about := filepath.Join(data, "endpoints.yml"), filepath.Join(data, "deptsim.json")
	if err := os.MkdirAll(x.Drop, 0o755); err != nil {
		return stop, err
	}
	address, stop, err := launch(ctx, program, about, stderr, "-listen", "127.0.0.1:0", "-keys", x.Keys, "-endpoints", endpoints, "-drop", x.Drop, "-brisk",
		"-seed", strconv.FormatUint(seed, 10), "-as-of", asOf.String())
	if err != nil {
		return func() {}, err
	}
	x.Endpoints, x.Callback = endpoints, "http://"+reachable(l)+"/api/exchange/callback"
	fmt.Fprintf(stdout, "部门模拟器：%s  （管理令牌在 %s）\n", address, about)
	return stop, nil
}

// launch starts the simulator and waits until it has said where it is. It ends with this program, however that ends.
func launch(ctx context.Context, program, about string, stderr io.Writer, args ...string) (address string, stop func(), err error) {
	if err := os.Remove(about); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", nil, err
	}
	cmd := exec.Command(program, append(args, "-about", about, "-with-stdin")...)
	cmd.Stderr = stderr
	alive, err := cmd.StdinPipe()
	if err != nil {
		return "", nil, err
	}
	if err := cmd.Start(); err != nil {
		return "", nil, fmt.Errorf("部门模拟器 %s 无法启动：%w", program, err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	stop = func() {
		_ = alive.Close()
		_ = cmd.Process.Signal(syscall.SIGTERM)
		select {
		case <-ended:
		case <-time.After(5 * time.Second):
			_ = cmd.Process.Kill()
			<-ended
		}
	}
	if address, err = awaitAbout(ctx, about, ended); err != nil {
		stop()
		return "", nil, err
	}
	return address, stop, nil
}

// find looks where it was told to, or beside this program.
func (d *departments) find() (string, error) {
	path := d.program
	if path == "" {
		self, err := os.Executable()
		if err != nil {
			return "", err
		}
		path = filepath.Join(filepath.Dir(self), "deptsim")
	}
	if info, err := os.Stat(path); err != nil || info.IsDir() {
		return "", fmt.Errorf("找不到 %s", path)
	}
	return path, nil
}

// awaitAbout waits until the simulator has said where it is, which it does last.
func awaitAbout(ctx context.Context, path string, ended chan error) (string, error) {
	deadline := time.After(30 * time.Second)
	for {
		raw, err := os.ReadFile(path)
		if err == nil {
			var about struct {
				URL string `json:"url"`
			}
			return about.URL, json.Unmarshal(raw, &about)
		}
		select {
		case err := <-ended:
			ended <- err
			return "", fmt.Errorf("部门模拟器没有启动成功：%w", err)
		case <-deadline:
			return "", errors.New("部门模拟器 30 秒内没有启动")
		case <-ctx.Done():
			return "", ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// provinceIn tells what the province of a database was made from; one that is still to be loaded is made today.
func provinceIn(ctx context.Context, url string, seed uint64) (uint64, calendar.Date, error) {
	loaded := clock.System{}.Now()
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return 0, 0, err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	var there bool
	if err := conn.QueryRow(ctx, `select to_regclass('demo_load') is not null`).Scan(&there); err != nil {
		return 0, 0, err
	}
	if there {
		var made int64
		switch err := conn.QueryRow(ctx, `select seed, loaded_at from demo_load order by loaded_at limit 1`).Scan(&made, &loaded); {
		case err == nil:
			seed = uint64(made)
		case !errors.Is(err, pgx.ErrNoRows):
			return 0, 0, err
		}
	}
	return seed, calendar.DateOf(loaded).AddDays(-60), nil
}

// reachable is the listener's address as programs of this machine reach it.
func reachable(l net.Listener) string {
	host, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		slog.Warn("the own address cannot be read", "address", l.Addr().String())
		return l.Addr().String()
	}
	if ip := net.ParseIP(host); ip == nil || ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	return net.JoinHostPort(host, port)
}
