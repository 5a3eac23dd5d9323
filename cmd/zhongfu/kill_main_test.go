package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

const asProgram = "ZHONGFU_TEST_AS_PROGRAM"

// The test binary is the program itself when it is told so: what is killed here is the whole program in a process of its
// own, without building it a second time.
func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main() // exits
	}
	os.Exit(m.Run())
}

func program(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=1", "DATABASE_URL=", "ZHONGFU_KEYS=", "ZHONGFU_DATA=", "ZHONGFU_LISTEN=")
	return cmd
}

// runProgram runs a command to its end.
func runProgram(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	var out, errOut bytes.Buffer
	cmd := program(ctx, args...)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) } // so that it stops its database too
	cmd.WaitDelay = 20 * time.Second
	cmd.Stdout, cmd.Stderr = &out, &errOut
	err := cmd.Run()
	if cmd.ProcessState == nil {
		t.Fatalf("%v: %v", args, err)
	}
	return cmd.ProcessState.ExitCode(), out.String(), errOut.String()
}

// serving is the program while it serves.
type serving struct {
	t     *testing.T
	cmd   *exec.Cmd
	base  string
	mu    sync.Mutex
	said  []string
	ended chan struct{}
}

func startServing(t *testing.T, data, address string) *serving {
	t.Helper()
	s := &serving{t: t, base: "http://" + address, ended: make(chan struct{})}
	s.cmd = program(context.Background(), "demo", "-serve", "-data", data, "-listen", address)
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	s.cmd.Stderr = s.cmd.Stdout
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.kill)
	go s.listen(out)
	deadline := time.Now().Add(time.Minute)
	for {
		res, err := http.Get(s.base + "/healthz")
		if err == nil {
			res.Body.Close()
			if res.StatusCode == http.StatusOK {
				return s
			}
		}
		select {
		case <-s.ended:
			t.Fatalf("the program did not start: %s", s.output())
		case <-time.After(50 * time.Millisecond):
		}
		if time.Now().After(deadline) {
			t.Fatalf("the program does not answer: %s", s.output())
		}
	}
}

func (s *serving) listen(out io.Reader) {
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		s.mu.Lock()
		s.said = append(s.said, lines.Text())
		s.mu.Unlock()
	}
	_ = s.cmd.Wait()
	close(s.ended)
}

func (s *serving) output() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.Join(s.said, "\n")
}

// kill ends the program as a power cut would: no handler of its own runs. PostgreSQL is a process of its own and stays.
func (s *serving) kill() {
	_ = s.cmd.Process.Kill()
	<-s.ended
}

// stop asks the program to end.
func (s *serving) stop() {
	s.t.Helper()
	if err := s.cmd.Process.Signal(os.Interrupt); err != nil {
		s.t.Fatal(err)
	}
	select {
	case <-s.ended:
	case <-time.After(time.Minute):
		s.t.Fatal("the program does not stop")
	}
	if code := s.cmd.ProcessState.ExitCode(); code != 0 {
		s.t.Fatalf("stopped with %d: %s", code, s.output())
	}
}

// freeAddress is a port that was free a moment ago.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// openFolder is an empty data folder that the database's own account can reach too.
func openFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, d := range []string{filepath.Dir(dir), dir} {
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
