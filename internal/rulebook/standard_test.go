package rulebook_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/rulebook"
)

// A standard is proposed by one person, shows whom it touches, is approved by another and waits for its day; then decisions
// take it and the old ones still find what they stood on.
func TestStandardWaitsForItsDay(t *testing.T) {
	o, ctx, tomorrow := newOffice(t), context.Background(), today.AddDays(1)
	o.holds(t, "dibao", yuexiu, true, 5)
	o.holds(t, "dibao", 440304001001, true, 3) // Shenzhen's are not touched
	before, _ := o.lib.Named("guangdong", today)
	in := raise("1350", tomorrow, "4401")
	touched, err := o.PreviewChange(ctx, guangzhou, in)
	if err != nil || touched.People != 5 || touched.Households != 3 || len(touched.Items) == 0 {
		t.Fatalf("preview: %+v, %v", touched, err)
	}
	if v := touched.Values; len(v) != 1 || *v[0].Before != 128200 || *v[0].After != 135000 || *v[0].Floor != 120600 {
		t.Errorf("values: %+v", v)
	}
	c, err := o.ProposeChange(ctx, guangzhou, in)
	if err != nil || c.State != "proposed" {
		t.Fatalf("%+v, %v", c, err)
	}
	if got := standard(t, o.lib, yuexiu, tomorrow); got != 128200 {
		t.Errorf("a proposal already counts: %d", got)
	}
	if _, err := o.ApproveChange(ctx, guangzhou, c.ID, 5); !errs.Is(err, errs.Forbidden) {
		t.Errorf("approved by its proposer: %v", err)
	}
	if _, err := o.ApproveChange(ctx, second, c.ID, 4); !errs.Is(err, errs.Conflict) {
		t.Errorf("approved without having seen whom it touches: %v", err)
	}
	if c, err = o.ApproveChange(ctx, second, c.ID, 5); err != nil || c.Standing != "waiting" {
		t.Fatalf("%+v, %v", c, err)
	}
	if got := standard(t, o.lib, yuexiu, today); got != 128200 {
		t.Errorf("it counts before its day: %d", got)
	}
	if got := standard(t, o.lib, yuexiu, tomorrow); got != 135000 {
		t.Errorf("on its day: %d", got)
	}
	if got := standard(t, o.lib, 440304001001, tomorrow); got != 148300 {
		t.Errorf("Shenzhen moved with it: %d", got)
	}
	// Another program that only reads finds both what held before and what holds now.
	other, _ := o.lib.Named("guangdong", today)
	if other.Digest == before.Digest {
		t.Fatal("the edition has no digest of its own")
	}
	archive := rulebook.Archive(o.db, o.clock)
	for _, digest := range []string{before.Digest, other.Digest} {
		if p, err := archive.ByDigest(ctx, digest); err != nil || p.Digest != digest {
			t.Errorf("%s: %v", digest, err)
		}
	}
}

func TestStandardsAreRefused(t *testing.T) {
	o, ctx, tomorrow := newOffice(t), context.Background(), today.AddDays(1)
	change := func(edit func(*rulebook.ChangeInput)) rulebook.ChangeInput {
		in := raise("1350", tomorrow, "4401")
		edit(&in)
		return in
	}
	for name, c := range map[string]struct {
		actor access.Actor
		in    rulebook.ChangeInput
		kind  errs.Kind
		says  string
	}{
		"under the floor":          {guangzhou, raise("1205.99", tomorrow, "4401"), errs.Invalid, "低于省定底线1206.00 元"},
		"no document":              {guangzhou, change(func(c *rulebook.ChangeInput) { c.Document = " " }), errs.Invalid, "文号"},
		"today":                    {guangzhou, raise("1350", today, "4401"), errs.Invalid, "明天"},
		"another city":             {guangzhou, raise("1500", tomorrow, "4403"), errs.Invalid, "管辖"},
		"the whole province":       {guangzhou, raise("1500", tomorrow, "44"), errs.Invalid, "管辖"},
		"the province's floor":     {guangzhou, change(func(c *rulebook.ChangeInput) { c.Lines[0].Parameter = "dibao_floor" }), errs.Invalid, "由省级制定"},
		"a national ratio":         {guangzhou, change(func(c *rulebook.ChangeInput) { c.Lines[0].Parameter, c.Lines[0].Value = "marginal_ratio", "2" }), errs.Invalid, "由省级制定"},
		"no such parameter":        {guangzhou, change(func(c *rulebook.ChangeInput) { c.Lines[0].Parameter = "dibao_standart" }), errs.Invalid, "从列表中选择"},
		"no such place":            {guangzhou, raise("1350", tomorrow, "440199"), errs.Invalid, "不存在"},
		"not a number":             {guangzhou, raise("1,350", tomorrow, "4401"), errs.Invalid, "1,350"},
		"negative":                 {guangzhou, raise("-1", tomorrow, "4401"), errs.Invalid, "负"},
		"a price rise by the door": {drafter, change(func(c *rulebook.ChangeInput) { c.Lines[0].Parameter = "cpi_rise" }), errs.Invalid, "按月录入"},
		"a clerk":                  {clerk, raise("1350", tomorrow, "440104003"), errs.Forbidden, "岗位"},
		"an auditor":               {auditor, raise("1350", tomorrow, "4401"), errs.Forbidden, "岗位"},
		"nobody":                   {access.Actor{}, raise("1350", tomorrow, "4401"), errs.Unauthenticated, "登录"},
	} {
		_, err := o.ProposeChange(ctx, c.actor, c.in)
		if !errs.Is(err, c.kind) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := o.PreviewChange(ctx, c.actor, c.in); !errs.Is(err, c.kind) {
			t.Errorf("%s is previewed: %v", name, err)
		}
	}
	if _, err := o.ProposeChange(ctx, guangzhou, raise("1206", tomorrow, "4401")); err != nil {
		t.Errorf("exactly the floor: %v", err)
	}
}

// The same form sent twice, a second document for the same day, two who approve at once: one of each.
func TestStandardsAreDecidedOnce(t *testing.T) {
	o, ctx, tomorrow := newOffice(t), context.Background(), today.AddDays(1)
	in := raise("1350", tomorrow, "4401")
	c, err := o.ProposeChange(ctx, guangzhou, in)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.ProposeChange(ctx, guangzhou, in); !errs.Is(err, errs.Conflict) {
		t.Errorf("sent twice: %v", err)
	}
	if _, err := o.ProposeChange(ctx, second, raise("1360", tomorrow, "4401")); !errs.Is(err, errs.Conflict) {
		t.Errorf("a second for the same day: %v", err)
	}
	if _, err := o.EndChange(ctx, shenzhen, c.ID, "不归我管"); !errs.Is(err, errs.NotFound) {
		t.Errorf("another city sees the proposal: %v", err)
	}
	if _, err := o.ApproveChange(ctx, shenzhen, c.ID, 0); !errs.Is(err, errs.NotFound) {
		t.Errorf("another city approves: %v", err)
	}
	var wg sync.WaitGroup
	won, lost := 0, 0
	var mu sync.Mutex
	for _, a := range []access.Actor{second, drafter, chief} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			_, err := o.ApproveChange(ctx, a, c.ID, 0)
			mu.Lock()
			defer mu.Unlock()
			switch {
			case err == nil:
				won++
			case errs.Is(err, errs.Conflict):
				lost++
			default:
				t.Error(err)
			}
		}()
	}
	wg.Wait()
	if won != 1 || lost != 2 {
		t.Errorf("%d approved, %d were told so", won, lost)
	}
	if _, err := o.EndChange(ctx, guangzhou, c.ID, "写错了"); err != nil {
		t.Errorf("withdrawn before its day: %v", err)
	}
	if got := standard(t, o.lib, yuexiu, tomorrow); got != 128200 {
		t.Errorf("withdrawn and still counts: %d", got)
	}
	if _, err := o.EndChange(ctx, guangzhou, c.ID, "再来一次"); !errs.Is(err, errs.Conflict) {
		t.Errorf("withdrawn twice: %v", err)
	}
}

// The database stands behind the service: nobody writes another place's standards, approves an own proposal or deletes.
func TestStandardsAreGuardedByTheDatabase(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	c, err := o.ProposeChange(ctx, guangzhou, raise("1350", today.AddDays(1), "4401"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.ApproveChange(ctx, second, c.ID, 0); err != nil {
		t.Fatal(err)
	}
	for name, statement := range map[string]string{
		"another place's":  `update standard_change set document = 'x号'`,
		"deleting":         `delete from standard_change`,
		"own proposal":     `update standard_change set approved_by = proposed_by`,
		"moving the day":   `update standard_change set active_from = active_from - 10`,
		"a forged insert":  `insert into standard_change select gen_random_uuid(), 440100000000, pack, kind, active_from, until, document, title, article, note, lines, preview, 'proposed', proposed_by, '', now() from standard_change`,
		"reading proposed": `select 1 / count(*) from standard_change where state = 'proposed'`,
	} {
		by := shenzhen
		if name == "own proposal" || name == "moving the day" || name == "deleting" {
			by = guangzhou
		}
		err := o.db.InTx(ctx, by, func(tx pgx.Tx) error {
			tag, err := tx.Exec(ctx, statement)
			if err == nil && tag.RowsAffected() == 0 {
				return errs.Missing("行")
			}
			return err
		})
		if err == nil {
			t.Errorf("%s went through", name)
		}
	}
	// What is approved everybody reads.
	list, err := o.Changes(ctx, clerk, rulebook.ChangeQuery{})
	if err != nil || len(list) != 1 {
		t.Errorf("a clerk sees %d, %v", len(list), err)
	}
}

// A floor that rises past cities says which; the city's own value then is refused at approval.
func TestRisingFloorNamesTheCities(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	in := raise("1300", today.AddDays(10), "4401", "4403")
	in.Lines[0].Parameter = "dibao_floor"
	touched, err := o.PreviewChange(ctx, drafter, in)
	if err != nil || len(touched.Warnings) != 1 || !strings.Contains(touched.Warnings[0], "广州市") {
		t.Fatalf("%v, %v", touched.Warnings, err)
	}
	city, err := o.ProposeChange(ctx, guangzhou, raise("1290", today.AddDays(2), "4401"))
	if err != nil {
		t.Fatal(err)
	}
	floor, err := o.ProposeChange(ctx, drafter, in)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.ApproveChange(ctx, chief, floor.ID, touched.People); err != nil {
		t.Fatal(err)
	}
	if _, err := o.ApproveChange(ctx, second, city.ID, 0); !errs.Is(err, errs.Conflict) || !strings.Contains(err.Error(), "底线") {
		t.Errorf("approved under the risen floor: %v", err)
	}
}
