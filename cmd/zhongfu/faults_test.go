package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"zhongfu/internal/faultrun"
	"zhongfu/internal/postgres/testdb"
)

// The fault run at a fiftieth of its size: every fault on, the program killed once in the middle. make faults is the whole.
func TestEveryFaultAndAKill(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the program twice")
	}
	_, owner := testdb.NewWithOwner(t)
	folder := openFolder(t)
	var said lines
	r, err := faultrun.Run(t.Context(), faultrun.Options{Program: []string{os.Args[0]}, Env: []string{asProgram + "=1"}, Folder: folder, Database: owner, Orders: 40, Kills: 1,
		Prepared: true, Seed: 2026, Limit: 2 * time.Minute, Say: &said})
	if err != nil {
		log, _ := os.ReadFile(filepath.Join(folder, "program.log"))
		t.Fatalf("%v\n%s\n%s", err, said, log[max(0, len(log)-4000):])
	}
	if !r.Kept() {
		t.Errorf("a promise is broken:\n%s", r.Markdown())
	}
	// A run in which nothing went wrong would prove nothing.
	faults := 0
	for _, n := range r.Faults {
		faults += n
	}
	if faults < 20 || r.AtDesks == 0 || r.Answers < 300 || len(r.Sources) < 15 || len(r.Breaks) != 1 {
		t.Errorf("%d faults, %d answers of %d sources, %d breaks:\n%s", faults, r.Answers, len(r.Sources), len(r.Breaks), r.Markdown())
	}
	t.Logf("%s, %d faults, %d answers", r.Took.Round(time.Second), faults, r.Answers)
}

type lines []byte

func (l *lines) Write(b []byte) (int, error) {
	*l = append(*l, b...)
	return len(b), nil
}
