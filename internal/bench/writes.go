package bench

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/google/uuid"
	"golang.org/x/sync/errgroup"

	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/demo"
	"zhongfu/internal/division"
)

// submits are applications of families that the register does not know yet, at the window of their own town.
func (r *run) submits(_ context.Context, _ *stage, n int) ([]*request, error) {
	today := clock.Today(clock.System{})
	if r.source == nil {
		var err error
		if r.source, err = demo.BulkGenerator(r.o.Seed, r.places, calendar.DateOf(r.build.BuiltAt)); err != nil {
			return nil, err
		}
		r.nextFamily = r.build.Households
	}
	out := make([]*request, 0, n)
	for ; len(out) < n; r.nextFamily++ {
		if r.nextFamily >= r.source.Capacity() {
			return nil, fmt.Errorf("bench: the generator has no more families after %d", r.nextFamily)
		}
		h := r.source.Household(r.nextFamily)
		d, ok := r.deskOf(h.Division)
		if !ok || division.At(h.Division, division.Town) != d.Town || h.Members[0].Birth.Age(today) < 18 {
			continue
		}
		key := uuid.New()
		body, err := json.Marshal(demo.Application(h, key, today))
		if err != nil {
			return nil, err
		}
		out = append(out, &request{method: http.MethodPost, path: "/api/cases", login: d.Clerk, body: body, key: key.String()})
	}
	return out, nil
}

// waitingCase is a case that stands before its confirmation.
type waitingCase struct {
	ID    uuid.UUID
	Place int64
}

// confirms are decisions on cases that have come all the way; the approver has read the page and sends its amount.
func (r *run) confirms(ctx context.Context, s *stage, n int) ([]*request, error) {
	if r.waiting == nil {
		var err error
		r.waiting, err = query[waitingCase](ctx, s, "select case_id, division from case_step where step = 'confirm' and state = 'open' order by md5(case_id::text)")
		if err != nil {
			return nil, err
		}
	}
	if len(r.waiting) < n {
		return nil, fmt.Errorf("bench: only %d cases are left that wait for a decision, %d are needed", len(r.waiting), n)
	}
	take := r.waiting[:n]
	r.waiting = r.waiting[n:]
	out := make([]*request, n)
	for _, c := range take { // sessions first: they are kept without a lock
		d, _ := r.deskOf(c.Place)
		if _, err := s.signIn(ctx, d.Approver); err != nil {
			return nil, err
		}
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(r.o.Clients)
	for i, c := range take {
		group.Go(func() error {
			d, _ := r.deskOf(c.Place)
			w, err := s.ask(ctx, s.app, &request{method: http.MethodGet, path: "/api/cases/" + c.ID.String(), login: d.Approver})
			if err != nil {
				return err
			}
			var page struct {
				Case   struct{ Version int }
				Result struct {
					Amount *int64 `json:"amount_fen"`
				}
			}
			if err := json.Unmarshal(w.Body.Bytes(), &page); err != nil {
				return err
			}
			body, err := json.Marshal(map[string]any{"version": page.Case.Version, "outcome": "confirm", "amount_fen": page.Result.Amount})
			out[i] = &request{method: http.MethodPost, path: "/api/cases/" + c.ID.String() + "/confirm", login: d.Approver, body: body, key: uuid.NewString()}
			return err
		})
	}
	return out, group.Wait()
}
