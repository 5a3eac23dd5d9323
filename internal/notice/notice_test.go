package notice_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/casefixture"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/notice"
)

// sink counts what casework is told, and can refuse it.
type sink struct {
	mu    sync.Mutex
	told  []uuid.UUID
	fault error
}

func (s *sink) ObjectionRaised(_ context.Context, _ pgx.Tx, _, _, objection uuid.UUID) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fault == nil {
		s.told = append(s.told, objection)
	}
	return s.fault
}

func service(w *casefixture.World, to *sink) *notice.Service {
	return notice.New(w.DB, w.Keys, w.Clock, division.Default(), to)
}

// hang posts a notice of a new household as casework does.
func hang(w *casefixture.World, at int64, item string, applicant casefixture.Human, from, last calendar.Date) (casefixture.File, uuid.UUID) {
	w.T.Helper()
	f := w.CaseOf(at, item, applicant, w.Grown("家人"))
	id := uuid.Must(uuid.NewV7())
	w.Exec(`insert into notice (case_id, id, division, item, name, member_count, amount_fen, posted_on, last_day) values ($1, $2, $3, $4, $5, 2, 128200, $6, $7)`,
		f.ID, id, at, item, applicant.Name, from, last)
	return f, id
}

var (
	posted  = calendar.NewDate(2026, 11, 20)
	lastDay = calendar.NewDate(2026, 11, 27)
	visitor = access.Public("203.0.113.5")
)

func TestBoardShowsNameMembersAmountAndNothingMore(t *testing.T) {
	w := casefixture.New(t)
	s := service(w, &sink{})
	f, id := hang(w, casefixture.Village, "dibao", w.Grown("李建国"), posted, lastDay)
	board, err := s.Board(context.Background(), visitor, casefixture.Village)
	if err != nil || len(board.Notices) != 1 {
		t.Fatalf("%+v, %v", board, err)
	}
	data, err := json.Marshal(board.Notices[0])
	if err != nil {
		t.Fatal(err)
	}
	var fields map[string]any
	if err := json.Unmarshal(data, &fields); err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for k := range fields {
		names = append(names, k)
	}
	slices.Sort(names)
	if got := strings.Join(names, " "); got != "amount_fen days_left id last_day member_count name" {
		t.Errorf("a notice shows %s", got)
	}
	whole, _ := json.Marshal(board)
	for _, secret := range []string{f.ID.String(), f.Number, f.Household.String(), f.Members[0].ID.String(), "440104", "1970"} {
		if secret != "440104" && strings.Contains(string(whole), secret) {
			t.Errorf("the board gives away %s", secret)
		}
	}
	n := board.Notices[0]
	if n.ID != id || n.Name != "李建国" || n.MemberCount != 2 || n.AmountFen != 128200 || n.DaysLeft != 7 {
		t.Errorf("notice %+v", n)
	}
}

func TestNoticeHangsThroughItsLastDayInChina(t *testing.T) {
	w := casefixture.New(t)
	s := service(w, &sink{})
	_, id := hang(w, casefixture.Village, "dibao", w.Grown("李建国"), posted, lastDay)
	for _, c := range []struct {
		at    time.Time
		shown bool
	}{
		{time.Date(2026, 11, 19, 23, 59, 59, 0, calendar.Zone), false},
		{time.Date(2026, 11, 20, 0, 0, 0, 0, calendar.Zone), true},
		{time.Date(2026, 11, 27, 23, 59, 59, 0, calendar.Zone), true},
		{time.Date(2026, 11, 27, 16, 30, 0, 0, time.UTC), false}, // half past midnight in China
		{time.Date(2026, 11, 28, 0, 0, 0, 0, calendar.Zone), false},
	} {
		w.Clock.Set(c.at)
		board, err := s.Board(context.Background(), visitor, casefixture.Village)
		if err != nil || (len(board.Notices) == 1) != c.shown {
			t.Errorf("at %s: %d notices, want shown %v (%v)", c.at, len(board.Notices), c.shown, err)
		}
		_, err = s.Object(context.Background(), access.Public(c.at.String()), notice.Objection{NoticeID: id, Text: "他家另有一套房子"})
		if c.shown != (err == nil) || !c.shown && !errs.Is(err, errs.NotFound) {
			t.Errorf("objection at %s: %v", c.at, err)
		}
	}
	w.Clock.Set(posted.Time())
	w.Exec(`update notice set ended_at = $1`, w.Clock.Now())
	if board, _ := s.Board(context.Background(), visitor, casefixture.Village); len(board.Notices) != 0 {
		t.Error("a notice that was taken down still hangs")
	}
}

func TestChildrenAndTellingBenefitsAreNeverShown(t *testing.T) {
	w := casefixture.New(t)
	s := service(w, &sink{})
	child := w.Human("小明", calendar.NewDate(2008, 11, 21), "") // 18 tomorrow
	grownToday := w.Human("小红", calendar.NewDate(2008, 11, 20), "")
	_, id := hang(w, casefixture.Village, "dibao", child, posted, lastDay)
	hang(w, casefixture.Village, "dibao", grownToday, posted, lastDay)
	for _, item := range []string{"orphan", "unsupported_child", "disability_living", "disability_nursing", "medical", "temporary"} {
		hang(w, casefixture.Village, item, w.Grown("不公开"), posted, lastDay)
	}
	board, err := s.Board(context.Background(), visitor, casefixture.Village)
	if err != nil || len(board.Notices) != 1 || board.Notices[0].Name != "小红" {
		t.Errorf("board %+v, %v", board.Notices, err)
	}
	if _, err := s.Object(context.Background(), visitor, notice.Objection{NoticeID: id, Text: "想试试看能不能查到"}); !errs.Is(err, errs.NotFound) {
		t.Errorf("a hidden notice took an objection: %v", err)
	}
	for i, item := range []string{"dibao", "orphan", "disability_living", "dibao", "dibao"} {
		p := w.Grown(fmt.Sprintf("户%d", i))
		if i == 3 {
			p = child
			p.ID = uuid.Must(uuid.NewV7())
		}
		f := w.CaseOf(casefixture.Village, item, p)
		first := calendar.NewDate(2026, 11, 1)
		if i == 4 {
			first = first.AddMonths(1) // not yet paid
		}
		w.Exec(`insert into entitlement (household_id, id, division, county, case_id, item, payee_id, payee_name, id_sealed, member_count, amount_fen, first_month, opened_at)
			select $1, $2, $3, $4, $5, $6, p.id, p.name, p.id_sealed, 3, 200, $7, $8 from person p where p.id = $9`,
			f.Household, uuid.Must(uuid.NewV7()), casefixture.Village, division.At(casefixture.Village, division.County), f.ID, item, first, w.Clock.Now(), p.ID)
	}
	list, err := s.Benefits(context.Background(), visitor, casefixture.Village, "")
	if err != nil || len(list.Benefits) != 1 || list.Benefits[0] != (notice.PublicBenefit{Name: "户0", MemberCount: 3, AmountFen: 200}) {
		t.Errorf("standing list %+v, %v", list.Benefits, err)
	}
	if _, err := s.Benefits(context.Background(), visitor, casefixture.Beijing, ""); !errs.Is(err, errs.Invalid) {
		t.Errorf("a whole town's list was given at once: %v", err)
	}
}

func TestPlacesAboveTheVillage(t *testing.T) {
	w := casefixture.New(t)
	s := service(w, &sink{})
	hang(w, casefixture.Village, "dibao", w.Grown("甲"), posted, lastDay)
	hang(w, casefixture.Village2, "dibao", w.Grown("乙"), posted, lastDay)
	hang(w, casefixture.Foreign, "dibao", w.Grown("丙"), posted, lastDay)
	hang(w, casefixture.Foreign, "dibao", w.Grown("丁"), posted, posted)
	for at, want := range map[int64]string{casefixture.Beijing: "440104003104:1", casefixture.Yuexiu: "440104003000:1 440104004000:1", 440100000000: "440104000000:2 440106000000:2", 440300000000: ""} {
		board, err := s.Board(context.Background(), visitor, at)
		got := []string{}
		for _, p := range board.Places {
			got = append(got, fmt.Sprintf("%s:%d", p.Code, p.Notices))
		}
		if err != nil || strings.Join(got, " ") != want || len(board.Notices) != 0 {
			t.Errorf("%d: %v, want %s (%v)", at, got, want, err)
		}
	}
	for _, bad := range []int64{0, 999999999999, 441901000000} {
		if _, err := s.Board(context.Background(), visitor, bad); !errs.Is(err, errs.Invalid) {
			t.Errorf("%d: %v", bad, err)
		}
	}
}

func TestObjectionReachesTheTownshipSealed(t *testing.T) {
	w := casefixture.New(t)
	to := &sink{}
	s := service(w, to)
	f, id := hang(w, casefixture.Village, "dibao", w.Grown("李建国"), posted, lastDay)
	o := notice.Objection{NoticeID: id, Name: "邻居", Contact: "13900001111", Text: "他家儿子在外打工，每月有汇款。"}
	r, err := s.Object(context.Background(), visitor, o)
	if err != nil || len(to.told) != 1 || to.told[0] != r.ID {
		t.Fatalf("%+v, %v, told %v", r, err, to.told)
	}
	again, err := s.Object(context.Background(), visitor, o)
	if err != nil || again.ID != r.ID || len(to.told) != 1 {
		t.Errorf("the same words became another objection: %v, %v", again, err)
	}
	var sealed []byte
	w.Tx(func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, `select contact_sealed from objection where case_id = $1`, f.ID).Scan(&sealed)
	})
	if contact, err := w.Keys.Open("objection.contact", sealed); err != nil || contact != "13900001111" || strings.Contains(string(sealed), "139") {
		t.Errorf("contact %q, %v", contact, err)
	}
	if n := w.Count(`select objections from notice where id = $1`, id); n != 1 {
		t.Errorf("the notice counts %d objections", n)
	}
	to.fault = errors.New("inbox full")
	if _, err := s.Object(context.Background(), visitor, notice.Objection{NoticeID: id, Text: "另外还有一辆汽车。"}); err == nil {
		t.Error("an objection was kept though the township could not be told")
	}
	if n := w.Count(`select count(*) from objection`); n != 1 {
		t.Errorf("%d objections are kept, want 1", n)
	}
}

func TestObjectionInput(t *testing.T) {
	w := casefixture.New(t)
	s := service(w, &sink{})
	_, id := hang(w, casefixture.Village, "dibao", w.Grown("李建国"), posted, lastDay)
	for name, o := range map[string]notice.Objection{
		"short":      {Text: "不行"},
		"blank":      {Text: "      \n\t  "},
		"long":       {Text: strings.Repeat("长", 2001)},
		"long name":  {Text: "五个字以上", Name: strings.Repeat("名", 31)},
		"zero byte":  {Text: "五个字\x00以上的"},
		"broken utf": {Text: "五个字以上\xff\xfe"},
	} {
		o.NoticeID = id
		if _, err := s.Object(context.Background(), access.Public(name), o); !errs.Is(err, errs.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestObjectionsAreLimited(t *testing.T) {
	w := casefixture.New(t)
	s := service(w, &sink{})
	var ids []uuid.UUID
	for i := range 25 {
		_, id := hang(w, casefixture.Village, "dibao", w.Grown(fmt.Sprintf("户%d", i)), posted, lastDay)
		ids = append(ids, id)
	}
	raise := func(svc *notice.Service, from string, i, n int) error {
		_, err := svc.Object(context.Background(), access.Public(from), notice.Objection{NoticeID: ids[i], Text: fmt.Sprintf("意见第%d号，请核实。", n)})
		return err
	}
	for n := range 5 {
		if err := raise(s, "198.51.100.1", n, n); err != nil {
			t.Fatalf("objection %d: %v", n, err)
		}
	}
	if err := raise(s, "198.51.100.1", 6, 6); !errs.Is(err, errs.TooMany) {
		t.Errorf("the sixth at once: %v", err)
	}
	if err := raise(s, "198.51.100.2", 6, 6); err != nil {
		t.Errorf("another address is held back: %v", err)
	}
	w.Clock.Advance(10 * time.Minute)
	if err := raise(s, "198.51.100.1", 6, 6); err != nil {
		t.Errorf("after ten minutes: %v", err)
	}
	// A restart forgets the bucket; the database still counts per notice and per day.
	for n := range 3 {
		if err := raise(service(w, &sink{}), "198.51.100.3", 10, n); err != nil {
			t.Fatal(err)
		}
	}
	if err := raise(service(w, &sink{}), "198.51.100.3", 10, 9); !errs.Is(err, errs.TooMany) {
		t.Errorf("the fourth against one notice: %v", err)
	}
	for n := range 17 {
		if err := raise(service(w, &sink{}), "198.51.100.3", (11+n)%25, 20+n); err != nil {
			t.Fatalf("%d: %v", n, err)
		}
	}
	if err := raise(service(w, &sink{}), "198.51.100.3", 5, 99); !errs.Is(err, errs.TooMany) {
		t.Errorf("the twenty-first of a day: %v", err)
	}
	w.Clock.Advance(24 * time.Hour)
	if err := raise(service(w, &sink{}), "198.51.100.3", 5, 99); err != nil {
		t.Errorf("the next day: %v", err)
	}
}

func TestOneNoticeAndOneNetworkAreBounded(t *testing.T) {
	w := casefixture.New(t)
	s := service(w, &sink{})
	_, id := hang(w, casefixture.Village, "dibao", w.Grown("李建国"), posted, lastDay)
	raise := func(from string, n int) error {
		_, err := s.Object(context.Background(), access.Public(from), notice.Objection{NoticeID: id, Text: fmt.Sprintf("意见第%d号，请核实。", n)})
		return err
	}
	for n := range 3 {
		if err := raise(fmt.Sprintf("2001:db8:1:1::%d", n), n); err != nil {
			t.Fatal(err)
		}
	}
	if err := raise("2001:db8:1:1:ffff::9", 9); !errs.Is(err, errs.TooMany) {
		t.Errorf("another address of the same subscriber: %v", err)
	}
	if err := raise("2001:db8:1:2::1", 10); err != nil {
		t.Errorf("another subscriber: %v", err)
	}
	w.Exec(`update notice set objections = 100`)
	if err := raise("192.0.2.77", 11); !errs.Is(err, errs.TooMany) {
		t.Errorf("a flood from many addresses: %v", err)
	}
}
