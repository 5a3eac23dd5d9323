package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/demo"
	"zhongfu/internal/demo/account"
	"zhongfu/internal/division"
)

// waitingCase is a case that stands before its confirmation, as its approvers saw it.
type waitingCase struct {
	ID      uuid.UUID
	Place   int64
	Version int
	Amount  *int64
}

func waitingCases(t *testing.T, db *pgx.Conn) []*waitingCase {
	t.Helper()
	rows, err := db.Query(context.Background(), `select case_id, division from case_step where step = 'confirm' and state = 'open' order by case_id`)
	if err != nil {
		t.Fatal(err)
	}
	out, err := pgx.CollectRows(rows, func(r pgx.CollectableRow) (*waitingCase, error) {
		c := &waitingCase{}
		return c, r.Scan(&c.ID, &c.Place)
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// office is the approvers of the counties, signed in.
type office struct {
	t      *testing.T
	base   string
	client *http.Client
	cases  []*waitingCase
	desks  map[int64]demo.Desk
	who    map[string][2]string // cookie and token against forged requests, by login
}

// openOffice signs two approvers of each county in and lets the first read each case's page.
func openOffice(t *testing.T, base string, cases []*waitingCase) *office {
	t.Helper()
	o := &office{t: t, base: base, cases: cases, desks: map[int64]demo.Desk{}, who: map[string][2]string{},
		client: &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 16}}}
	for _, d := range demo.Desks(division.Default()) {
		o.desks[d.County] = d
	}
	for _, c := range cases {
		for i := range 2 {
			o.signIn(o.approver(c, i))
		}
		var page struct {
			Case   struct{ Version int }
			Result struct {
				Amount *int64 `json:"amount_fen"`
			}
		}
		status, _, body, err := o.send(http.MethodGet, "/api/cases/"+c.ID.String(), o.approver(c, 0), "", nil)
		if err != nil || status != http.StatusOK {
			t.Fatalf("case page: %d %s %v", status, body, err)
		}
		if err := json.Unmarshal(body, &page); err != nil {
			t.Fatal(err)
		}
		c.Version, c.Amount = page.Case.Version, page.Result.Amount
	}
	return o
}

func (o *office) approver(c *waitingCase, i int) string {
	d := o.desks[division.At(c.Place, division.County)]
	if i == 0 {
		return d.Approver
	}
	return d.Another
}

func (o *office) signIn(login string) {
	o.t.Helper()
	if _, in := o.who[login]; in {
		return
	}
	body, err := json.Marshal(map[string]string{"login": login, "password": account.Password})
	if err != nil {
		o.t.Fatal(err)
	}
	res, err := o.client.Post(o.base+"/api/session", "application/json", bytes.NewReader(body))
	if err != nil {
		o.t.Fatal(err)
	}
	defer res.Body.Close()
	var told struct{ State, CSRF string }
	if err := json.NewDecoder(res.Body).Decode(&told); err != nil || told.State != "signed_in" {
		o.t.Fatalf("%s: %d %+v %v", login, res.StatusCode, told, err)
	}
	cookie, _, _ := strings.Cut(res.Header.Get("Set-Cookie"), ";")
	o.who[login] = [2]string{cookie, told.CSRF}
}

func (o *office) send(method, path, login, key string, body []byte) (status int, replayed bool, answer []byte, err error) {
	req, err := http.NewRequest(method, o.base+path, bytes.NewReader(body))
	if err != nil {
		return 0, false, nil, err
	}
	who := o.who[login]
	req.Header.Set("Cookie", who[0])
	if body != nil {
		req.Header.Set("X-CSRF-Token", who[1])
		req.Header.Set("Content-Type", "application/json")
	}
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	res, err := o.client.Do(req)
	if err != nil {
		return 0, false, nil, err
	}
	defer res.Body.Close()
	answer, err = io.ReadAll(res.Body)
	return res.StatusCode, res.Header.Get("Idempotency-Replayed") != "", answer, err
}

func (o *office) confirm(c *waitingCase, approver int, key string) (status int, replayed bool, answer []byte, err error) {
	body, err := json.Marshal(map[string]any{"version": c.Version, "outcome": "confirm", "amount_fen": c.Amount})
	if err != nil {
		return 0, false, nil, err
	}
	return o.send(http.MethodPost, "/api/cases/"+c.ID.String()+"/confirm", o.approver(c, approver), key, body)
}
