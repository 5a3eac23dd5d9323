package casework_test

import (
	"fmt"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/casework"
	"zhongfu/internal/task"
)

func (w *world) unscoped(table string) int {
	w.t.Helper()
	var n int
	if err := w.db.InRead(w.ctx, access.Public(""), func(tx pgx.Tx) error {
		return tx.QueryRow(w.ctx, "select count(*) from "+table).Scan(&n)
	}); err != nil {
		w.t.Fatal(err)
	}
	return n
}

func TestListPagesAndFilters(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	var all []uuid.UUID
	for range 7 {
		all = append([]uuid.UUID{w.submit(application()).ID}, all...)
	}
	accepted := w.accept(w.now(all[3]))
	var got []uuid.UUID
	f := casework.CaseFilter{Limit: 3}
	for {
		p, err := w.List(w.ctx, head, f)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range p.Items {
			got = append(got, c.ID)
		}
		if f.Cursor = p.Next; f.Cursor == "" {
			break
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(all) {
		t.Errorf("pages give %v, want %v", got, all)
	}
	count := func(f casework.CaseFilter) int {
		p, err := w.List(w.ctx, head, f)
		if err != nil {
			t.Fatal(err)
		}
		return len(p.Items)
	}
	for _, c := range []struct {
		f    casework.CaseFilter
		want int
	}{{casework.CaseFilter{Step: "accept"}, 6}, {casework.CaseFilter{Step: "survey"}, 1}, {casework.CaseFilter{Status: "confirmed"}, 0},
		{casework.CaseFilter{Due: "late"}, 0}, {casework.CaseFilter{Item: "dibao", Division: village}, 7}, {casework.CaseFilter{Forwarded: true}, 0}} {
		if n := count(c.f); n != c.want {
			t.Errorf("%+v gives %d, want %d", c.f, n, c.want)
		}
	}
	w.clock.Advance(6 * day)
	if n := count(casework.CaseFilter{Due: "late"}); n != 6 {
		t.Errorf("%d late, want the 6 that wait for acceptance", n)
	}
	if _, err := w.List(w.ctx, head, casework.CaseFilter{Cursor: "x"}); err == nil {
		t.Error("a broken cursor is taken")
	}
	h, err := w.Home(w.ctx, clerk)
	if err != nil || h.CasesOpen != 7 || h.TasksLate != 6 || h.TasksOpen != 7 || h.SubmittedThisMonth != 7 {
		t.Errorf("home of the clerk: %+v, %v", h, err)
	}
	if h.CasesByStep[0].Step != "accept" || h.CasesByStep[0].Late != 6 {
		t.Errorf("by step: %+v", h.CasesByStep)
	}
	h, err = w.Home(w.ctx, cityBoss)
	if err != nil || len(h.Areas) != 1 || h.Areas[0].Division != "440106000000" || h.Areas[0].Open != 7 || h.Areas[0].Late != 6 {
		t.Errorf("the city compares %+v, %v", h.Areas, err)
	}
	_ = accepted
}

func TestInboxPages(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	for range 5 {
		w.submit(application())
		w.clock.Advance(day)
	}
	var seen []string
	f := task.Filter{Limit: 2}
	for {
		p, err := w.tasks.Inbox(w.ctx, clerk, f)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range p.Items {
			seen = append(seen, r.Due.String()+r.Subject)
		}
		if f.Cursor = p.Next; f.Cursor == "" {
			break
		}
	}
	if len(seen) != 5 {
		t.Fatalf("%d duties over the pages: %v", len(seen), seen)
	}
	for i := 1; i < len(seen); i++ {
		if seen[i] < seen[i-1] {
			t.Errorf("out of order: %v", seen)
		}
	}
	c, err := w.tasks.Count(w.ctx, clerk)
	if err != nil || c.Office != 5 || c.Unclaimed != 5 || c.Late+c.Soon == 0 {
		t.Errorf("counts %+v, %v", c, err)
	}
	row := w.box(clerk, task.Office)[0]
	if err := w.tasks.Claim(w.ctx, clerk, row.RootID, row.ID); err != nil {
		t.Fatal(err)
	}
	refused(t, w.tasks.Claim(w.ctx, clerk2, row.RootID, row.ID), conflict, "claimed_by_other")
	refused(t, w.tasks.Release(w.ctx, clerk2, row.RootID, row.ID), conflict, "claimed_by_other")
	refused(t, w.tasks.Claim(w.ctx, head, row.RootID, row.ID), forbidden, "")
	refused(t, w.tasks.Claim(w.ctx, farClerk, row.RootID, row.ID), notFound, "")
	refused(t, w.tasks.Assign(w.ctx, clerk, row.RootID, row.ID, task.TaskAssignInput{StaffID: uuid.New()}), invalid, "invalid_staff_id")
	if got := w.box(clerk, task.Mine); len(got) != 1 || !got[0].Mine {
		t.Errorf("mine: %+v", got)
	}
	if err := w.tasks.Release(w.ctx, clerk, row.RootID, row.ID); err != nil {
		t.Fatal(err)
	}
	if len(w.box(clerk, task.Mine)) != 0 {
		t.Error("given back, still mine")
	}
	w.accept(w.now(row.RootID))
	refused(t, w.tasks.Claim(w.ctx, clerk, row.RootID, row.ID), conflict, "task_done")
}

func TestDrafts(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	id := uuid.New()
	content := map[string]any{"members": []any{map[string]any{"name": "林秀英", "id_number": "440106198403050021"}}}
	in := casework.DraftInput{Kind: "application", Title: "林秀英", Content: content}
	d, err := w.SaveDraft(w.ctx, clerk, id, in)
	if err != nil || d.Version != 1 {
		t.Fatalf("%+v %v", d, err)
	}
	in.Version = 1
	if d, err = w.SaveDraft(w.ctx, clerk, id, in); err != nil || d.Version != 2 {
		t.Fatalf("%+v %v", d, err)
	}
	_, err = w.SaveDraft(w.ctx, clerk, id, in)
	refused(t, err, conflict, "stale_draft")
	v, err := w.Draft(w.ctx, clerk, id)
	if err != nil || fmt.Sprint(v.Content) != fmt.Sprint(content) {
		t.Errorf("opened %v, %v", v.Content, err)
	}
	if n := w.one(`select count(*) from draft where position('林秀英'::bytea in sealed) > 0 or position('19840305'::bytea in sealed) > 0`); n != 0 {
		t.Error("the draft lies open in the table")
	}
	_, err = w.Draft(w.ctx, clerk2, id)
	refused(t, err, notFound, "")
	if l, err := w.Drafts(w.ctx, clerk2); err != nil || len(l.Items) != 0 {
		t.Errorf("a colleague lists %v, %v", l, err)
	}
	sub := application()
	sub.DraftID = &id
	w.submit(sub)
	if l, _ := w.Drafts(w.ctx, clerk); len(l.Items) != 0 {
		t.Error("the draft outlived its submit")
	}
	if err := w.DeleteDraft(w.ctx, clerk, id); err != nil {
		t.Errorf("throwing away what is gone: %v", err)
	}
	_, err = w.SaveDraft(w.ctx, head, uuid.New(), casework.DraftInput{})
	refused(t, err, forbidden, "")
}

func TestItems(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	items, err := w.Items(w.ctx, clerk, village)
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range items.Items {
		if it.ID == "dibao" && len(it.Facts) > 20 && len(it.Steps) > 8 && it.TotalDays == 30 {
			return
		}
	}
	t.Errorf("no dibao with its facts and road among %d items", len(items.Items))
}

// A colleague of the office gets the duty by name, and the page says who has it, also to those who do not see the staff.
func TestAssignToColleague(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s := w.submit(application())
	org := uuid.New()
	err := w.db.InTx(w.ctx, access.System("test"), func(tx pgx.Tx) error {
		if _, err := tx.Exec(w.ctx, `insert into organisation (id, division, level, kind, name, created_at) values ($1, $2, 4, 'township', '天园街道办事处', now())`, org, town); err != nil {
			return err
		}
		if _, err := tx.Exec(w.ctx, `insert into staff (id, login, name, organisation_id, division, password_hash, password_changed_at, created_at)
		  values ($1, 'li', $2, $3, $4, 'x', now(), now())`, clerk2.Staff, clerk2.Name, org, town); err != nil {
			return err
		}
		_, err := tx.Exec(w.ctx, `insert into staff_assignment (staff_id, id, role, division, level, since) values ($1, $2, 'town_clerk', $3, 4, now())`, clerk2.Staff, uuid.New(), town)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	duty := w.box(clerk, task.Office)[0]
	if err := w.tasks.Assign(w.ctx, clerk, duty.RootID, duty.ID, task.TaskAssignInput{StaffID: clerk2.Staff}); err != nil {
		t.Fatal(err)
	}
	if got := w.box(clerk2, task.Mine); len(got) != 1 || got[0].AssigneeName != clerk2.Name {
		t.Errorf("the colleague has %+v", got)
	}
	if h := w.page(assistant, s.ID).Steps[0].Holder; h != clerk2.Name {
		t.Errorf("the page says %q holds it", h)
	}
	refused(t, w.tasks.Assign(w.ctx, clerk, duty.RootID, duty.ID, task.TaskAssignInput{StaffID: clerk2.Staff}), conflict, "claimed_by_other")
}

// The files of people and households tell their cases, and a running case keeps the household where it is.
func TestTouchesAndHold(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s := w.submit(application())
	c := w.page(clerk, s.ID).Case
	ask := func(a access.Actor) (person, household int, hold string) {
		err := w.db.InRead(w.ctx, a, func(tx pgx.Tx) error {
			p, err := w.TouchesOfPerson(w.ctx, tx, c.ApplicantID)
			if err != nil {
				return err
			}
			h, err := w.TouchesOfHousehold(w.ctx, tx, c.HouseholdID)
			if err != nil {
				return err
			}
			person, household = len(p), len(h)
			hold, err = w.HoldsHousehold(w.ctx, tx, c.HouseholdID)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return person, household, hold
	}
	if p, h, hold := ask(clerk); p != 1 || h != 1 || hold == "" {
		t.Errorf("touches %d %d, hold %q", p, h, hold)
	}
	if p, h, _ := ask(farClerk); p+h != 0 {
		t.Errorf("another town reads %d and %d lines", p, h)
	}
	s, err := w.Withdraw(w.ctx, clerk, s.ID, casework.ReasonInput{Version: s.Version, Reason: "已找到工作"})
	if s = ok(t, s, err); s.Status != "withdrawn" {
		t.Errorf("ended %s", s.Status)
	}
	if _, _, hold := ask(clerk); hold != "" {
		t.Errorf("a closed case still holds: %q", hold)
	}
}
