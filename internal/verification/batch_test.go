package verification

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/policies"
)

// household puts people into a household of the village, of which the first holds the category.
func (f *fixture) household(village int64, category string, people ...uuid.UUID) {
	f.Helper()
	id := uuid.Must(uuid.NewV7())
	f.exec(`insert into household (id, division, head_id, urban, since, created_at, updated_at) values ($1, $2, $3, true, '2020-01-01', $4, $4)`, id, village, people[0], noon)
	for _, p := range people {
		f.exec(`insert into person_household (person_id, household_id, division, since) values ($1, $2, $3, '2020-01-01')`, p, id, village)
	}
	f.exec(`insert into category (person_id, id, household_id, division, kind, since, created_at) values ($1, gen_random_uuid(), $2, $3, $4, '2025-01-01', $5)`, people[0], id, village, category, noon)
}

// The preview says whom a batch touches and names those about whom nothing, or not everything, may be asked; the batch then
// asks about exactly those people.
func TestBatchPreviewIsWhatTheBatchDoes(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	all, some, none, ended := f.person("*"), f.person("vehicle"), f.person(), f.person()
	w := f.authorise(ended, ForAssistance, "*")
	if err := f.s.Withdraw(ctx, officer, ended, w, "本人撤回"); err != nil {
		t.Fatal(err)
	}
	f.household(440104003001, "dibao", all, some)
	f.household(440104003001, "dibao", none, ended)
	f.household(440104003001, "tekun", f.person("*"))
	other := f.person("*")
	f.household(440105003001, "dibao", other)
	f.order([]string{"vehicle"}, all)
	f.pump()
	in := BatchInput{Place: 440104000000, Categories: []string{"dibao"}, Classes: []string{"vehicle", "wage"}}
	p, err := f.s.PreviewBatch(ctx, officer, in)
	if err != nil || p.People != 4 || p.Households != 2 || p.Without != 2 || p.Partly != 1 || p.Questions != 3 || p.Fresh != 1 || len(p.Places) != 1 || p.Places[0].Place != 440104003000 {
		t.Fatalf("%+v %v", p, err)
	}
	why := map[uuid.UUID]string{}
	after := ""
	for range 4 {
		page, err := f.s.BatchWithout(ctx, officer, in, after, 1)
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range page.People {
			why[one.PersonID] = one.Why
		}
		if after = page.Next; after == "" {
			break
		}
	}
	if len(why) != 3 || why[some] != "partly" || why[none] != "none" || why[ended] != "withdrawn" {
		t.Error(why)
	}
	order := OrderInput{ID: uuid.Must(uuid.NewV7()), Kind: KindBatch, Title: "半年复核", Place: in.Place, Purpose: ForAssistance, Classes: in.Classes, Batch: BatchSelection{Categories: in.Categories}, Priority: OfBatch}
	if _, err := f.s.Order(ctx, officer, order); err != nil {
		t.Fatal(err)
	}
	if err := f.s.prepare(ctx, order.ID); err != nil {
		t.Fatal(err)
	}
	if n := f.count(`select count(*) from verification_item where order_id = $1 and state <> 'refused'`, order.ID); int64(n) != p.Questions {
		t.Errorf("%d may be asked; the preview said %d", n, p.Questions)
	}
	f.pump()
	f.clock.Advance(60e9)
	g, err := f.s.Progress(ctx, officer, order.ID)
	if err != nil || g.Total != 8 || g.Ended != 8 || len(g.Steps) == 0 {
		t.Errorf("%+v %v", g, err)
	}
	people, err := f.s.Subjects(ctx, officer, order.ID, SubjectFilter{State: "refused", Limit: 2})
	if err != nil || len(people.People) != 2 || people.Next == "" || len(people.People[0].Items) != 2 {
		t.Fatalf("%+v %v", people, err)
	}
	rest, err := f.s.Subjects(ctx, officer, order.ID, SubjectFilter{State: "refused", Limit: 2, After: people.Next})
	if err != nil || len(rest.People) != 1 || rest.Next != "" {
		t.Errorf("%+v %v", rest, err)
	}
	if _, err := f.s.PreviewBatch(ctx, officer, BatchInput{Place: 440105000000, Categories: in.Categories}); !errs.Is(err, errs.NotFound) {
		t.Errorf("another county's batch: %v", err)
	}
	f.exec(`update person set division = 440105003001 where id = $1`, other)
	found, err := f.s.ResolvePeople(ctx, officer, []string{"44010419800101000", "not a number"}, []uuid.UUID{all, some, other}, ForAssistance, in.Classes)
	if err != nil || len(found.People) != 2 || len(found.Missing) != 2 || found.People[0].May+found.People[1].May != 3 {
		t.Errorf("%+v %v", found, err)
	}
}

// onePack is one policy pack that holds everywhere.
type onePack struct{ pack *policy.Pack }

func (p onePack) At(int64, calendar.Date) (*policy.Pack, error) {
	if p.pack == nil {
		return nil, errors.New("no pack")
	}
	return p.pack, nil
}

func TestRemindersFollowTheClock(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	f.household(440104003001, "dibao", f.person("*"), f.person("*"))
	f.household(440104004001, "dibao", f.person("*"))
	pack, err := policy.Load(policies.FS, "guangdong")
	if err != nil {
		t.Fatal(err)
	}
	f.s.ReadPolicies(onePack{pack})
	told := func() string {
		list, err := f.s.Reminders(ctx, officer)
		if err != nil {
			t.Fatal(err)
		}
		text := ""
		for _, r := range list {
			text += fmt.Sprintf(" %d:%d:%d:%v:%v", r.Place/1000%1000, r.Months, r.Households, r.Last != nil, r.Late)
		}
		return text
	}
	if got := told(); got != " 3:6:1:false:true 4:6:1:false:true" {
		t.Error(got)
	}
	batch := func(who access.Actor, place int64) {
		o := OrderInput{ID: uuid.Must(uuid.NewV7()), Kind: KindBatch, Title: "复核", Place: place, Purpose: ForAssistance, Classes: []string{"vehicle"}, Batch: BatchSelection{Categories: []string{"dibao"}}}
		if _, err := f.s.Order(ctx, who, o); err != nil {
			t.Fatal(err)
		}
	}
	batch(officer, 440104003000)
	if got := told(); got != " 4:6:1:false:true" {
		t.Error(got)
	}
	f.clock.Advance(160 * 24 * 3600e9)
	if got := told(); got != " 4:6:1:false:true 3:6:1:true:false" {
		t.Error("before the end of the period:", got)
	}
	f.clock.Advance(30 * 24 * 3600e9)
	if got := told(); got != " 4:6:1:false:true 3:6:1:true:true" {
		t.Error("after it:", got)
	}
	city := supervisor
	city.Role, city.Level, city.Division, city.Lo, city.Hi = access.CitySupervisor, access.City, 440100000000, 440100000000, 440199999999
	batch(city, 440100000000) // of the office above: covers both towns
	if got := told(); got != "" {
		t.Error("after the city's batch:", got)
	}
}
