package report

import (
	"testing"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/casefixture"
	"zhongfu/internal/errs"
)

func fieldOf(err error) string {
	if e := errs.As(err); e != nil && len(e.Fields) > 0 {
		return e.Fields[0].Name
	}
	return ""
}

// An objection: proof, re-check by somebody else of the town, the corrected value beside the source's, the next version, the case.
func TestObjection(t *testing.T) {
	w := newWorld(t)
	f := w.family(map[string]any{"income_wage": 120000, "vehicles": 0})
	w.answered(w.ordered(f), &f.Household, f.Members, "member", map[string]reply{
		"周父 vehicle": {records: []map[string]any{{"plate": "粤A12345", "kind": "car", "state": "normal", "registered_on": "2019-03-02"}}}})
	r, err := w.s.IssueForCase(w.ctx, officer, f.ID, IssueInput{ID: uuid.New()})
	if err != nil {
		t.Fatal(err)
	}
	proof := uuid.New()
	w.Exec(`insert into attachment (case_id, id, division, kind, name, mime, size, digest, sealed, by_id, by_name, at) values ($1, $2, $3, 'asset_proof', '车辆转让协议.pdf', 'application/pdf', 1, '\x00', '\x00', $2, '王', $4)`,
		f.ID, proof, casefixture.Village, w.Clock.Now())
	in := DisputeInput{ID: uuid.New(), Name: "周父", Text: "车辆已卖给他人，未过户。", Items: []DisputedInput{{Fact: "vehicles", Claim: "没有车"}, {PersonID: &f.Members[0].ID, Fact: "income_wage", Claim: "1200 元"}},
		Proofs: []uuid.UUID{proof}}
	for field, change := range map[string]func(*DisputeInput){
		"name": func(in *DisputeInput) { in.Name = " " }, "text": func(in *DisputeInput) { in.Text = "" }, "items": func(in *DisputeInput) { in.Items = nil },
		"proofs": func(in *DisputeInput) { in.Proofs = nil }, "items[0].fact": func(in *DisputeInput) { in.Items = []DisputedInput{{Fact: "moon", Claim: "x"}} },
		"items[0].claim": func(in *DisputeInput) { in.Items = []DisputedInput{{Fact: "vehicles"}} },
	} {
		bad := in
		change(&bad)
		if _, err := w.s.Object(w.ctx, clerk, r.ID, bad); fieldOf(err) != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	bad := in
	bad.Proofs = []uuid.UUID{uuid.New()}
	if _, err := w.s.Object(w.ctx, clerk, r.ID, bad); fieldOf(err) != "proofs" {
		t.Errorf("a proof of another case: %v", err)
	}
	for range 2 { // sent twice it is one
		got, err := w.s.Object(w.ctx, clerk, r.ID, in)
		if err != nil || len(got.Objections) != 1 || got.Objections[0].State != "open" || got.Objections[0].Items[0].Source != "1 辆" {
			t.Fatalf("%+v %v", got.Objections, err)
		}
	}
	if w.Count(`select count(*) from task where root_id = $1 and kind = $2 and role = 'town_head' and closed_at is null`, f.ID, taskObjection) != 1 {
		t.Error("nobody is told to re-check")
	}
	done := RecheckInput{ReportID: uuid.New(), Findings: "到车管所和买受人处核实。", Items: []RecheckedInput{
		{Fact: "vehicles", Upheld: true, Value: 0, Why: "转让协议和买受人证言一致，车辆由他人占有使用"}, {PersonID: &f.Members[0].ID, Fact: "income_wage", Why: "没有工资流水证明"}}}
	if _, err := w.s.Recheck(w.ctx, clerk, in.ID, done); errs.As(err) == nil || errs.As(err).Code != "same_person" {
		t.Errorf("who registered it decides it: %v", err)
	}
	for field, change := range map[string]func(*RecheckInput){
		"findings": func(in *RecheckInput) { in.Findings = "" }, "items": func(in *RecheckInput) { in.Items = in.Items[:1] },
		"items[0].value": func(in *RecheckInput) {
			in.Items = append([]RecheckedInput{{Fact: "vehicles", Upheld: true, Value: "many", Why: "x"}}, in.Items[1])
		},
		"items[0].why": func(in *RecheckInput) {
			in.Items = append([]RecheckedInput{{Fact: "vehicles", Upheld: true, Value: 0}}, in.Items[1])
		},
	} {
		bad := done
		change(&bad)
		if _, err := w.s.Recheck(w.ctx, head, in.ID, bad); fieldOf(err) != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	for _, actor := range []access.Actor{officer, casefixture.Actor(access.TownHead, 440104004000), casefixture.Actor(access.VillageAssistant, casefixture.Village), casefixture.Actor(access.FinanceOfficer, casefixture.Yuexiu)} {
		if _, err := w.s.Recheck(w.ctx, actor, in.ID, done); !errs.Is(err, errs.Forbidden) && !errs.Is(err, errs.NotFound) {
			t.Errorf("%s at %d re-checks: %v", actor.Role, actor.Division, err)
		}
	}
	second, err := w.s.Recheck(w.ctx, head, in.ID, done)
	if err != nil {
		t.Fatal(err)
	}
	l := second.Content.line(nil, "vehicles")
	if second.Version != 2 || second.Why != Objection || l.Fixed == nil || l.Fixed.Text != "0 辆" || l.Fixed.Source != "1 辆" || l.Found.Text != "1 辆" || l.Fixed.ByName != head.Name || l.Fixed.Proofs != 1 {
		t.Errorf("%+v %+v", second.ReportRow, l)
	}
	if o := second.Objections[0]; o.State != "partly" || o.Items[0].Corrected != "0 辆" || o.Items[1].Corrected != "" || o.Findings == "" {
		t.Errorf("%+v", o)
	}
	if again, err := w.s.Recheck(w.ctx, head, in.ID, done); err != nil || again.ID != second.ID {
		t.Errorf("sent twice: %v", err)
	}
	if w.Count(`select count(*) from task where root_id = $1 and kind = $2 and closed_at is null`, f.ID, taskObjection) != 0 {
		t.Error("the duty stays open")
	}
	page, err := w.cases.Page(w.ctx, clerk, f.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range page.Facts {
		if row.Key == "vehicles" && (row.Verified.Text != "0 辆" || row.Verified.Note == "" || row.Differs) {
			t.Errorf("the case: %+v", row.Verified)
		}
	}
	if first, err := w.s.Get(w.ctx, head, r.ID); err != nil || first.Content.line(nil, "vehicles").Fixed != nil || first.MayObject {
		t.Errorf("the first version changed: %v", err)
	}
}
