package rulebook_test

import (
	"archive/zip"
	"bytes"
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/rulebook"
)

// draftWith begins a draft and writes the guangdong pack's head and, where given, other files into it.
func (o *office) draftWith(t *testing.T, replace ...string) rulebook.PackDraft {
	t.Helper()
	ctx := context.Background()
	d, err := o.CreateDraft(ctx, drafter, rulebook.NewDraft{ID: id(), Pack: "guangdong", Title: "2027年标准"})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"guangdong/pack.yaml", "guangdong/parameters/dibao_standard.yaml", "guangdong/items/dibao.yaml"} {
		f, err := o.DraftText(ctx, drafter, d.ID, path)
		if err != nil {
			t.Fatal(err)
		}
		if text := strings.NewReplacer(replace...).Replace(f.Text); text != f.Text {
			if d, err = o.EditDraft(ctx, drafter, d.ID, rulebook.Edit{Path: path, Text: text, Version: d.Version}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return d
}

func proposal(d rulebook.PackDraft, days int) rulebook.Proposal {
	return rulebook.Proposal{ID: id(), Draft: d.ID, DraftSeen: d.Version, ActiveFrom: today.AddDays(days), Reason: "年度调整"}
}

const newVersion = `version: "2027.1"`

// shantou gives a city that has only its floor a standard of its own.
var shantou = []string{`      - {divisions: "4404", from: 2024-01-01`, `      - {divisions: "4405", from: 2026-01-01, value: 1090, status: official, source: GDCITY 汕头2026年}
      - {divisions: "4404", from: 2024-01-01`}

var bump = []string{carriedVersion(), newVersion}

func carriedVersion() string { return `version: "` + carried()[1].Version + `"` }

// The whole road: draft, gate, proposal, approval by another, and the day.
func TestDraftComesIntoForceOnItsDay(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	d := o.draftWith(t, append(slices.Clone(bump), shantou...)...)
	r, err := o.CheckDraft(ctx, drafter, d.ID)
	if err != nil || !r.Loads || r.Cases == 0 || r.Version != "2027.1" {
		t.Fatalf("%+v, %v", r, err)
	}
	said := ""
	for _, c := range r.Changes {
		said += c.Text
	}
	if !strings.Contains(said, "1,090") && !strings.Contains(said, "1090") {
		t.Errorf("the difference does not name the new standard: %s", said)
	}
	a, err := o.Propose(ctx, drafter, proposal(d, 1))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.EditDraft(ctx, drafter, d.ID, rulebook.Edit{Path: "guangdong/pack.yaml", Text: "x", Version: d.Version + 1}); !errs.Is(err, errs.Conflict) {
		t.Errorf("a proposed draft is edited: %v", err)
	}
	for name, by := range map[string]access.Actor{"its proposer": drafter, "an administrator": admin, "a city": guangzhou, "an auditor": auditor} {
		if _, err := o.ApproveActivation(ctx, by, a.ID); !errs.Is(err, errs.Forbidden) {
			t.Errorf("approved by %s: %v", name, err)
		}
	}
	if _, err := o.ApproveActivation(ctx, shandong, a.ID); !errs.Is(err, errs.NotFound) {
		t.Errorf("approved by another province: %v", err)
	}
	var wg sync.WaitGroup
	var mu sync.Mutex
	won := 0
	for range 3 { // the same approver, three windows
		wg.Add(1)
		go func() {
			defer wg.Done()
			_, err := o.ApproveActivation(ctx, chief, a.ID)
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				won++
			} else if !errs.Is(err, errs.Conflict) {
				t.Error(err)
			}
		}()
	}
	wg.Wait()
	if won != 1 {
		t.Errorf("approved %d times", won)
	}
	if got := standard(t, o.lib, 440507001001, today); got != 86000 {
		t.Errorf("it holds before its day: %d", got)
	}
	if got := standard(t, o.lib, 440507001001, today.AddDays(1)); got != 109000 {
		t.Errorf("on its day: %d", got)
	}
	list, err := o.Versions(ctx, clerk, "guangdong")
	if err != nil || len(list) != 2 || list[0].Standing != "waiting" || list[1].Standing != "in_force" {
		t.Errorf("%+v, %v", list, err)
	}
	if _, err := o.EndActivation(ctx, chief, a.ID, "暂缓"); err != nil {
		t.Errorf("cancelled before its day: %v", err)
	}
	if got := standard(t, o.lib, 440507001001, today.AddDays(1)); got != 86000 {
		t.Errorf("cancelled and still holds: %d", got)
	}
}

// What does not load cannot be proposed: a fault is told with file and line, and a failing case keeps the gate shut.
func TestGateStaysShut(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	for name, c := range map[string]struct{ old, new, says string }{
		"a typo":        {"status: official", "status: oficial", "oficial"},
		"a broken case": {"value: 1282, status: official", "value: 1281, status: official", ""},
		"no version":    {"", "", "版本号"},
	} {
		replace := bump
		if name == "no version" {
			replace = shantou
		}
		d := o.draftWith(t, append(slices.Clone(replace), pair(c.old, c.new)...)...)
		r, err := o.CheckDraft(ctx, drafter, d.ID)
		if err != nil || r.Loads || len(r.Problems) == 0 {
			t.Errorf("%s passes the gate: %+v, %v", name, r, err)
			continue
		}
		if p := r.Problems[0]; !strings.Contains(p.Message, c.says) || p.File == "" || p.Line == 0 {
			t.Errorf("%s: %+v", name, p)
		}
		if _, err := o.Propose(ctx, drafter, proposal(d, 1)); !errs.Is(err, errs.Conflict) {
			t.Errorf("%s is proposed: %v", name, err)
		}
	}
}

func pair(old, new string) []string {
	if old == "" {
		return nil
	}
	return []string{old, new}
}

type standing []rulebook.Standing

func (s standing) Standing(context.Context, string) ([]rulebook.Standing, error) { return s, nil }

// A version that drops what open cases stand on is not let through.
func TestOpenCasesMustGoOn(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	o.Ask(standing{{Item: "dibao", Procedure: "dibao", Step: "accept", Cases: 3}, {Item: "dibao", Procedure: "dibao", Step: "gone", Cases: 2}})
	d := o.draftWith(t, bump...)
	r, err := o.CheckDraft(ctx, drafter, d.ID)
	if err != nil || r.Loads || len(r.Problems) != 1 || !strings.Contains(r.Problems[0].Message, "2 件在办案件") {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestDaysOfActivation(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	d := o.draftWith(t, bump...)
	for name, edit := range map[string]func(*rulebook.Proposal){
		"today without emergency":  func(p *rulebook.Proposal) { p.ActiveFrom = today },
		"yesterday":                func(p *rulebook.Proposal) { p.ActiveFrom = today.AddDays(-1) },
		"emergency without reason": func(p *rulebook.Proposal) { p.ActiveFrom, p.Emergency, p.Reason = today, true, "急" },
		"emergency on another day": func(p *rulebook.Proposal) { p.Emergency, p.Reason = true, "严重错误须立即更正" },
		"in the wrong century":     func(p *rulebook.Proposal) { p.ActiveFrom = today.AddMonths(1200) },
		"emergency, yesterday's day": func(p *rulebook.Proposal) {
			p.ActiveFrom, p.Emergency, p.Reason = today.AddDays(-1), true, "严重错误须立即更正"
		},
	} {
		p := proposal(d, 1)
		edit(&p)
		if _, err := o.Propose(ctx, drafter, p); !errs.Is(err, errs.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	urgent := proposal(d, 0)
	urgent.Emergency, urgent.Reason = true, "严重错误须立即更正"
	a, err := o.Propose(ctx, admin, urgent)
	if err != nil {
		t.Fatal(err)
	}
	second := o.draftWith(t, carriedVersion(), `version: "2027.2"`)
	if _, err := o.Propose(ctx, drafter, proposal(second, 1)); !errs.Is(err, errs.Conflict) {
		t.Errorf("a second proposal beside the first: %v", err)
	}
	if _, err := o.ApproveActivation(ctx, drafter, a.ID); err != nil {
		t.Fatal(err)
	}
	if p, _ := o.lib.Named("guangdong", today); p.Version != "2027.1" {
		t.Errorf("in force today is %s", p.Version)
	}
	if _, err := o.EndActivation(ctx, chief, a.ID, "不要了"); !errs.Is(err, errs.Conflict) {
		t.Errorf("what is in force was cancelled: %v", err)
	}
	// Back to the version before, by the same road.
	back := rulebook.Proposal{ID: id(), Pack: "guangdong", Digest: carried()[1].Digest, ActiveFrom: today.AddDays(2), Reason: "恢复原版本"}
	if a, err = o.Propose(ctx, drafter, back); err != nil {
		t.Fatal(err)
	}
	if _, err := o.ApproveActivation(ctx, chief, a.ID); err != nil {
		t.Fatal(err)
	}
	if p, _ := o.lib.Named("guangdong", today.AddDays(2)); p.Digest != carried()[1].Digest {
		t.Errorf("in two days holds %s", p.Version)
	}
}

// Who may not draft sees no draft, and an upload that is no pack is refused with its reason.
func TestDraftsAreTheProvinces(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	d := o.draftWith(t, bump...)
	for name, by := range map[string]access.Actor{"a city": guangzhou, "a clerk": clerk, "an auditor": auditor} {
		if _, err := o.Draft(ctx, by, d.ID); !errs.Is(err, errs.Forbidden) {
			t.Errorf("%s reads a draft: %v", name, err)
		}
		if _, err := o.CreateDraft(ctx, by, rulebook.NewDraft{ID: id(), Pack: "guangdong", Title: "草稿"}); !errs.Is(err, errs.Forbidden) {
			t.Errorf("%s begins a draft: %v", name, err)
		}
	}
	if _, err := o.Draft(ctx, shandong, d.ID); !errs.Is(err, errs.NotFound) {
		t.Errorf("another province reads it: %v", err)
	}
	if _, err := o.CreateDraft(ctx, shandong, rulebook.NewDraft{ID: id(), Pack: "guangdong", Title: "草稿"}); !errs.Is(err, errs.NotFound) {
		t.Errorf("another province drafts it: %v", err)
	}
	again, err := o.CreateDraft(ctx, drafter, rulebook.NewDraft{ID: d.ID, Pack: "guangdong", Title: "再来一次"})
	if err != nil || again.Version != d.Version || again.Title != d.Title {
		t.Errorf("sent twice: %+v, %v", again, err)
	}
	if _, err := o.EditDraft(ctx, drafter, d.ID, rulebook.Edit{Path: "guangdong/pack.yaml", Text: "x", Version: d.Version - 1}); !errs.Is(err, errs.Conflict) {
		t.Errorf("an old page overwrote a newer one: %v", err)
	}
	for name, zipped := range map[string][]byte{
		"no zip": []byte("hello"), "another pack": packed(t, "shandong/pack.yaml", "a"), "a way out": packed(t, "guangdong/../../x.yaml", "a"),
		"a program": packed(t, "guangdong/run.sh", "a"), "too large": packed(t, "guangdong/pack.yaml", strings.Repeat("a", 1<<20+1)), "no text": packed(t, "guangdong/pack.yaml", "\xff\xfe"),
	} {
		_, err := o.CreateDraft(ctx, drafter, rulebook.NewDraft{ID: id(), Pack: "guangdong", Title: "上传", Zip: zipped})
		if !errs.Is(err, errs.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := o.Propose(ctx, drafter, rulebook.Proposal{ID: id(), Draft: uuid.New(), DraftSeen: 1, ActiveFrom: today.AddDays(1)}); !errs.Is(err, errs.NotFound) {
		t.Errorf("a draft that is none: %v", err)
	}
}

func packed(t *testing.T, name, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
