package casework_test

import (
	"fmt"
	"testing"

	"zhongfu/internal/access"
	"zhongfu/internal/casework"
)

// TestHomeComparesAreas follows one confirmed and one open case of two counties through the numbers of their supervisors.
func TestHomeComparesAreas(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	s := w.toConfirm(application())
	s, err := w.Confirm(w.ctx, approver, s.ID, casework.ConfirmInput{Version: s.Version, Outcome: "confirm", AmountFen: amount(256400)})
	ok(t, s, err)
	// Until the letter is handed over the case is confirmed and still open.
	tianheRow := casework.AreaLateness{Division: fmt.Sprint(tianhe), DivisionName: "天河区", Open: 1, Confirmed: 1}
	w.areas(cityBoss, tianheRow)
	s, err = w.Deliver(w.ctx, reviewer, s.ID, casework.LetterInput{Version: s.Version, DeliveredOn: w.today(), Method: "in_person", Receiver: "林秀英"})
	ok(t, s, err)
	tianheRow.Open = 0
	far := application()
	far.Division = fmt.Sprint(otherVill)
	_, err = w.Submit(w.ctx, farClerk, far)
	if err != nil {
		t.Fatal(err)
	}

	yuexiuRow := casework.AreaLateness{Division: fmt.Sprint(yuexiu), DivisionName: "越秀区", Open: 1}
	w.areas(provBoss, casework.AreaLateness{Division: fmt.Sprint(city), DivisionName: "广州市", Open: 1, Confirmed: 1})
	w.areas(cityBoss, yuexiuRow, tianheRow)
	w.areas(approver, casework.AreaLateness{Division: fmt.Sprint(town), DivisionName: "天园街道", Confirmed: 1})

	// A month later the decision is of another month, and the open case is late.
	w.clock.Advance(31 * day)
	yuexiuRow.Late = 1
	w.areas(cityBoss, yuexiuRow)
	w.areas(approver)
}

// areas asks for the comparison an actor sees, and that it adds up to the numbers above it.
func (w *world) areas(a access.Actor, want ...casework.AreaLateness) {
	w.t.Helper()
	h, err := w.Home(w.ctx, a)
	if err != nil {
		w.t.Fatal(err)
	}
	if len(h.Areas) != len(want) {
		w.t.Fatalf("%s compares %+v, want %+v", a.Name, h.Areas, want)
	}
	confirmed := 0
	for i, row := range h.Areas {
		if row != want[i] {
			w.t.Errorf("%s: row %d is %+v, want %+v", a.Name, i, row, want[i])
		}
		confirmed += row.Confirmed
	}
	if confirmed != h.ConfirmedThisMonth {
		w.t.Errorf("%s: the areas confirmed %d, the whole %d", a.Name, confirmed, h.ConfirmedThisMonth)
	}
}

// TestHomeComparesTownsBelowACityWithoutCounties: one county row would compare a city with itself.
func TestHomeComparesTownsBelowACityWithoutCounties(t *testing.T) {
	t.Parallel()
	w := setUp(t)
	const dongguan, dongcheng int64 = 441900000000, 441900003000
	in := application()
	in.Division = fmt.Sprint(divisionsOf(dongcheng)[0])
	if _, err := w.Submit(w.ctx, actorOf("东城经办", access.TownClerk, access.Town, dongcheng), in); err != nil {
		t.Fatal(err)
	}
	w.areas(actorOf("东莞监管", access.CitySupervisor, access.City, dongguan),
		casework.AreaLateness{Division: fmt.Sprint(dongcheng), DivisionName: "东城街道", Open: 1})
}
