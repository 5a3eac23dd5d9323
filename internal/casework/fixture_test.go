package casework_test

import (
	"context"
	"fmt"
	"maps"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/casework"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/idnum"
	"zhongfu/internal/job"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/registry"
	"zhongfu/internal/seal"
	"zhongfu/internal/task"
	"zhongfu/policies"
)

const (
	province int64 = 440000000000
	city     int64 = 440100000000
	tianhe   int64 = 440106000000
	yuexiu   int64 = 440104000000
	town     int64 = 440106012000 // 天园街道
	otherTn  int64 = 440104001000 // 洪桥街道 of 越秀
)

var (
	village   = divisionsOf(town)[0]
	otherVill = divisionsOf(otherTn)[0]
	// A Wednesday a week before the National Day holiday of 2025 (1–8 October off; 28 September and 11 October worked).
	start = time.Date(2025, 9, 24, 10, 0, 0, 0, calendar.Zone)
)

func divisionsOf(of int64) []int64 {
	var out []int64
	for _, d := range division.Default().Villages(of) {
		out = append(out, d.Code)
	}
	return out
}

var packs = sync.OnceValue(func() policy.Shelf {
	var out policy.Shelf
	for _, name := range []string{"national", "guangdong"} {
		p, err := policy.Load(policies.FS, name)
		if err != nil {
			panic(err)
		}
		out = append(out, p)
	}
	return out
})

func actorOf(name string, role access.Role, level access.Level, at int64) access.Actor {
	lo, hi := division.Range(at)
	return access.Actor{Staff: uuid.NewSHA1(uuid.Nil, fmt.Appendf(nil, "%s%d", name, at)), Name: name, Role: role, Level: level, Division: at, Lo: lo, Hi: hi}
}

// Staff of the case's own town and county, and of others.
var (
	clerk      = actorOf("王经办", access.TownClerk, access.Town, town)
	clerk2     = actorOf("李经办", access.TownClerk, access.Town, town)
	head       = actorOf("陈主任", access.TownHead, access.Town, town)
	verifier   = actorOf("赵核对", access.VerificationOfficer, access.County, tianhe)
	reviewer   = actorOf("孙审核", access.CountyReviewer, access.County, tianhe)
	approver   = actorOf("周确认", access.CountyApprover, access.County, tianhe)
	assistant  = actorOf("村协理", access.VillageAssistant, access.Village, village)
	finance    = actorOf("吴发放", access.FinanceOfficer, access.County, tianhe)
	cityBoss   = actorOf("市监管", access.CitySupervisor, access.City, city)
	provBoss   = actorOf("省监管", access.ProvinceSupervisor, access.Province, province)
	auditor    = actorOf("审计", access.Auditor, access.County, tianhe)
	admin      = actorOf("管理员", access.Administrator, access.County, tianhe)
	desk       = actorOf("窗口", access.DepartmentDesk, access.County, tianhe)
	farClerk   = actorOf("外镇经办", access.TownClerk, access.Town, otherTn)
	farHead    = actorOf("外镇主任", access.TownHead, access.Town, otherTn)
	farChecker = actorOf("外县确认", access.CountyApprover, access.County, yuexiu)
)

// world is a fresh database with the services over it.
type world struct {
	*casework.Service
	t     testing.TB
	ctx   context.Context
	db    *postgres.DB
	clock *clock.Fake
	tasks *task.Service
	keys  *seal.Keyring
}

func setUp(t testing.TB) *world {
	t.Helper()
	db := testdb.New(t)
	return worldOn(t, db)
}

func worldOn(t testing.TB, db *postgres.DB) *world {
	t.Helper()
	queue, err := job.NewQueue(db.Pool())
	if err != nil {
		t.Fatal(err)
	}
	w := &world{t: t, ctx: context.Background(), db: db, clock: clock.NewFake(start), keys: seal.ForTest()}
	places := division.Default()
	reg := registry.New(db, w.keys, w.clock, places)
	w.Service = casework.New(db, w.keys, w.clock, places, packs(), reg, queue)
	w.tasks = task.New(db, w.clock, places)
	return w
}

func (w *world) today() calendar.Date { return clock.Today(w.clock) }

// forward moves the clock on by days and lets the jobs of the day run.
func (w *world) forward(days int) {
	w.t.Helper()
	w.clock.Advance(time.Duration(days) * 24 * time.Hour)
	if _, err := w.EndNotices(w.ctx); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) one(query string, args ...any) int {
	w.t.Helper()
	var n int
	err := w.db.InRead(w.ctx, access.System("test"), func(tx pgx.Tx) error { return tx.QueryRow(w.ctx, query, args...).Scan(&n) })
	if err != nil {
		w.t.Fatal(err)
	}
	return n
}

func (w *world) page(a access.Actor, id uuid.UUID) casework.CasePage {
	w.t.Helper()
	p, err := w.Page(w.ctx, a, id)
	if err != nil {
		w.t.Fatalf("page for %s: %v", a.Name, err)
	}
	return p
}

func ok(t testing.TB, s casework.CaseState, err error) casework.CaseState {
	t.Helper()
	if err != nil {
		t.Fatalf("refused: %v", err)
	}
	return s
}

// refused asks for an error of a kind and code, said in Chinese.
func refused(t testing.TB, err error, kind errs.Kind, code string) {
	t.Helper()
	e := errs.As(err)
	if e == nil {
		t.Fatalf("want a refusal %q, got %v", code, err)
	}
	if e.Kind != kind || code != "" && e.Code != code {
		t.Fatalf("want kind %d code %q, got kind %d code %q: %s", kind, code, e.Kind, e.Code, e.Message)
	}
	for _, r := range e.Message {
		if r > 0x4e00 {
			return
		}
	}
	t.Errorf("the refusal %q is not in Chinese: %q", e.Code, e.Message)
}

var serial atomic.Int64

// idNumber makes the next valid ID number of a person born on a day.
func idNumber(birth calendar.Date, sex int) string {
	n := int(serial.Add(1))
	return idnum.MakeResident(440106, birth.AddDays(n/400), 1+n%400, sex)
}

func bornIn(year int) calendar.Date { return calendar.NewDate(year, 3, 5) }

// poor are the facts of a member without income.
func poor(more casework.Facts) casework.Facts {
	f := casework.Facts{"lives_together": true, "student_stage": "none", "independent": false, "imprisoned": false, "missing": false, "clergy_away_years": 0,
		"income_wage": 0, "income_business": 0, "income_property": 0, "income_transfer": 0, "income_other": 0, "rigid_spending": 0, "employment_cost": 0}
	maps.Copy(f, more)
	return f
}

func assetless() casework.Facts {
	return casework.Facts{"urban": true, "financial_assets": 0, "dwellings": 1, "non_residential": false, "vehicles": 0, "business_registration": false}
}

func signature(name string) *casework.MemberAuthorisation {
	return &casework.MemberAuthorisation{SignedBy: name, SignedOn: calendar.DateOf(start)}
}

// application is a mother and a school child without income, with all that acceptance asks for.
func application() casework.SubmitInput {
	urban := true
	return casework.SubmitInput{RequestKey: uuid.New(), Item: "dibao", Division: fmt.Sprint(village), Urban: &urban, Pledge: true, Facts: assetless(),
		Members: []casework.SubmitMember{
			{IDNumber: idNumber(bornIn(1984), 2), Name: "林秀英", Relation: "02", Phone: "13800138000", Facts: poor(nil), Authorisation: signature("林秀英")},
			{IDNumber: idNumber(bornIn(2014), 1), Name: "林小明", Relation: "20", Facts: poor(casework.Facts{"student_stage": "primary"}),
				Authorisation: &casework.MemberAuthorisation{SignedBy: "林秀英", Guardian: true, SignedOn: calendar.DateOf(start)}},
		}}
}

func (w *world) submit(in casework.SubmitInput) casework.CaseState {
	w.t.Helper()
	s, err := w.Submit(w.ctx, clerk, in)
	return ok(w.t, s, err)
}

func (w *world) accept(s casework.CaseState) casework.CaseState {
	w.t.Helper()
	s, err := w.Accept(w.ctx, clerk, s.ID, casework.AcceptInput{Version: s.Version})
	return ok(w.t, s, err)
}

// report answers that every source agrees with the application.
func report(s casework.CaseState, today calendar.Date) casework.VerificationInput {
	return casework.VerificationInput{Version: s.Version, ReportNumber: "HD-1", Conclusion: "未发现超标情形",
		Answers: []casework.SourceAnswer{{Source: "公安车辆", QueriedOn: today, Answered: true, Facts: casework.Facts{"vehicles": 0}}}}
}

func (w *world) verify(s casework.CaseState) casework.CaseState {
	w.t.Helper()
	s, err := w.Verify(w.ctx, verifier, s.ID, report(s, w.today()))
	return ok(w.t, s, err)
}

func visit(s casework.CaseState, today calendar.Date) casework.SurveyInput {
	return casework.SurveyInput{Version: s.Version, VisitedOn: today, FamilySigned: true, FamilySigner: "林秀英", Situation: "两人租住一室",
		Surveyors: []casework.Surveyor{{Name: "王经办", Office: "天园街道"}, {Name: "村协理", Office: "居委会"}}}
}

func (w *world) survey(s casework.CaseState) casework.CaseState {
	w.t.Helper()
	s, err := w.Survey(w.ctx, clerk, s.ID, visit(s, w.today()))
	return ok(w.t, s, err)
}

func (w *world) opinion(s casework.CaseState) casework.CaseState {
	w.t.Helper()
	s, err := w.FirstOpinion(w.ctx, head, s.ID, casework.FirstOpinionInput{Version: s.Version, Outcome: "agree"})
	return ok(w.t, s, err)
}

func (w *world) post(s casework.CaseState) casework.CaseState {
	w.t.Helper()
	s, err := w.PostNotice(w.ctx, clerk, s.ID, casework.PostNoticeInput{Version: s.Version, Place: "居委会公告栏"})
	return ok(w.t, s, err)
}

// now reads the state again, as somebody does who opens the page.
func (w *world) now(id uuid.UUID) casework.CaseState {
	w.t.Helper()
	c := w.page(access.System("test"), id)
	s := casework.CaseState{ID: id, Number: c.Case.Number, Status: c.Case.Status, Version: c.Case.Version, Due: c.Case.Due}
	for _, st := range c.Steps {
		if st.State == "open" {
			s.Open = append(s.Open, casework.OpenStep{Step: st.Step, Name: st.Name, Role: st.Role, Office: st.Office, Due: st.Due})
		}
	}
	return s
}

// afterNotice lets the notice run and its job lead the case on.
func (w *world) afterNotice(s casework.CaseState) casework.CaseState {
	w.t.Helper()
	for at(w.now(s.ID)) == "notice" {
		w.forward(1)
	}
	return w.now(s.ID)
}

// visitIfDrawn does the county's visit where the lot fell on the case.
func (w *world) visitIfDrawn(s casework.CaseState) casework.CaseState {
	w.t.Helper()
	v := w.page(reviewer, s.ID).Case.CountyVisit
	if v != "drawn" && v != "relative" {
		return s
	}
	s, err := w.CountyVisit(w.ctx, reviewer, s.ID, casework.CountyVisitInput{Version: s.Version, VisitedOn: w.today(), Findings: "与申报一致",
		Visitors: []casework.Surveyor{{Name: "孙审核", Office: "天河区民政局"}}})
	return ok(w.t, s, err)
}

func (w *world) review(s casework.CaseState) casework.CaseState {
	w.t.Helper()
	s = w.visitIfDrawn(s)
	s, err := w.Review(w.ctx, reviewer, s.ID, casework.ReviewInput{Version: s.Version, Outcome: "agree", Opinion: "材料齐全，建议确认"})
	return ok(w.t, s, err)
}

// toConfirm leads a new case up to the decision.
func (w *world) toConfirm(in casework.SubmitInput) casework.CaseState {
	w.t.Helper()
	return w.review(w.afterNotice(w.post(w.opinion(w.survey(w.verify(w.accept(w.submit(in))))))))
}

// at names the one open step of a case, "" when there is none.
func at(s casework.CaseState) string {
	out := ""
	for _, o := range s.Open {
		if out != "" {
			out += "+"
		}
		out += o.Step
	}
	return out
}

func amount(n int64) *int64 { return &n }
