package bench

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/google/uuid"

	"zhongfu/internal/demo"
	"zhongfu/internal/division"
)

// Aims of issue 2: how many times as long as the baseline.
const (
	readAim  = 2.0
	writeAim = 3.0
)

func (r *run) operations() []operation {
	return []operation{
		{id: "case-page", name: "case page, GET /api/cases/{id}", aim: readAim, prepare: r.casePages},
		{id: "inbox", name: "inbox page, GET /api/tasks", aim: readAim, prepare: r.inboxes},
		{id: "search-id", name: "person by ID number, POST /api/registry/search", aim: readAim, prepare: r.searchID},
		{id: "search-name", name: "person by name, POST /api/registry/search", aim: readAim, prepare: r.searchName},
		{id: "submit", name: "submit, POST /api/cases", write: true, aim: writeAim, prepare: r.submits},
		{id: "confirm", name: "confirm, POST /api/cases/{id}/confirm", write: true, aim: writeAim, prepare: r.confirms},
	}
}

// deskOf finds the staff of the county that a place lies in.
func (r *run) deskOf(place int64) (demo.Desk, bool) {
	d, ok := r.desks[division.At(place, division.County)]
	return d, ok
}

// casePages are pages of cases, half of them open and half decided, as the county's approver reads them.
func (r *run) casePages(ctx context.Context, s *stage, n int) ([]*request, error) {
	type row struct {
		ID    uuid.UUID
		Place int64
	}
	var out []*request
	for _, status := range []string{"= 'open'", "<> 'open'"} {
		rows, err := query[row](ctx, s, "select id, division from cases where status "+status+" order by md5(id::text) limit $1", n)
		if err != nil {
			return nil, err
		}
		taken := 0
		for _, c := range rows {
			if d, ok := r.deskOf(c.Place); ok && taken < n/2 {
				out = append(out, &request{method: http.MethodGet, path: "/api/cases/" + c.ID.String(), login: d.Approver})
				taken++
			}
		}
	}
	return out, some("cases", out)
}

// inboxes are the first pages of offices' duties, by four kinds of staff in every county.
func (r *run) inboxes(_ context.Context, _ *stage, n int) ([]*request, error) {
	var out []*request
	for _, d := range demo.Desks(r.places) {
		for _, login := range []string{d.Clerk, d.Head, d.Reviewer, d.Approver} {
			if len(out) < n {
				out = append(out, &request{method: http.MethodGet, path: "/api/tasks?limit=20", login: login})
			}
		}
	}
	return out, some("offices", out)
}

type personRow struct {
	Name   string
	Sealed []byte
	Place  int64
}

// people are evenly spread over the register.
func (r *run) people(ctx context.Context, s *stage, n int) ([]personRow, error) {
	return query[personRow](ctx, s, "select name, id_sealed, division from person where number % greatest(1, $1) = 0 order by md5(id::text) limit $2",
		int64(r.build.People/(2*n)), 2*n)
}

func (r *run) searches(ctx context.Context, s *stage, n int, text func(personRow) (string, error)) ([]*request, error) {
	rows, err := r.people(ctx, s, n)
	if err != nil {
		return nil, err
	}
	var out []*request
	for _, p := range rows {
		d, ok := r.deskOf(p.Place)
		if !ok || len(out) == n {
			continue
		}
		q, err := text(p)
		if err != nil {
			return nil, err
		}
		body, err := json.Marshal(map[string]any{"query": q, "limit": 20})
		if err != nil {
			return nil, err
		}
		out = append(out, &request{method: http.MethodPost, path: "/api/registry/search", login: d.Reviewer, body: body})
	}
	return out, some("people", out)
}

// searchID looks people up by their whole number, as their county's reviewer; each lookup leaves an audit event.
func (r *run) searchID(ctx context.Context, s *stage, n int) ([]*request, error) {
	return r.searches(ctx, s, n, func(p personRow) (string, error) { return s.app.Keys.Open("person.id", p.Sealed) })
}

// searchName looks people up by their whole name within the county.
func (r *run) searchName(ctx context.Context, s *stage, n int) ([]*request, error) {
	return r.searches(ctx, s, n, func(p personRow) (string, error) { return p.Name, nil })
}

func some(what string, out []*request) error {
	if len(out) == 0 {
		return fmt.Errorf("bench: the database holds no %s that can be asked for", what)
	}
	return nil
}
