package local

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// Config says where the server lives.
type Config struct {
	Data     string   // folder of the cluster; made when absent
	Bin      []string // further folders to look for the programs in, after PATH and Debian's
	Settings []string // extra -c name=value
	Detach   bool     // leave the server running when the program ends (test clusters)
}

// Server is a running PostgreSQL.
type Server struct {
	dir, socket string
	pid         int
	owner       *unprivileged
	detach      bool
}

const superuser = "zhongfu"

// Start starts the server in cfg.Data, or joins the one that already runs there, and waits until it answers.
func Start(ctx context.Context, cfg Config) (*Server, error) {
	dir, err := filepath.Abs(cfg.Data)
	if err != nil {
		return nil, err
	}
	owner, err := unprivilegedUser()
	if err != nil {
		return nil, err
	}
	if owner != nil {
		dir = owner.reachable(dir)
	}
	bin, err := binDir(append(cfg.Bin, filepath.Join(filepath.Dir(dir), "pgsql", "bin"))...)
	if err != nil {
		return nil, err
	}
	if owner != nil {
		if bin, err = owner.programs(bin); err != nil {
			return nil, err
		}
	}
	s := &Server{dir: dir, socket: socketDir(dir), owner: owner, detach: cfg.Detach}
	if err := s.prepare(ctx, bin); err != nil {
		return nil, err
	}
	if pid, ok := s.running(); ok {
		s.pid = pid
		return s, s.await(ctx)
	}
	return s, s.launch(ctx, bin, cfg.Settings)
}

// URL returns the connection string for a database of the server.
func (s *Server) URL(database string) string {
	q := url.Values{"host": {s.socket}, "user": {superuser}, "dbname": {database}, "sslmode": {"disable"}}
	return "postgres:///?" + q.Encode()
}

// Dir returns the folder of the cluster, which may differ from the one asked for when root's own folders are closed to the
// unprivileged user.
func (s *Server) Dir() string { return s.dir }

// socketDir lies in the system's temporary folder: a socket's path may hold 107 bytes only.
func socketDir(dir string) string {
	sum := sha256.Sum256([]byte(dir))
	return filepath.Join(os.TempDir(), "zhongfu-pg-"+hex.EncodeToString(sum[:6]))
}

func (s *Server) prepare(ctx context.Context, bin string) error {
	for _, d := range []string{s.dir, s.socket} {
		// Parents stay open to pass through; the folder itself is private.
		if err := os.MkdirAll(filepath.Dir(d), 0o755); err != nil {
			return fmt.Errorf("数据目录 %s 无法创建：%w", d, err)
		}
		if err := os.Mkdir(d, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
			return fmt.Errorf("数据目录 %s 无法创建：%w", d, err)
		}
		if s.owner != nil {
			if err := os.Chown(d, s.owner.uid, s.owner.gid); err != nil {
				return fmt.Errorf("数据目录 %s 无法交给用户 %s：%w", d, s.owner.name, err)
			}
		}
	}
	cluster := filepath.Join(s.dir, "PG_VERSION")
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return fmt.Errorf("数据目录 %s 无法读取：%w", s.dir, err)
	}
	if isFile(cluster) {
		return s.sameMajor(ctx, bin, cluster)
	}
	if len(entries) > 0 {
		return fmt.Errorf("数据目录 %s 已损坏：里面有文件，但不是 PostgreSQL 数据；请从备份恢复，或移走该目录后重新启动", s.dir)
	}
	out, err := s.command(ctx, filepath.Join(bin, "initdb"), "-D", s.dir, "-U", superuser, "-E", "UTF8", "--locale=C.UTF-8",
		"--auth=trust", "--data-checksums").CombinedOutput()
	if err != nil {
		return fmt.Errorf("PostgreSQL 初始化失败：%w：%s", err, lastLine(out))
	}
	return nil
}

func (s *Server) sameMajor(ctx context.Context, bin, file string) error {
	have, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("数据目录 %s 无法读取：%w", s.dir, err)
	}
	out, err := s.command(ctx, filepath.Join(bin, "postgres"), "--version").Output()
	if err != nil {
		return fmt.Errorf("PostgreSQL 程序 %s 无法运行：%w", bin, err)
	}
	fields := strings.Fields(string(out))
	want := strings.TrimSpace(string(have))
	if len(fields) < 3 || strings.Split(fields[2], ".")[0] != want {
		return fmt.Errorf("数据目录 %s 由 PostgreSQL %s 建立，而找到的程序是 %s；请安装 PostgreSQL %s", s.dir, want, strings.TrimSpace(string(out)), want)
	}
	return nil
}

// running reads postmaster.pid: the process must live and be a postgres.
func (s *Server) running() (int, bool) {
	data, err := os.ReadFile(filepath.Join(s.dir, "postmaster.pid"))
	if err != nil {
		return 0, false
	}
	pid, err := strconv.Atoi(strings.SplitN(string(data), "\n", 2)[0])
	if err != nil || syscall.Kill(pid, 0) != nil {
		return 0, false
	}
	comm, err := os.ReadFile(fmt.Sprintf("/proc/%d/comm", pid))
	return pid, err != nil || strings.HasPrefix(string(comm), "postgres")
}

func (s *Server) launch(ctx context.Context, bin string, settings []string) error {
	args := []string{"-D", s.dir, "-k", s.socket, "-c", "listen_addresses=", "-c", "unix_socket_permissions=0700",
		"-c", "max_connections=120", "-c", "timezone=Asia/Shanghai", "-c", "log_timezone=Asia/Shanghai"}
	for _, set := range settings {
		args = append(args, "-c", set)
	}
	log, err := os.OpenFile(filepath.Join(s.dir, "server.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("数据目录 %s 无法写入：%w", s.dir, err)
	}
	defer log.Close()
	cmd := s.command(context.WithoutCancel(ctx), filepath.Join(bin, "postgres"), args...)
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("PostgreSQL 无法启动：%w", err)
	}
	s.pid = cmd.Process.Pid
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	ready := make(chan error, 1)
	go func() { ready <- s.await(ctx) }()
	select {
	case err := <-ready:
		return err
	case <-ended:
		tail, _ := os.ReadFile(filepath.Join(s.dir, "server.log"))
		return fmt.Errorf("PostgreSQL 启动后退出：%s（详见 %s/server.log）", lastLine(tail), s.dir)
	}
}

func (s *Server) await(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 90*time.Second)
	defer cancel()
	for {
		conn, err := pgx.Connect(ctx, s.URL("postgres"))
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("PostgreSQL 在 90 秒内没有应答：%w", err)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// EnsureDatabase creates a database when it is absent.
func (s *Server) EnsureDatabase(ctx context.Context, name string) error {
	conn, err := pgx.Connect(ctx, s.URL("postgres"))
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	var there bool
	if err := conn.QueryRow(ctx, "select exists (select from pg_database where datname = $1)", name).Scan(&there); err != nil || there {
		return err
	}
	_, err = conn.Exec(ctx, "create database "+pgx.Identifier{name}.Sanitize())
	return err
}

// Stop shuts the server down cleanly (fast mode: transactions are rolled back, nothing is lost) unless it is detached.
func (s *Server) Stop() error {
	if s.detach {
		return nil
	}
	return s.Kill()
}

// Kill stops the server even when detached.
func (s *Server) Kill() error {
	if err := syscall.Kill(s.pid, syscall.SIGINT); err != nil {
		if errors.Is(err, syscall.ESRCH) {
			return nil
		}
		return err
	}
	for range 600 {
		if _, up := s.running(); !up {
			return nil
		}
		time.Sleep(50 * time.Millisecond)
	}
	return fmt.Errorf("PostgreSQL 没有在 30 秒内停止")
}

func (s *Server) command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = s.socket
	if cmd.Dir == "" || !isDir(cmd.Dir) {
		cmd.Dir = "/"
	}
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	// Its own process group: a Ctrl-C at the terminal must reach the program first, which then stops the server.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if s.owner != nil {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: uint32(s.owner.uid), Gid: uint32(s.owner.gid)}
	}
	return cmd
}

func isDir(p string) bool {
	st, err := os.Stat(p)
	return err == nil && st.IsDir()
}

func lastLine(out []byte) string {
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	return lines[len(lines)-1]
}
