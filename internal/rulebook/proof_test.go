package rulebook_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"zhongfu/internal/job"
	"zhongfu/internal/rulebook"
)

// A check has the draft proved in the background; a rule that no case would notice when it is wrong is named.
func TestCheckedDraftIsProved(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	queue, err := job.NewQueue(o.db.Pool())
	if err != nil {
		t.Fatal(err)
	}
	o.ProveWith(queue)
	workers := river.NewWorkers()
	rulebook.Workers(workers, o.Service)
	client, err := river.NewClient(riverpgxv5.New(o.db.Pool()), &river.Config{Queues: map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: 2}}, Workers: workers,
		FetchPollInterval: 50 * time.Millisecond, FetchCooldown: 20 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	d, err := o.CreateDraft(ctx, drafter, rulebook.NewDraft{ID: id(), Pack: "national", Title: "提高倍数"})
	if err != nil {
		t.Fatal(err)
	}
	r, err := o.CheckDraft(ctx, drafter, d.ID)
	if err != nil || !r.Loads {
		t.Fatalf("%v %+v", err, r.Problems)
	}
	if p, err := o.Proof(ctx, drafter, r.Digest); err != nil || p.State != "waiting" || p.Wanted != 95 {
		t.Fatalf("before anybody works: %+v %v", p, err)
	}
	if _, err := o.CheckDraft(ctx, drafter, d.ID); err != nil { // a second check asks for no second proof
		t.Fatal(err)
	}
	if err := client.Start(ctx); err != nil {
		t.Fatal(err)
	}
	defer client.Stop(ctx)
	seen := map[string]bool{}
	for until := time.Now().Add(3 * time.Minute); ; time.Sleep(20 * time.Millisecond) {
		p, err := o.Proof(ctx, drafter, r.Digest)
		if err != nil || time.Now().After(until) {
			t.Fatalf("%+v %v", p, err)
		}
		if p.State == "running" && p.Tried > 0 && p.Tried < p.Texts {
			seen["progress"] = true
		}
		if p.State != "done" {
			if p.State == "failed" {
				t.Fatalf("failed: %+v", p)
			}
			continue
		}
		if p.Mutants < 100 || p.Caught > p.Mutants || p.Good != (p.Score >= 95) || len(p.Survivors) != min(50, p.Mutants-p.Caught) {
			t.Errorf("%+v", p)
		}
		for _, v := range p.Survivors {
			if !strings.HasPrefix(v.File, "national/") || v.Line == 0 || v.Hint == "" {
				t.Errorf("%+v", v)
			}
		}
		t.Logf("%d of %d noticed", p.Caught, p.Mutants)
		break
	}
	if !seen["progress"] {
		t.Error("no progress was told")
	}
	if _, err := o.Proof(ctx, clerk, r.Digest); err == nil {
		t.Error("a clerk reads how a draft is proved")
	}
	if p, err := o.Proof(ctx, drafter, strings.Repeat("0", 64)); err != nil || p.State != "none" {
		t.Errorf("of a text that nobody checked: %+v %v", p, err)
	}
}
