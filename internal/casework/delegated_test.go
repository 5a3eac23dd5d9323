package casework_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"zhongfu/internal/casework"
	"zhongfu/internal/division"
	"zhongfu/internal/job"
	"zhongfu/internal/policy"
	"zhongfu/internal/registry"
	"zhongfu/policies"
)

// delegatedPack is Guangdong's with the right to confirm handed to 天园街道.
func delegatedPack(t *testing.T) *policy.Pack {
	t.Helper()
	all := fstest.MapFS{
		"handed/pack.yaml": {Data: []byte("name: handed\ntitle: 下放试点\nversion: \"1\"\nparent: guangdong\ndivision: \"440106012\"\n")},
		"handed/parameters/handed.yaml": {Data: []byte("parameters:\n  - id: delegated_town\n    values:\n" +
			"      - {divisions: \"440106012\", from: 2021-07-01, value: \"true\", status: sample, source: SAMPLE}\n")},
	}
	err := fs.WalkDir(policies.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(policies.FS, path)
		all[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	p, err := policy.Load(all, "handed")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Where the county has handed confirmation to the town the same acts run another road: other actors, twenty working days,
// no county review.
func TestDelegatedTown(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	queue, err := job.NewQueue(w.db.Pool())
	if err != nil {
		t.Fatal(err)
	}
	places := division.Default()
	w.Service = casework.New(w.db, w.keys, w.clock, places, append(packs(), delegatedPack(t)), registry.New(w.db, w.keys, w.clock, places), queue)
	in := application()
	in.Relatives = []casework.RelativeInput{{Member: 0, StaffName: "林主任", Office: "居委会", Relation: "兄"}}
	s := w.accept(w.submit(in))
	if want := "2025-10-28"; s.Due.String() != want {
		t.Errorf("twenty working days end on %v, want %s", s.Due, want)
	}
	s = w.survey(w.verify(s))
	_, err = w.FirstOpinion(w.ctx, head, s.ID, casework.FirstOpinionInput{Version: s.Version, Outcome: "agree"})
	refused(t, err, forbidden, "") // here the clerk gives the opinion
	_, err = w.FirstOpinion(w.ctx, clerk, s.ID, casework.FirstOpinionInput{Version: s.Version, Outcome: "agree"})
	refused(t, err, forbidden, "same_person") // but not the one who surveyed
	s, err = w.FirstOpinion(w.ctx, clerk2, s.ID, casework.FirstOpinionInput{Version: s.Version, Outcome: "agree"})
	s = w.afterNotice(w.post(ok(t, s, err)))
	if at(s) != "confirm" {
		t.Fatalf("after the notice at %s", at(s))
	}
	sum := fullAmount(t, w, s)
	decide := func() error {
		var err error
		next, err := w.Confirm(w.ctx, head, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "confirm", AmountFen: &sum})
		if err == nil {
			s = next
		}
		return err
	}
	refused(t, decide(), conflict, "county_visit_needed") // a disclosed relative: the county visits all the same
	if n := w.one(`select count(*) from task where kind = 'county_visit' and role = 'county_reviewer' and office_division = $1 and closed_at is null`, tianhe); n != 1 {
		t.Fatalf("%d duties to visit at the county", n)
	}
	_, err = w.Confirm(w.ctx, approver, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "confirm", AmountFen: &sum})
	refused(t, err, forbidden, "")
	s = w.visitIfDrawn(s)
	if err := decide(); err != nil {
		t.Fatal(err)
	}
	_, err = w.Extend(w.ctx, approver, s.ID, casework.ReasonInput{Version: s.Version, Reason: "延长"})
	refused(t, err, conflict, "")
	s, err = w.Deliver(w.ctx, clerk, s.ID, casework.LetterInput{Version: s.Version, DeliveredOn: w.today(), Method: "in_person", Receiver: "林秀英"})
	if s = ok(t, s, err); s.Status != "confirmed" {
		t.Errorf("ended %s", s.Status)
	}
}
