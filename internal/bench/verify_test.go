package bench

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/uuid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/deptsim"
	"zhongfu/internal/division"
	"zhongfu/internal/exchange"
	"zhongfu/internal/postgres/testdb"
)

// inProcess starts the simulator here: what is measured then means nothing and is not looked at.
func inProcess(ctx context.Context, d Departments) (string, func(), error) {
	sources, err := deptsim.ReadSources(os.DirFS("../../catalogue"))
	if err != nil {
		return "", nil, err
	}
	var names []string
	for _, s := range sources {
		names = append(names, s.ID)
	}
	keys, err := exchange.OpenKeys(filepath.Join(d.Folder, "exchange-keys.json"), true, names...)
	if err != nil {
		return "", nil, err
	}
	asOf, err := calendar.ParseDate(d.AsOf)
	if err != nil {
		return "", nil, err
	}
	people, err := deptsim.NewPeople(d.Seed, division.Default(), asOf, clock.System{})
	if err != nil {
		return "", nil, err
	}
	s, err := deptsim.Start(ctx, deptsim.Options{Sources: sources, Keys: keys, People: people, Instant: true})
	if err != nil {
		return "", nil, err
	}
	return s.URL(), s.Close, nil
}

// The section on asking departments on a hamlet's scale: it must run to its end, every question answered.
func TestVerifySection(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a database")
	}
	_, owner := testdb.NewWithOwner(t)
	o := Options{Server: Server{URL: owner, Prefix: "bench_" + uuid.NewString()[:8] + "_"}, KeyFile: filepath.Join(t.TempDir(), "keys.json"), Seed: 3, Only: "verify", Verify: 300,
		Command: "zhongfu bench -test", Version: "test", Simulator: inProcess}
	rep, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	v := rep.Verify
	if v.Sources != 11 || len(v.Growth) != 3 || v.Growth[2].Answers < 11*250 || v.Plain <= 0 || v.Ceiling <= 0 || v.Program <= 0 || v.Questions == 0 || v.Growth[2].RSS == 0 {
		t.Errorf("%+v", v)
	}
	if text := rep.Markdown(); !strings.Contains(text, "## Asking departments") || strings.Contains(text, "NaN") || strings.Contains(text, "Inf") {
		t.Error(text)
	}
}
