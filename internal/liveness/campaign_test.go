package liveness

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/casefixture"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
)

// One campaign from its preview to its end: invited, passed, failed, silent, without phone, without authorisation; visited by the
// village where it has an assistant, else by the town; what a visit finds is decided on by a person, and no benefit moves.
func TestCampaignFromPreviewToEnd(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	f.assist(casefixture.Village)
	passes, fails := f.person(who{says: "passed"}), f.person(who{says: "failed"})
	silent, mute, bare := f.person(who{}), f.person(who{mute: true}), f.person(who{bare: true})
	far := f.person(who{at: casefixture.Village2, mute: true})
	young, other, foreign := f.person(who{born: "2000-01-01"}), f.person(who{kind: "other"}), f.person(who{at: casefixture.Foreign})
	dead := f.person(who{})
	f.Exec(`update person set death_date = '2026-10-01' where id = $1`, dead)

	in := ruleOf("dibao")
	in.Choice.AgeFrom = 60
	p, err := f.s.Preview(ctx, officer, in)
	if err != nil || p.Eligible != 6 || p.People != 6 || p.Phone != 3 || p.Unauthorised != 1 || p.NoPhone != 2 || len(p.Towns) != 2 || len(p.Samples) != 3 || !p.Provider {
		t.Fatalf("%+v %v", p, err)
	}
	id := f.begin(in)
	if _, err := f.s.Start(ctx, officer, in); err != nil || f.Count(`select count(*) from liveness_campaign`) != 1 {
		t.Errorf("started twice: %v", err)
	}
	if err := f.s.prepare(ctx, id); err != nil || f.Count(`select count(*) from liveness_person`) != 6 {
		t.Errorf("prepared twice: %v", err)
	}
	for _, who := range []uuid.UUID{young, other, foreign, dead} {
		if f.Count(`select count(*) from liveness_person where person_id = $1`, who) != 0 {
			t.Error("somebody who is not of the rule is in the campaign")
		}
	}
	for range 3 {
		f.Clock.Advance(time.Minute)
		f.work()
	}
	want := map[uuid.UUID]string{passes: "passed", fails: "visiting failed", silent: "invited", mute: "visiting no_phone", bare: "visiting unauthorised", far: "visiting no_phone"}
	for person, state := range want {
		if got := f.state(id, person); got != state {
			t.Errorf("%s, want %s", got, state)
		}
	}
	f.Clock.Set(p.Due.AddDays(1).Time().Add(9 * time.Hour))
	f.work()
	if got := f.state(id, silent); got != "visiting silent" {
		t.Errorf("after the last day: %s", got)
	}
	for _, n := range f.provider.starts {
		if n != 1 {
			t.Errorf("a session was opened %d times", n)
		}
	}
	if n := f.Count(`select count(*) from liveness_ask a join authorisation u on u.id = a.authorisation_id and u.person_id = a.person_id and u.purpose = 'liveness'`); n < 5 || n != f.Count(`select count(*) from liveness_ask`) {
		t.Errorf("%d requests on the books", n)
	}
	if n := f.Count(`select count(*) from task where kind = 'liveness_visit' and closed_at is null and role = 'village_assistant' and office_division = $1`, casefixture.Village); n != 4 {
		t.Errorf("the village has %d visits", n)
	}
	if n := f.Count(`select count(*) from task where kind = 'liveness_visit' and closed_at is null and role = 'town_clerk' and office_division = 440104004000`); n != 1 {
		t.Errorf("the town without an assistant has %d visits", n)
	}
	list, err := f.s.Visits(ctx, assistant, BoxOpen, "", 0)
	if err != nil || len(list.Items) != 4 || list.Items[0].VisitDue == nil || list.Items[0].IDMasked == "" {
		t.Fatalf("%+v %v", list, err)
	}

	today := calendar.DateOf(f.Clock.Now())
	visit := func(person uuid.UUID, result, note, proxy string) error {
		return f.s.Visit(ctx, assistant, id, person, LivenessVisitInput{ID: uuid.Must(uuid.NewV7()), Result: result, VisitedOn: today, Note: note, Proxy: proxy})
	}
	one := LivenessVisitInput{ID: uuid.Must(uuid.NewV7()), Result: "alive", VisitedOn: today}
	if err := f.s.Visit(ctx, assistant, id, fails, one); err != nil {
		t.Fatal(err)
	}
	if err := f.s.Visit(ctx, assistant, id, fails, one); err != nil {
		t.Errorf("the same visit again: %v", err)
	}
	if err := visit(fails, "dead", "听说", ""); !errs.Is(err, errs.Conflict) || f.state(id, fails) != "alive failed" {
		t.Errorf("a second visit: %v", err)
	}
	if err := visit(passes, "dead", "听说", ""); !errs.Is(err, errs.Conflict) {
		t.Errorf("somebody who has passed is visited: %v", err)
	}
	for name, in := range map[string]LivenessVisitInput{
		"note":       {ID: uuid.New(), Result: "dead", VisitedOn: today},
		"proxy":      {ID: uuid.New(), Result: "proxy", VisitedOn: today, Note: "卧病"},
		"visited_on": {ID: uuid.New(), Result: "alive", VisitedOn: today.AddDays(1)},
		"result":     {ID: uuid.New(), Result: "gone", VisitedOn: today, Note: "x"},
	} {
		e := errs.As(f.s.Visit(ctx, assistant, id, mute, in))
		if e == nil || len(e.Fields) != 1 || e.Fields[0].Name != name {
			t.Errorf("%s: %+v", name, e)
		}
	}
	if err := visit(mute, "proxy", "卧病在床，不便见客", "老王，邻居"); err != nil {
		t.Fatal(err)
	}
	if err := visit(silent, "dead", "儿子告知", ""); err != nil {
		t.Fatal(err)
	}
	if err := visit(bare, "not_found", "三次敲门无人", ""); err != nil {
		t.Fatal(err)
	}
	if err := f.s.Visit(ctx, casefixture.Actor("town_clerk", 440104004000), id, far, LivenessVisitInput{ID: uuid.New(), Result: "alive", VisitedOn: today}); err != nil {
		t.Fatal(err)
	}
	f.work()
	c := f.get(officer, id)
	if n := c.Counts; c.State != "running" || n.Passed != 1 || n.Alive != 2 || n.Proxy != 1 || n.Dead != 1 || n.NotFound != 1 || n.Undecided != 2 {
		t.Errorf("%+v", c)
	}
	if f.Count(`select count(*) from liveness_proof`) != 4 || f.Count(`select count(*) from category where until is not null`) != 0 {
		t.Error("proofs, or a category that ended by itself")
	}
	if n := f.Count(`select count(*) from task where kind = 'liveness_decide' and closed_at is null and role = 'town_clerk'`); n != 2 {
		t.Errorf("%d duties to decide", n)
	}
	if err := f.s.Decide(ctx, clerk, id, silent, LivenessDecisionInput{Decision: "change"}); errs.As(err) == nil {
		t.Errorf("decided without a word: %v", err)
	}
	for range 2 {
		if err := f.s.Decide(ctx, clerk, id, silent, LivenessDecisionInput{Decision: "change", Note: "已发起停发"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.s.Decide(ctx, clerk, id, silent, LivenessDecisionInput{Decision: "keep", Note: "x"}); !errs.Is(err, errs.Conflict) {
		t.Errorf("decided otherwise: %v", err)
	}
	if err := f.s.Decide(ctx, clerk, id, fails, LivenessDecisionInput{Decision: "keep", Note: "x"}); !errs.Is(err, errs.Conflict) {
		t.Errorf("nothing to decide: %v", err)
	}
	if err := f.s.Decide(ctx, clerk, id, bare, LivenessDecisionInput{Decision: "keep", Note: "次日回村"}); err != nil {
		t.Fatal(err)
	}
	f.work()
	if c := f.get(officer, id); c.State != "ended" || f.Count(`select count(*) from task where kind like 'liveness%' and closed_at is null`) != 0 {
		t.Errorf("%s", c.State)
	}
	// Whoever has proved it lately is not asked again by a rule on months.
	in = ruleOf("dibao")
	in.Choice.AgeFrom, in.Choice.Months = 60, 6
	if p, err := f.s.Preview(ctx, officer, in); err != nil || p.People != 2 {
		t.Errorf("%+v %v", p, err)
	}
}

func TestSampleIsSharedOutByTown(t *testing.T) {
	for _, c := range []struct {
		people          []int
		percent, number int
		want            string
	}{
		{[]int{10, 10}, 0, 5, "[3 2]"}, {[]int{100, 50, 1}, 10, 0, "[10 5 1]"}, {[]int{3, 3, 3}, 0, 2, "[1 1 0]"}, {[]int{3, 1}, 0, 99, "[3 1]"},
		{[]int{1, 1, 98}, 0, 10, "[1 1 8]"}, {[]int{7}, 1, 0, "[1]"}, {nil, 50, 0, "[]"}, {[]int{5, 5}, 100, 0, "[5 5]"},
	} {
		var of []stratum
		for i, n := range c.people {
			of = append(of, stratum{town: int64(i), people: n, chosen: n})
		}
		apportion(of, c.percent, c.number)
		got := []int{}
		for _, o := range of {
			if o.chosen > o.people || o.chosen < 0 {
				t.Errorf("%v: %d of %d", c, o.chosen, o.people)
			}
			got = append(got, o.chosen)
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%v percent %d number %d: %v, want %s", c.people, c.percent, c.number, got, c.want)
		}
	}
	f := newFixture(t)
	for range 20 {
		f.person(who{})
		f.person(who{at: casefixture.Village2})
	}
	in := ruleOf("dibao")
	in.Method, in.Choice.Number = BySample, 9
	draw := func(in LivenessInput) (out string) {
		f.Tx(func(ctx context.Context, tx pgx.Tx) error {
			return tx.QueryRow(ctx, eligible+`select string_agg(id::text, ' ' order by id) from drawn where nth <= 3`, f.s.eligibleArgs(&in)...).Scan(&out)
		})
		return out
	}
	before := draw(in)
	again := in
	again.ID = uuid.Must(uuid.NewV7())
	if draw(in) != before || draw(again) == before {
		t.Error("the draw is not the seed's")
	}
	f.begin(in)
	if n, m := f.Count(`select count(*) from liveness_person`), f.Count(`select count(*) from liveness_person where division = $1`, casefixture.Village); n != 9 || m != 5 && m != 4 {
		t.Errorf("%d people, %d of one town", n, m)
	}
	// Whoever is in it is in no other at the same time.
	if p, err := f.s.Preview(context.Background(), officer, ruleOf("dibao")); err != nil || p.People != 31 {
		t.Errorf("%+v %v", p, err)
	}
	for field, change := range map[string]func(in *LivenessInput){
		"title": func(in *LivenessInput) { in.Title = " " }, "method": func(in *LivenessInput) { in.Method = "x" }, "choice.percent": func(in *LivenessInput) { in.Choice.Number = 0 },
		"choice.number": func(in *LivenessInput) { in.Choice.Percent = 5 }, "choice.age_to": func(in *LivenessInput) { in.Choice.AgeFrom, in.Choice.AgeTo = 60, 50 },
		"choice.categories": func(in *LivenessInput) { in.Choice.Categories = []string{"rich"} }, "due": func(in *LivenessInput) { in.Due = calendar.NewDate(2026, 1, 1) },
		"place": func(in *LivenessInput) { in.Place = 440104999000 },
	} {
		in := ruleOf("dibao")
		in.Method, in.Choice.Number = BySample, 9
		change(&in)
		_, err := f.s.Start(context.Background(), officer, in)
		if e := errs.As(err); e == nil || len(e.Fields) != 1 || e.Fields[0].Name != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	in = ruleOf("tekun")
	if _, err := f.s.Start(context.Background(), officer, in); errs.As(err) == nil {
		t.Error("a campaign about nobody is started")
	}
}

func TestSecondInvitationAndNoThird(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	person, bare := f.person(who{says: "failed"}), f.person(who{bare: true})
	id := f.begin(ruleOf("dibao"))
	f.Clock.Advance(time.Minute)
	f.work()
	if f.state(id, person) != "visiting failed" || f.get(officer, id).Again != 1 {
		t.Fatal(f.state(id, person))
	}
	first := f.session(person)
	f.provider.say[f.numbers[person]] = "passed"
	for i, want := range []int{1, 0} {
		if out, err := f.s.InviteAgain(ctx, officer, id, nil); err != nil || out.Invited != want {
			t.Errorf("time %d: %+v %v", i+1, out, err)
		}
	}
	if n := f.Count(`select count(*) from task where kind = 'liveness_visit' and closed_at is null`); n != 1 { // of the one without authorisation
		t.Errorf("%d visits open", n)
	}
	f.work()
	// The first session says nothing any more.
	if out, err := f.s.Record(ctx, f.result(first, f.numbers[person], "passed")); err != nil || out.Taken != 0 {
		t.Errorf("%+v %v", out, err)
	}
	f.provider.say[f.numbers[person]] = "failed"
	f.Clock.Advance(time.Minute)
	f.work()
	if out, err := f.s.InviteAgain(ctx, officer, id, []uuid.UUID{person, bare}); err != nil || out.Invited != 0 || f.state(id, person) != "visiting failed" {
		t.Errorf("a third: %+v %v", out, err)
	}
}

func TestCancelEndsEverything(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	invited, fails, passed := f.person(who{}), f.person(who{says: "failed"}), f.person(who{says: "passed"})
	id := f.begin(ruleOf("dibao"))
	f.Clock.Advance(time.Minute)
	f.work()
	if _, err := f.s.Cancel(ctx, officer, id, LivenessReasonInput{}); errs.As(err) == nil {
		t.Error("cancelled without a reason")
	}
	for range 2 {
		if c, err := f.s.Cancel(ctx, officer, id, LivenessReasonInput{Reason: "改期"}); err != nil || c.State != "cancelled" {
			t.Fatal(err)
		}
	}
	if f.state(id, invited) != "cancelled" || f.state(id, fails) != "cancelled failed" || f.state(id, passed) != "passed" {
		t.Errorf("%s, %s", f.state(id, invited), f.state(id, fails))
	}
	if f.Count(`select count(*) from task where closed_at is null`) != 0 || f.Count(`select count(*) from liveness_session where ended_at is null`) != 0 {
		t.Error("something is open")
	}
	if out, err := f.s.Record(ctx, f.result(f.session(invited), f.numbers[invited], exchange.LivenessPassed)); err != nil || out.Taken != 0 || f.state(id, invited) != "cancelled" {
		t.Errorf("%+v %v", out, err)
	}
	asks := f.Count(`select count(*) from liveness_ask`)
	f.Clock.Advance(48 * time.Hour)
	f.work()
	if f.Count(`select count(*) from liveness_ask`) != asks {
		t.Error("asked after the cancellation")
	}
	if _, err := f.s.InviteAgain(ctx, officer, id, nil); !errs.Is(err, errs.Conflict) {
		t.Error(err)
	}
}
