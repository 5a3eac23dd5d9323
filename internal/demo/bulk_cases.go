package demo

import (
	"context"

	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/policy"
)

// bulkWriter chooses which households have a case, and makes its rows.
type bulkWriter struct {
	b       *bulk
	settler *settler
	out     *BulkLoaded
	perTown int
	opened  map[int64]int // by town
}

func newBulkWriter(b *bulk, out *BulkLoaded) *bulkWriter {
	s := &settler{pack: b.l.Packs[len(b.l.Packs)-1], keys: b.l.Keys, places: b.l.Places, today: b.today,
		ids: &idSource{r: &random{state: b.o.Seed ^ 0xca5e}}, seq: map[series]int{}}
	return &bulkWriter{b: b, settler: s, out: out, perTown: (b.o.Open + len(b.desks) - 1) / max(1, len(b.desks)), opened: map[int64]int{}}
}

// make sends chunks of rows until the cases asked for are made or the households have all been asked.
func (w *bulkWriter) make(ctx context.Context, households int, to chan<- *bulkRows) error {
	rows := newBulkRows()
	send := func() bool {
		select {
		case to <- rows:
			rows = newBulkRows()
			return true
		case <-ctx.Done():
			return false
		}
	}
	asked := 0
	for h := range w.b.households() {
		settledLeft := w.b.o.Cases - w.b.o.Open - (w.out.Cases - w.out.Open)
		if err := w.household(rows, &h, settledLeft, households-asked); err != nil {
			return err
		}
		asked++
		if rows.cases >= chunkCases && !send() {
			return ctx.Err()
		}
	}
	send()
	return ctx.Err()
}

// household gives a household an open case while its town still has room for one, else perhaps a decided one, so that
// decided cases lie evenly over the register.
func (w *bulkWriter) household(rows *bulkRows, h *registered, settledLeft, householdsLeft int) error {
	if h.Members[0].Birth.Age(w.b.today) < 20 {
		return nil
	}
	town := division.At(h.Division, division.Town)
	if d, staffed := w.b.desks[town]; staffed && w.opened[town] < w.perTown && w.out.Open < w.b.o.Open {
		w.opened[town]++
		return w.open(rows, h, d)
	}
	// A little more than the share that is needed: some families turn out to need more evidence.
	if settledLeft <= 0 || householdsLeft > 0 && w.settler.ids.r.below(householdsLeft) >= settledLeft*115/100 {
		return nil
	}
	before := len(rows.settled.by["cases"])
	submitted := calendar.NextWorking(w.b.today.AddDays(-60 - w.settler.ids.r.below(700)))
	if _, err := w.settler.settle(rows.settled, placed{h.id, h.people, &h.Household}, submitted); err != nil {
		return err
	}
	n := len(rows.settled.by["cases"]) - before
	rows.cases += n
	w.out.Cases += n
	return nil
}

// open writes an open case; how far it has come is drawn, within what the policy says of the family.
func (w *bulkWriter) open(rows *bulkRows, h *registered, d Desk) error {
	r, err := w.settler.pack.Evaluate("dibao", PolicyInput(&h.Household, w.b.today))
	if err != nil {
		return err
	}
	eligible := r.Outcome == policy.Eligible && r.AmountFen != nil && *r.AmountFen > 0
	c := w.newOpen(rows, h, d, w.stage(eligible))
	if c.stage == stageConfirm {
		w.out.AwaitDecision++
	}
	w.out.Open++
	w.out.Cases++
	rows.cases++
	return c.write()
}

// Stages are how many steps of the road are done.
const (
	stageAccept  = 0
	stageVisits  = 1
	stageOpinion = 3
	stageNotice  = 4
	stageReview  = 5
	stageConfirm = 6
)

// stage draws how far a case has come. Only an eligible family's reaches the notice.
func (w *bulkWriter) stage(eligible bool) int {
	draw := w.settler.ids.r.below(100)
	if eligible && draw < w.b.o.Confirm {
		return stageConfirm
	}
	early := []int{stageAccept, stageVisits, stageVisits, stageOpinion}
	if eligible {
		early = append(early, stageNotice, stageNotice, stageReview)
	}
	return early[w.settler.ids.r.below(len(early))]
}
