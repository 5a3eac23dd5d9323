package main

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What keeps the program from starting is said in one clear line, and the exit code tells it too.
func TestWhatKeepsTheProgramFromStarting(t *testing.T) {
	busy, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Close()
	folder := func(files map[string]string) string {
		dir := openFolder(t)
		pg := filepath.Join(dir, "postgres")
		if err := os.MkdirAll(pg, 0o700); err != nil {
			t.Fatal(err)
		}
		for name, text := range files {
			if err := os.WriteFile(filepath.Join(pg, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		return dir
	}
	file := filepath.Join(openFolder(t), "data")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		args  []string
		says  []string
		never string
	}{
		{"busy port", []string{"-data", openFolder(t), "-listen", busy.Addr().String()}, []string{busy.Addr().String(), "已被占用", "-listen"}, ""},
		{"not a data folder", []string{"-data", folder(map[string]string{"notes.txt": "something else"})}, []string{"数据目录", "已损坏", "备份"}, ""},
		{"a cluster of another version", []string{"-data", folder(map[string]string{"PG_VERSION": "9\n"})}, []string{"数据目录", "PostgreSQL 9"}, ""},
		{"a file in place of the folder", []string{"-data", file}, []string{file}, ""},
		{"database unreachable", []string{"-data", openFolder(t), "-database", "postgres://clerk:geheim@127.0.0.1:1/zhongfu"}, []string{"连不上数据库", "127.0.0.1:1", "DATABASE_URL"}, "geheim"},
		{"host unknown", []string{"-data", openFolder(t), "-database", "postgres://clerk:geheim@nowhere.invalid/zhongfu"}, []string{"连不上数据库", "nowhere.invalid"}, "geheim"},
		{"database address unreadable", []string{"-data", openFolder(t), "-database", "postgres://clerk:geheim@[127.0.0.1/zhongfu"}, []string{"DATABASE_URL"}, "geheim"},
	} {
		t.Run(c.name, func(t *testing.T) {
			args := append([]string{"serve", "-listen", "127.0.0.1:0"}, c.args...)
			code, out, errOut := runProgram(t, args...)
			if code == 0 {
				t.Error("the exit code says that all is well")
			}
			if out != "" {
				t.Errorf("standard output: %s", out)
			}
			if lines := strings.Split(strings.TrimSpace(errOut), "\n"); len(lines) != 1 {
				t.Errorf("%d lines:\n%s", len(lines), errOut)
			}
			for _, w := range c.says {
				if !strings.Contains(errOut, w) {
					t.Errorf("%q does not say %q", errOut, w)
				}
			}
			if c.never != "" && strings.Contains(errOut, c.never) {
				t.Errorf("a secret is told: %s", errOut)
			}
		})
	}
}
