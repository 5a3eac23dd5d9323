package simulation

import (
	"context"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"zhongfu/internal/access"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres/testdb"
)

type noted struct{ jobs []RunArgs }

func (n *noted) Insert(_ context.Context, _ pgx.Tx, args river.JobArgs) error {
	n.jobs = append(n.jobs, args.(RunArgs))
	return nil
}

func who(role access.Role, level access.Level, place int64) access.Actor {
	lo, hi := division.Range(place)
	return access.Actor{Staff: uuid.New(), Name: "某人", Role: role, Level: level, Division: place, Lo: lo, Hi: hi}
}

func TestServiceKeepsToTheRange(t *testing.T) {
	db, ctx, jobs := testdb.New(t), context.Background(), &noted{}
	p, err := guangdong()
	if err != nil {
		t.Fatal(err)
	}
	s := NewService(db, clock.System{}, division.Default(), policy.Shelf{p}, jobs)
	province := who(access.ProvinceSupervisor, access.Province, 440000000000)
	county := who(access.CountyApprover, access.County, 440104000000)
	other := who(access.CountyApprover, access.County, 440106000000)
	changes := []policy.ParameterChange{change("dibao_standard", "4401", "1350")}
	ask := Request{ID: uuid.New(), Place: 440000000000, Day: day, Title: "全省", Changes: changes}

	if _, err := s.Start(ctx, county, ask); !errs.Is(err, errs.NotFound) {
		t.Errorf("a county simulates the province: %v", err)
	}
	for _, role := range []access.Role{access.TownClerk, access.VerificationOfficer, access.Auditor, access.Administrator} {
		if _, err := s.Start(ctx, who(role, access.County, 440104000000), Request{ID: uuid.New(), Place: 440104000000, Day: day, Title: "x", Changes: changes}); !errs.Is(err, errs.Forbidden) {
			t.Errorf("%s may simulate: %v", role, err)
		}
	}
	run, err := s.Start(ctx, province, ask)
	if err != nil || run.State != "queued" {
		t.Fatalf("%+v %v", run, err)
	}
	if again, err := s.Start(ctx, province, ask); err != nil || again.ID != run.ID || len(jobs.jobs) != 1 {
		t.Errorf("sent twice: %v, %d jobs", err, len(jobs.jobs))
	}
	if _, err := s.Start(ctx, county, Request{ID: uuid.New(), Place: 440104000000, Day: day, Title: "本区", Changes: changes}); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		actor access.Actor
		sees  int
	}{"province": {province, 2}, "county": {county, 1}, "other county": {other, 0}} {
		list, err := s.List(ctx, c.actor)
		if err != nil || len(list) != c.sees {
			t.Errorf("%s sees %d runs (%v), want %d", name, len(list), err, c.sees)
		}
	}
	for _, look := range []func() error{
		func() error { _, err := s.Get(ctx, other, run.ID); return err },
		func() error { _, err := s.Cancel(ctx, other, run.ID); return err },
		func() error { _, _, err := s.Export(ctx, county, run.ID); return err },
	} {
		if err := look(); !errs.Is(err, errs.NotFound) {
			t.Errorf("another range's run shows: %v", err)
		}
	}
	// No sheets are loaded: the run ends with a reason that people can read.
	if err := s.do(ctx, RunArgs{ID: run.ID}, true); err == nil {
		t.Error("a run over nobody ended well")
	}
	if got, err := s.Get(ctx, province, run.ID); err != nil || got.State != "failed" || got.Failure == "" {
		t.Errorf("%+v %v", got, err)
	}
	second, err := s.Start(ctx, province, Request{ID: uuid.New(), Place: 440000000000, Day: day, Title: "再试", Changes: changes})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := s.Cancel(ctx, province, second.ID); err != nil || got.State != "cancelled" || got.EndedAt == nil {
		t.Errorf("%+v %v", got, err)
	}
	if err := s.do(ctx, RunArgs{ID: second.ID}, true); err != nil {
		t.Errorf("a cancelled run was taken up: %v", err)
	}
}

func TestBadRequestsAreNamed(t *testing.T) {
	db, ctx := testdb.New(t), context.Background()
	p, err := guangdong()
	if err != nil {
		t.Fatal(err)
	}
	s := NewService(db, clock.System{}, division.Default(), policy.Shelf{p}, &noted{})
	actor := who(access.ProvinceSupervisor, access.Province, 440000000000)
	for name, in := range map[string]Request{
		"nothing changed":   {Day: day, Title: "x"},
		"unknown parameter": {Day: day, Title: "x", Changes: []policy.ParameterChange{{Parameter: "nothing", Divisions: []string{"44"}, Value: "1", Status: "sample"}}},
		"unknown place":     {Place: 440199999999, Day: day, Title: "x", Changes: []policy.ParameterChange{{Parameter: "dibao_standard", Divisions: []string{"44"}, Value: "1", Status: "sample"}}},
	} {
		in.ID = uuid.New()
		if _, err := s.Start(ctx, actor, in); !errs.Is(err, errs.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A preview loads the register as the system: whoever may not simulate is refused before.
func TestPreviewRefuses(t *testing.T) {
	db, ctx := testdb.New(t), context.Background()
	p, err := guangdong()
	if err != nil {
		t.Fatal(err)
	}
	s := NewService(db, clock.System{}, division.Default(), policy.Shelf{p}, &noted{})
	for _, role := range []access.Role{access.TownClerk, access.CountyReviewer, access.VerificationOfficer, access.Auditor, access.Administrator} {
		if _, err := s.Preview(ctx, who(role, access.County, 440104000000), p, p, day); !errs.Is(err, errs.Forbidden) {
			t.Errorf("%s sees a preview: %v", role, err)
		}
	}
	if _, err := s.Preview(ctx, who(access.ProvinceSupervisor, access.Province, 440000000000), p, p, day); err != nil {
		t.Errorf("a supervisor is refused: %v", err)
	}
}

// drafted answers for one draft.
type drafted struct {
	id   uuid.UUID
	pack DraftPack
}

func (d *drafted) Trial(_ context.Context, _ access.Actor, id uuid.UUID) (DraftPack, error) {
	if id != d.id {
		return DraftPack{}, errs.Missing("该草稿")
	}
	return d.pack, nil
}

// A draft can be compared with; the job carries which one and in which version, and one that was edited since is not counted.
func TestDraftAsTheChangedSide(t *testing.T) {
	db, ctx, jobs := testdb.New(t), context.Background(), &noted{}
	p, err := guangdong()
	if err != nil {
		t.Fatal(err)
	}
	s := NewService(db, clock.System{}, division.Default(), policy.Shelf{p}, jobs)
	actor := who(access.ProvinceSupervisor, access.Province, 440000000000)
	d := &drafted{uuid.New(), DraftPack{with(t, p, change("dibao_standard", "44", "1500")), "提高低保", 4}}
	ask := Request{ID: uuid.New(), Place: 440000000000, Day: day, Title: "草稿", Draft: d.id}
	if _, err := s.Start(ctx, actor, ask); !errs.Is(err, errs.Invalid) {
		t.Errorf("nobody reads drafts: %v", err)
	}
	s.ReadDrafts(d)
	both := ask
	both.Changed = p.Digest
	if _, err := s.Start(ctx, actor, both); !errs.Is(err, errs.Invalid) {
		t.Errorf("a draft and a version: %v", err)
	}
	other := ask
	other.Draft = uuid.New()
	if _, err := s.Start(ctx, actor, other); !errs.Is(err, errs.NotFound) {
		t.Errorf("a draft that is not there: %v", err)
	}
	run, err := s.Start(ctx, actor, ask)
	if err != nil || run.Changed != d.pack.Pack.Digest {
		t.Fatalf("%+v %v", run, err)
	}
	if len(jobs.jobs) != 1 || jobs.jobs[0] != (RunArgs{ID: ask.ID, Draft: d.id, DraftSeen: 4}) {
		t.Fatalf("%+v", jobs.jobs)
	}
	_, changed, err := s.packs(ctx, actor, &Request{Place: ask.Place, Day: day, Draft: d.id, Changes: []policy.ParameterChange{change("marginal_ratio", "44", "2")}, draftSeen: 4})
	if err != nil || changed.Digest == d.pack.Pack.Digest {
		t.Errorf("a change over a draft: %v", err)
	}
	d.pack.Version = 5
	if err := s.do(ctx, jobs.jobs[0], true); !errs.Is(err, errs.Conflict) {
		t.Errorf("an edited draft was counted: %v", err)
	}
	if got, err := s.Get(ctx, actor, run.ID); err != nil || got.State != "failed" || got.Result != nil {
		t.Errorf("%+v %v", got, err)
	}
}
