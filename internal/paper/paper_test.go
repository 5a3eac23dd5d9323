package paper_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/casefixture"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/paper"
	"zhongfu/internal/policy"
)

var pack = sync.OnceValues(func() (*policy.Pack, error) { return policy.Load(os.DirFS("../../policies"), "guangdong") })

// verdict is what the policy says of every case of a test.
type verdict struct{ result *policy.Result }

func (v verdict) ResultOf(context.Context, pgx.Tx, uuid.UUID) (*policy.Result, error) {
	return v.result, nil
}

func service(w *casefixture.World, r *policy.Result) *paper.Service {
	w.T.Helper()
	p, err := pack()
	if err != nil {
		w.T.Fatal(err)
	}
	return paper.New(w.DB, w.Keys, w.Clock, division.Default(), policy.Shelf{p}, verdict{r})
}

func issue(w *casefixture.World, s *paper.Service, f casefixture.File, kind string, round int) (id uuid.UUID, err error) {
	err = w.DB.InTx(context.Background(), access.System("文书"), func(tx pgx.Tx) error {
		id, err = s.Issue(context.Background(), tx, access.System("文书"), f.ID, kind, round)
		return err
	})
	return id, err
}

func fact(w *casefixture.World, f casefixture.File, person *uuid.UUID, key, kind, value string) {
	w.Exec(`insert into case_fact (case_id, id, division, person_id, key, kind, value, source, at, by_name) select id, $2, division, $3, $4, $5, $6, '来源', $7, '王丽' from cases where id = $1`,
		f.ID, uuid.Must(uuid.NewV7()), person, key, kind, value, w.Clock.Now())
}

func step(w *casefixture.World, f casefixture.File, step string, round int, data any) {
	b, _ := json.Marshal(data)
	w.Exec(`insert into case_step (case_id, id, division, step, round, state, opened_at, data) select id, $2, division, $3, $4, 'done', $5, $6 from cases where id = $1`,
		f.ID, uuid.Must(uuid.NewV7()), step, round, w.Clock.Now(), b)
}

func TestIssuedOnceWithNumbersWithoutGaps(t *testing.T) {
	w := casefixture.New(t)
	s := service(w, nil)
	var files []casefixture.File
	for i := range 6 {
		files = append(files, w.CaseOf(casefixture.Village, "dibao", w.Grown(fmt.Sprintf("户%d", i))))
	}
	var wg sync.WaitGroup
	for _, f := range files {
		for range 4 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				if _, err := issue(w, s, f, paper.AcceptanceNotice, 0); err != nil {
					t.Errorf("Issue: %v", err)
				}
			}()
		}
	}
	// A paper whose act is rolled back takes no number with it.
	stop := errors.New("the act failed")
	for range 3 {
		_ = w.DB.InTx(context.Background(), access.System("文书"), func(tx pgx.Tx) error {
			_, _ = s.Issue(context.Background(), tx, access.System("文书"), w.CaseOf(casefixture.Village, "dibao", w.Grown("撤销")).ID, paper.AcceptanceNotice, 0)
			return stop
		})
	}
	wg.Wait()
	var numbers []string
	w.Tx(func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select number from paper order by length(number), number`)
		if err != nil {
			return err
		}
		numbers, err = pgx.CollectRows(rows, pgx.RowTo[string])
		return err
	})
	if len(numbers) != 6 {
		t.Fatalf("%d papers for 6 cases: %v", len(numbers), numbers)
	}
	for i, n := range numbers {
		if want := fmt.Sprintf("越秀区北京街道社救受〔2026〕%d号", i+1); n != want {
			t.Errorf("number %s, want %s", n, want)
		}
	}
	w.Clock.Set(calendar.NewDate(2027, 1, 4).Time())
	f := w.CaseOf(casefixture.Village, "dibao", w.Grown("新年"))
	if _, err := issue(w, s, f, paper.AcceptanceNotice, 0); err != nil {
		t.Fatal(err)
	}
	if n := w.Count(`select count(*) from paper where number = '越秀区北京街道社救受〔2027〕1号'`); n != 1 {
		t.Error("the new year does not begin with 1")
	}
}

func TestAPaperStaysAsItWasIssued(t *testing.T) {
	w := casefixture.New(t)
	s := service(w, nil)
	ctx, clerk := context.Background(), casefixture.Actor(access.TownClerk, casefixture.Beijing)
	f := w.CaseOf(casefixture.Village, "dibao", w.Grown("李建国"), w.Grown("王芳"))
	w.Exec(`insert into organisation (id, division, level, kind, name, phone, created_at) values ($1, $2, 4, 'township', '北京街道社会救助窗口', '020-83330000', $3)`,
		uuid.New(), casefixture.Beijing, w.Clock.Now())
	yes := true
	no := false
	amount := int64(0)
	res := policy.Result{Outcome: policy.Ineligible, AmountFen: &amount, Rules: []policy.RuleResult{{Name: "住房", Passed: &no, Reason: "名下住房 2 套，超过 1 套", Clause: policy.Clause{Document: "民发〔2021〕57号", Article: "第十四条"}},
		{Name: "收入", Passed: &yes, Text: "符合"}}, Parameters: []policy.ParameterUsed{{Label: "低保标准", Status: policy.Floor}}}
	if _, err := issue(w, s, f, paper.RefusalLetter, 0); !errs.Is(err, errs.Conflict) {
		t.Errorf("a letter without a decision: %v", err)
	}
	w.Decide(f, "refused", 0, res)
	if _, err := issue(w, s, f, paper.ConfirmationLetter, 0); !errs.Is(err, errs.Conflict) {
		t.Errorf("a confirmation of a refused case: %v", err)
	}
	id, err := issue(w, s, f, paper.RefusalLetter, 0)
	if err != nil {
		t.Fatal(err)
	}
	first, err := s.Render(ctx, clerk, f.ID, id)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"李建国", "名下住房 2 套，超过 1 套（", "民发〔2021〕57号第十四条", "省定底线", "60日", "示例值", "越秀区民政局"} {
		if want == "名下住房 2 套，超过 1 套（" {
			want = "名下住房 2 套，超过 1 套"
		}
		if !strings.Contains(string(first), want) {
			t.Errorf("the letter lacks %q", want)
		}
	}
	if strings.Contains(string(first), "预览") {
		t.Error("an issued letter calls itself a preview")
	}
	w.Exec(`update cases set applicant_name = '改名' where id = $1`, f.ID)
	w.Exec(`update case_member set name = '改名'`)
	w.Exec(`update case_decision set reason = '另一个理由'`)
	again, err := s.Render(ctx, clerk, f.ID, id)
	if err != nil || string(again) != string(first) {
		t.Errorf("the letter changed after it was issued: %v", err)
	}
	if n := w.Count(`select count(*) from paper where position('李建国'::bytea in sealed) > 0`); n != 0 {
		t.Error("the store holds the letter in clear")
	}
	if n := w.Count(`select count(*) from audit_event where root_id = $1 and purpose = '打印文书'`, f.ID); n != 2 {
		t.Errorf("%d looks left a trace, want 2", n)
	}
}

func TestRoundsAndWhatStepsRecorded(t *testing.T) {
	w := casefixture.New(t)
	s := service(w, nil)
	ctx, clerk := context.Background(), casefixture.Actor(access.TownClerk, casefixture.Beijing)
	f := w.CaseOf(casefixture.Village, "dibao", w.Grown("李建国"))
	fact(w, f, nil, "dwellings", "declared", "1")
	fact(w, f, nil, "vehicles", "verified", "null")
	fact(w, f, &f.Members[0].ID, "income_wage", "surveyed", "180000")
	step(w, f, "accept", 1, map[string]any{"text": "请补充收入证明", "material_names": []string{"工资流水"}})
	step(w, f, "accept", 2, map[string]any{})
	step(w, f, "survey", 1, map[string]any{"visited_on": "2026-11-10", "surveyors": []map[string]string{{"name": "王丽", "office": "镇街"}, {"name": "刘强", "office": "社区"}}, "situation": "第一次所见"})
	one, err := issue(w, s, f, paper.SurveyForm, 0)
	if err != nil {
		t.Fatal(err)
	}
	step(w, f, "survey", 2, map[string]any{"visited_on": "2026-11-30", "surveyors": []map[string]string{{"name": "赵敏", "office": "镇街"}, {"name": "刘强", "office": "社区"}}, "situation": "第二次所见"})
	two, err := issue(w, s, f, paper.SurveyForm, 0)
	if err != nil || one == two {
		t.Fatalf("a second survey has no form of its own: %v", err)
	}
	if again, err := issue(w, s, f, paper.SurveyForm, 1); err != nil || again != one {
		t.Errorf("the first round was issued again: %v, %v", again, err)
	}
	late := w.CaseOf(casefixture.Village, "dibao", w.Grown("后补"))
	step(w, late, "survey", 1, map[string]any{"visited_on": "2026-11-10", "situation": "第一次所见"})
	step(w, late, "survey", 2, map[string]any{"visited_on": "2026-11-30", "situation": "第二次所见"})
	third, err := issue(w, s, late, paper.SurveyForm, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		f       casefixture.File
		id      uuid.UUID
		yes, no string
	}{{f, one, "第一次所见", "第二次所见"}, {f, two, "赵敏", "第一次所见"}, {late, third, "第一次所见", "第二次所见"}} {
		html, err := s.Render(ctx, clerk, c.f.ID, c.id)
		if err != nil || !strings.Contains(string(html), c.yes) || strings.Contains(string(html), c.no) {
			t.Errorf("form without %q or with %q: %v", c.yes, c.no, err)
		}
	}
	sup, err := issue(w, s, f, paper.SupplementNotice, 0)
	if err != nil {
		t.Fatal(err)
	}
	html, err := s.Render(ctx, clerk, f.ID, sup)
	if err != nil || !strings.Contains(string(html), "工资流水") || !strings.Contains(string(html), "请补充收入证明") {
		t.Errorf("the supplement notice does not say what is missing: %v", err)
	}
	form, err := s.Preview(ctx, clerk, f.ID, paper.ApplicationForm, paper.Proposed{})
	if err != nil || !strings.Contains(string(form), "1套") || strings.Contains(string(form), "预览") || !strings.Contains(string(form), "13800001234") {
		t.Errorf("application form: %v", err)
	}
	survey, err := s.Preview(ctx, clerk, f.ID, paper.SurveyForm, paper.Proposed{})
	if err != nil || !strings.Contains(string(survey), "1,800.00 元/月") {
		t.Errorf("survey form: %v", err)
	}
	report, err := s.Preview(ctx, clerk, f.ID, paper.VerificationReport, paper.Proposed{})
	if err != nil || !strings.Contains(string(report), "未知") {
		t.Errorf("what the source did not know is not printed as unknown: %v", err)
	}
	blank, err := s.Blank(ctx, clerk, f.ID, paper.SurveyForm)
	if err != nil || strings.Contains(string(blank), "1,800.00") || strings.Contains(string(blank), "第一次所见") || !strings.Contains(string(blank), "工资性收入") || !strings.Contains(string(blank), "李建国") {
		t.Errorf("blank survey form: %v", err)
	}
	if _, err := s.Blank(ctx, clerk, f.ID, paper.RefusalLetter); !errs.Is(err, errs.NotFound) {
		t.Errorf("a blank letter: %v", err)
	}
}

func TestPreviewBeforeTheAct(t *testing.T) {
	w := casefixture.New(t)
	ctx := context.Background()
	approver := casefixture.Actor(access.CountyApprover, casefixture.Yuexiu)
	f := w.CaseOf(casefixture.Village, "dibao", w.Grown("李建国"), w.Grown("王芳"))
	no := false
	amount := int64(128200)
	s := service(w, &policy.Result{AmountFen: &amount, Members: []policy.MemberResult{{ID: f.Members[1].ID.String(), Counted: &no}},
		Rules: []policy.RuleResult{{Name: "车辆", Passed: &no, Reason: "名下有机动车 1 辆"}}})
	for kind, wants := range map[string][]string{
		paper.RefusalLetter:      {"预览", "名下有机动车 1 辆", "家有汽车一辆。"},
		paper.ConfirmationLetter: {"预览", "1,282.00 元", "2026年12月", "（共 1 人）"},
		paper.PublicNotice:       {"预览", "李建国", "1,282.00", `<td class="num">1</td>`},
		paper.SupplementNotice:   {"预览", "家有汽车一辆。"},
	} {
		html, err := s.Preview(ctx, approver, f.ID, kind, paper.Proposed{Reason: "家有汽车一辆。"})
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		for _, want := range wants {
			if !strings.Contains(string(html), want) {
				t.Errorf("%s lacks %q", kind, want)
			}
		}
	}
	if n := w.Count(`select (select count(*) from paper) + (select count(*) from numbering)`); n != 0 {
		t.Error("a preview was kept or took a number")
	}
	if _, err := s.Preview(ctx, approver, f.ID, "love_letter", paper.Proposed{}); !errs.Is(err, errs.NotFound) {
		t.Errorf("an unknown kind: %v", err)
	}
}

func TestWhoSeesPapers(t *testing.T) {
	w := casefixture.New(t)
	s := service(w, nil)
	ctx := context.Background()
	f := w.CaseOf(casefixture.Village, "dibao", w.Grown("李建国"))
	other := w.CaseOf(casefixture.Foreign, "dibao", w.Grown("别县"))
	id, err := issue(w, s, f, paper.AcceptanceNotice, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		who  access.Actor
		kind errs.Kind
		ok   bool
	}{
		{casefixture.Actor(access.TownClerk, casefixture.Beijing), 0, true},
		{casefixture.Actor(access.VillageAssistant, casefixture.Village), 0, true},
		{casefixture.Actor(access.Auditor, 440100000000), 0, true},
		{casefixture.Actor(access.VillageAssistant, casefixture.Village2), errs.NotFound, false},
		{casefixture.Actor(access.CountyReviewer, casefixture.Tianhe), errs.NotFound, false},
		{casefixture.Actor(access.Administrator, casefixture.Yuexiu), errs.Forbidden, false},
		{access.Public("1.1.1.1"), errs.Unauthenticated, false},
	} {
		_, err := s.Render(ctx, c.who, f.ID, id)
		_, err2 := s.Preview(ctx, c.who, f.ID, paper.ApplicationForm, paper.Proposed{})
		_, err3 := s.Blank(ctx, c.who, f.ID, paper.SurveyForm)
		for _, err := range []error{err, err2, err3} {
			if c.ok != (err == nil) || !c.ok && !errs.Is(err, c.kind) {
				t.Errorf("%s at %d: %v", c.who.Role, c.who.Division, err)
			}
		}
	}
	if _, err := s.Render(ctx, casefixture.Actor(access.CountyReviewer, casefixture.Tianhe), other.ID, id); !errs.Is(err, errs.NotFound) {
		t.Errorf("a foreign paper opened through one's own case: %v", err)
	}
}

func TestSupervisorsReadPapersMasked(t *testing.T) {
	w := casefixture.New(t)
	s := service(w, nil)
	ctx := context.Background()
	f := w.CaseOf(casefixture.Village, "dibao", w.Grown("李建国"), w.Grown("王芳"))
	id, err := issue(w, s, f, paper.ApplicationForm, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		who   access.Actor
		clear bool
	}{{casefixture.Actor(access.TownClerk, casefixture.Beijing), true}, {casefixture.Actor(access.CitySupervisor, 440100000000), false}} {
		issued, err1 := s.Render(ctx, c.who, f.ID, id)
		preview, err2 := s.Preview(ctx, c.who, f.ID, paper.ApplicationForm, paper.Proposed{})
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		for _, html := range []string{string(issued), string(preview)} {
			if strings.Contains(html, "13800001234") != c.clear || strings.Contains(html, "440104197005") != c.clear || strings.Contains(html, f.Members[0].Account) != c.clear {
				t.Errorf("%s: numbers in clear should be %v", c.who.Role, c.clear)
			}
			if !strings.Contains(html, "李建国") {
				t.Errorf("%s: the name is missing", c.who.Role)
			}
		}
	}
}

func TestAChildIsNotNamedInPublic(t *testing.T) {
	w := casefixture.New(t)
	s := service(w, nil)
	for birth, want := range map[calendar.Date]string{calendar.NewDate(2008, 11, 20): "欧阳小明", calendar.NewDate(2008, 11, 21): "欧**明"} {
		f := w.CaseOf(casefixture.Village, "dibao", w.Human("欧阳小明", birth, ""))
		html, err := s.Preview(context.Background(), casefixture.Actor(access.TownClerk, casefixture.Beijing), f.ID, paper.PublicNotice, paper.Proposed{})
		if err != nil || !strings.Contains(string(html), want) {
			t.Errorf("born on %s: no %q on the notice (%v)", birth, want, err)
		}
		w.Exec(`insert into notice (case_id, id, division, item, name, member_count, amount_fen, posted_on, last_day) values ($1, $2, $3, 'dibao', '欧阳小明', 1, 100, '2026-11-20', '2026-11-27')`,
			f.ID, uuid.New(), casefixture.Village)
		id, err := issue(w, s, f, paper.PublicNotice, 0)
		if err != nil {
			t.Fatal(err)
		}
		if html, err = s.Render(context.Background(), casefixture.Actor(access.TownClerk, casefixture.Beijing), f.ID, id); err != nil || !strings.Contains(string(html), want) {
			t.Errorf("born on %s: no %q on the issued notice (%v)", birth, want, err)
		}
	}
}
