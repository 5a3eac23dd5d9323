package verification

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/exchange"
)

// cut is a catalogue that ends a context after so many looks, in the middle of a transaction.
type cut struct {
	shelf
	left *int
	end  func()
}

func (c cut) Class(id string) (*exchange.Class, *exchange.Source) {
	if *c.left--; *c.left == 0 {
		c.end()
	}
	return c.shelf.Class(id)
}

// However often the program is killed while it puts people into an order, everybody is put in once, with everything that is asked,
// and the same as without a kill.
func TestPreparingSurvivesKills(t *testing.T) {
	f := newFixture(t)
	ctx := context.Background()
	classes := []string{"vehicle", "wage", "abroad_assets"}
	f.shelf[3].Classes[0].OnlyFor = "person.hong_kong_macao"
	f.household(440104003001, "dibao", f.person("*"), f.person("vehicle"), f.numbered("810000", "*"))
	f.household(440104003001, "dibao", f.person(), f.person("wage"))
	f.household(440104003001, "tekun", f.person("*"), f.person("*"), f.person("*"))
	f.household(440104003001, "orphan", f.person("*"))
	fresh := f.person("*")
	f.household(440104003001, "dibao", fresh)
	f.order([]string{"vehicle"}, fresh)
	f.pump()
	place := func() uuid.UUID {
		in := OrderInput{ID: uuid.Must(uuid.NewV7()), Kind: KindBatch, Title: "复核", Place: 440104000000, Purpose: ForAssistance, Classes: classes, Batch: BatchSelection{Categories: []string{"dibao", "tekun"}}, Priority: OfBatch}
		if _, err := f.s.Order(ctx, officer, in); err != nil {
			t.Fatal(err)
		}
		return in.ID
	}
	what := func(id uuid.UUID) (text string) {
		n := f.count(`select count(*) from verification_order where id = $1 and state = 'running' and people = 9 and prepared = 9`, id)
		lines := f.count(`select count(*) from verification_item where order_id = $1`, id)
		same := f.count(`select count(distinct (person_id, class, state, authorisation_id, inquiry_id, reason, reused, source)) from verification_item where order_id = $1 and (state <> 'waiting' or inquiry_id is not null)`, id)
		events := f.count(`select coalesce(sum((after->>'questions')::int), 0) from audit_event where root_id = $1 and after ? 'refused'`, id)
		return fmt.Sprintf("%d order %d lines %d of them %s audited %d", n, lines, same, f.state(id), events)
	}
	whole := place()
	if err := f.s.prepare(ctx, whole); err != nil {
		t.Fatal(err)
	}
	want := what(whole)
	if want != "1 order 19 lines 19 of them running abroad:1/0/0/0 police:6/1/0/2 tax:7/0/0/2 audited 4" {
		t.Fatal(want)
	}
	kills := 0
	for _, sizes := range [][2]int{{1, 1}, {2, 3}, {4, 100}} {
		id := place()
		for left := 2; ; left += 3 { // each start goes a little further
			short, end := context.WithCancel(ctx)
			n := left
			s := f.process() // each a new process that knows nothing of the last
			s.catalogue, s.chunk, s.list = cut{f.shelf, &n, end}, sizes[0], sizes[1]
			err := s.prepare(short, id)
			end()
			if err == nil {
				break
			}
			kills++
		}
		if got := what(id); got != want {
			t.Errorf("chunks of %v: %s, without a kill %s", sizes, got, want)
		}
	}
	if kills < 6 {
		t.Errorf("%d kills prove nothing", kills)
	}
	if n := f.count(`select count(*) from (select person_id, class from inquiry where state in ('waiting', 'asked') group by 1, 2 having count(*) > 1) twice`); n != 0 {
		t.Errorf("%d questions are open twice", n)
	}
	// A line belongs to somebody of its order, who does not leave it.
	for name, sql := range map[string]string{
		"a line about a stranger": `insert into verification_item (order_id, person_id, class, division, source, state, created_at, ended_at) select order_id, gen_random_uuid(), class, division, source, 'refused', created_at, created_at from verification_item where order_id = $1 limit 1`,
		"somebody who leaves":     `delete from verification_subject where order_id = $1`,
		"a line that moves":       `update verification_item set person_id = gen_random_uuid() where order_id = $1`,
		"an order that goes":      `delete from verification_order where id = $1`,
	} {
		if err := f.db.InTx(ctx, access.System("test"), func(tx pgx.Tx) error { _, err := tx.Exec(ctx, sql, whole); return err }); err == nil {
			t.Errorf("%s is let through", name)
		}
	}
}
