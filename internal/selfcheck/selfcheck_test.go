package selfcheck

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"zhongfu/internal/access"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/advise"
	"zhongfu/policies"
)

const street = "440104001000" // 广州市越秀区的一条街道

func service(t testing.TB) (*Service, *clock.Fake) {
	t.Helper()
	p, err := policy.Load(policies.FS, "guangdong")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := division.Parse()
	if err != nil {
		t.Fatal(err)
	}
	places, err := division.New(rows)
	if err != nil {
		t.Fatal(err)
	}
	c := clock.NewFake(time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC))
	return New(c, places, policy.Shelf{p}), c
}

func ask(t *testing.T, s *Service, in Answers) Reply {
	t.Helper()
	out, err := s.Check(context.Background(), access.Public("192.0.2.1"), in)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A widow of 70 with nothing answers no to everything: screen by screen to the end, and dibao stands with its amount, its
// papers and its window.
func TestAFamilyIsLedToItsResults(t *testing.T) {
	s, _ := service(t)
	in := Answers{Division: street, Household: map[string]any{}, Members: []Person{{Age: 70, Sex: "2", Facts: map[string]any{}}}}
	screens := 0
	var out Reply
	for out = ask(t, s, in); out.Screen != nil; out = ask(t, s, in) {
		if screens++; screens > 12 {
			t.Fatalf("asked without end: %+v", out.Screen)
		}
		for _, q := range out.Screen.Questions {
			if q.Fact == "missing" || q.Fact == "imprisoned" {
				t.Errorf("whoever asks is asked: %s", q.Text)
			}
			if strings.Contains(q.Text, "这个人") || q.Text == "" {
				t.Errorf("%s: %q says not whom it means", q.Fact, q.Text)
			}
			var v any = float64(q.Min)
			switch q.Type {
			case policy.Bool:
				v = false
			case policy.Enum:
				v = q.Options[0].Code
			}
			if q.Of == policy.OfHousehold {
				in.Household[q.Fact] = v
				continue
			}
			for _, p := range q.People {
				in.Members[p.Index].Facts[q.Fact] = v
			}
		}
	}
	i := slices.IndexFunc(out.Results, func(r Finding) bool { return r.Item == "dibao" })
	if i < 0 {
		t.Fatal("nothing is said of dibao")
	}
	d := out.Results[i]
	if d.Standing != advise.Eligible || d.AmountFen == nil || *d.AmountFen <= 0 || len(d.Materials) == 0 || len(d.Reasons) == 0 || !strings.Contains(d.How, "街道") {
		t.Errorf("dibao: got %+v", d)
	}
	for _, r := range out.Results {
		if r.Standing == advise.Refused && (len(r.Reasons) == 0 || r.Reasons[0].Clause == "") {
			t.Errorf("%s is refused without a reason or a clause", r.Item)
		}
		if r.Standing == advise.Open && len(r.Unknown) == 0 {
			t.Errorf("%s is open, but nothing would settle it", r.Item)
		}
	}
	t.Logf("%d screens", screens)
}

// Who does not know, or will not say, comes to an end as well: what waits for it stays open and says so.
func TestNotKnowingComesToAnEnd(t *testing.T) {
	s, _ := service(t)
	in := Answers{Division: street, Household: map[string]any{}, Members: []Person{{Age: 40, Facts: map[string]any{}}, {Age: 10, Relation: "20", Facts: map[string]any{}}}}
	screens := 0
	var out Reply
	for out = ask(t, s, in); out.Screen != nil; out = ask(t, s, in) {
		if screens++; screens > 12 {
			t.Fatalf("asked without end: %+v", out.Screen)
		}
		for _, q := range out.Screen.Questions {
			if q.Of == policy.OfHousehold {
				in.Household[q.Fact] = nil
			}
			for _, p := range q.People {
				in.Members[p.Index].Facts[q.Fact] = nil
			}
		}
	}
	if !slices.ContainsFunc(out.Results, func(r Finding) bool { return r.Standing == advise.Open && r.Item == "dibao" }) {
		t.Error("dibao is not open although nothing is known")
	}
}

func TestThemesNarrowWhatIsAsked(t *testing.T) {
	s, _ := service(t)
	all := ask(t, s, Answers{Division: street, Members: []Person{{Age: 40}}})
	living := ask(t, s, Answers{Division: street, Themes: []string{"living"}, Members: []Person{{Age: 40}}})
	if len(living.Results) == 0 || len(living.Results) >= len(all.Results) || living.Left > all.Left {
		t.Errorf("living: %d results, %d screens; all: %d, %d", len(living.Results), living.Left, len(all.Results), all.Left)
	}
	for _, r := range living.Results {
		if r.Theme != "living" {
			t.Errorf("%s is about %s", r.Item, r.Theme)
		}
	}
}

// Nobody hands in through this door what only an office can know, and faults name the answer that is wrong.
func TestWrongAnswersAreNamed(t *testing.T) {
	s, _ := service(t)
	for field, in := range map[string]Answers{
		"members[0].facts.income_wage":             {Division: street, Members: []Person{{Age: 40, Facts: map[string]any{"income_wage": -1.0}}}},
		"members[1].relation":                      {Division: street, Members: []Person{{Age: 40}, {Age: 9, Relation: "zz"}}},
		"household.no_such":                        {Division: street, Household: map[string]any{"no_such": 1.0}, Members: []Person{{Age: 40}}},
		"members[0].facts.uncounted_basic_pension": {Division: street, Members: []Person{{Age: 40, Facts: map[string]any{"uncounted_basic_pension": 1.0}}}},
		"household.holds_dibao":                    {Division: street, Household: map[string]any{"holds_dibao": "yes"}, Members: []Person{{Age: 40}}},
		"division":                                 {Division: "999999999999", Members: []Person{{Age: 40}}},
		"themes":                                   {Division: street, Themes: []string{"no_such"}, Members: []Person{{Age: 40}}},
	} {
		_, err := s.Check(context.Background(), access.Public("192.0.2.1"), in)
		e := errs.As(err)
		if e == nil || e.Kind != errs.Invalid || len(e.Fields) == 0 || e.Fields[0].Name != field {
			t.Errorf("%s: got %v %+v", field, err, e)
		}
	}
}

// One address is slowed down, another is not.
func TestAsksAreLimited(t *testing.T) {
	s, c := service(t)
	begin := func(remote string) error {
		_, err := s.Begin(context.Background(), access.Public(remote), 440104001000)
		return err
	}
	for range bucketSize {
		if err := begin("192.0.2.1"); err != nil {
			t.Fatal(err)
		}
	}
	if err := begin("192.0.2.1"); !errs.Is(err, errs.TooMany) {
		t.Errorf("got %v, want too many", err)
	}
	if err := begin("192.0.2.2"); err != nil {
		t.Errorf("another address: %v", err)
	}
	c.Advance(time.Second)
	if err := begin("192.0.2.1"); err != nil {
		t.Errorf("a second later: %v", err)
	}
}

func TestQuestionsSayWhomTheyMean(t *testing.T) {
	for _, c := range []struct {
		text   string
		people []Who
		want   string
	}{
		{"这个人现在有工作吗？", []Who{{0, "您本人"}}, "您本人现在有工作吗？"},
		{"这个人现在有工作吗？", []Who{{0, "您本人"}, {1, "配偶"}}, "下面每个人现在有工作吗？"},
		{"这个孩子在领补贴吗？", []Who{{2, "儿子（8 岁）"}}, "儿子（8 岁）在领补贴吗？"},
		{"您家有几套房？", nil, "您家有几套房？"},
	} {
		if got := addressed(c.text, c.people); got != c.want {
			t.Errorf("%q: got %q", c.text, got)
		}
	}
}
