package faultrun

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// program is the platform in a process of its own.
type program struct {
	address string
	cmd     *exec.Cmd
	ended   chan struct{}
}

func (w *world) startProgram(ctx context.Context) (*program, error) {
	p := &program{}
	if w.program != nil {
		p.address = w.program.address // departments know it
	} else {
		var err error
		if p.address, err = freeAddress(); err != nil {
			return nil, err
		}
	}
	log, err := os.OpenFile(w.file("program.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	defer log.Close()
	args := append(append([]string{}, w.o.Program[1:]...), "serve", "-database", w.url, "-data", w.o.Folder, "-listen", p.address, "-endpoints", w.file("endpoints.yml"),
		"-exchange-keys", w.file("exchange-keys.json"), "-drop", w.file("drop"), "-callback", "http://"+p.address+"/api/exchange/callback")
	p.cmd = exec.Command(w.o.Program[0], args...)
	p.cmd.Env = append(append(os.Environ(), "DATABASE_URL=", "ZHONGFU_KEYS=", "ZHONGFU_CATALOGUE=", "ZHONGFU_DEMO_SHIFT="), w.o.Env...)
	p.cmd.Stdout, p.cmd.Stderr = log, log
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	p.ended = make(chan struct{})
	go func() {
		_ = p.cmd.Wait()
		close(p.ended)
	}()
	return p, p.await(ctx, w.file("program.log"))
}

func (p *program) await(ctx context.Context, log string) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	for {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+p.address+"/healthz", nil)
		if err != nil {
			return err
		}
		if res, err := http.DefaultClient.Do(req); err == nil {
			_, _ = io.Copy(io.Discard, res.Body)
			_ = res.Body.Close()
			if res.StatusCode == http.StatusOK {
				return nil
			}
		}
		select {
		case <-p.ended:
			return fmt.Errorf("faultrun: the program did not start; see %s", log)
		case <-ctx.Done():
			return fmt.Errorf("faultrun: the program does not answer; see %s", log)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// kill ends the program as a power cut would.
func (p *program) kill() {
	_ = p.cmd.Process.Kill()
	<-p.ended
}

// stop asks it to end.
func (p *program) stop() error {
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	select {
	case <-p.ended:
	case <-time.After(time.Minute):
		return errors.New("faultrun: the program does not stop")
	}
	if code := p.cmd.ProcessState.ExitCode(); code != 0 {
		return fmt.Errorf("faultrun: the program ended with %d", code)
	}
	return nil
}
