package verification

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	stdimage "image"
	"image/color"
	"image/png"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/casefixture"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/exchange"
	"zhongfu/internal/postgres"
	"zhongfu/internal/postgres/testdb"
	"zhongfu/internal/seal"
)

var (
	noon    = time.Date(2026, 11, 26, 12, 0, 0, 0, calendar.Zone)
	officer = access.Actor{Staff: uuid.MustParse("00000000-0000-7000-8000-000000000001"), Name: "陈核", Role: access.VerificationOfficer, Level: access.County,
		Division: 440104000000, Lo: 440104000000, Hi: 440104999999}
)

// shelf is a small catalogue: cars and wages over HTTP, deposits by callback, a desk.
type shelf []*exchange.Source

func (c shelf) Sources() []*exchange.Source { return c }

func (c shelf) Source(id string) *exchange.Source {
	for _, s := range c {
		if s.ID == id {
			return s
		}
	}
	return nil
}

func (c shelf) Class(id string) (*exchange.Class, *exchange.Source) {
	for _, s := range c {
		for i := range s.Classes {
			if s.Classes[i].ID == id {
				return &s.Classes[i], s
			}
		}
	}
	return nil, nil
}

func (c shelf) Applies(class string, who exchange.PersonFacts, _ calendar.Date) bool {
	one, _ := c.Class(class)
	return one.OnlyFor == "" || who.HongKongMacao
}

func (c shelf) CheckRecords(class string, a exchange.Answer) ([]map[string]any, error) {
	if a.Status == exchange.Found && len(a.Records) == 0 {
		return nil, errors.New("没有记录")
	}
	for _, r := range a.Records {
		if _, ok := r["garbage"]; ok {
			return nil, errors.New("多出字段 garbage")
		}
	}
	return a.Records, nil
}

func newShelf() shelf {
	service := exchange.Service{AnswerWithin: 2 * time.Second, Concurrency: 2, Batch: 3, Attempts: 3, Backoff: time.Minute, BackoffMax: time.Hour, BreakerAfter: 4, BreakerFor: time.Minute}
	late := service
	late.AnswerWithin = time.Hour
	desk := exchange.Service{AnswerDays: 5, Attempts: 1, Batch: 100}
	return shelf{
		{ID: "police", Name: "公安", Transport: exchange.Transport{Kind: exchange.HTTP}, Service: service, Classes: []exchange.Class{{ID: "vehicle", Name: "机动车", FreshDays: 30, StaleDays: 30}}},
		{ID: "tax", Name: "税务", Transport: exchange.Transport{Kind: exchange.HTTP}, Service: service, Classes: []exchange.Class{{ID: "wage", Name: "工资", FreshDays: 30, StaleDays: 30}}},
		{ID: "bank", Name: "银行", Transport: exchange.Transport{Kind: exchange.Callback}, Service: late, Classes: []exchange.Class{{ID: "deposit", Name: "存款", FreshDays: 30, StaleDays: 30}}},
		{ID: "abroad", Name: "港澳", Transport: exchange.Transport{Kind: exchange.Desk}, Service: desk, Classes: []exchange.Class{{ID: "abroad_assets", Name: "境外财产", FreshDays: 30, StaleDays: 30}}},
	}
}

// department plays a source; do may change its replies.
type department struct {
	mu    sync.Mutex
	sent  []exchange.Query
	asked map[uuid.UUID]int // by question
	do    func(q exchange.Query, r *exchange.Reply) error
}

func (d *department) Send(_ context.Context, to *exchange.Source, q exchange.Query) (*exchange.Reply, []byte, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.sent = append(d.sent, q)
	for _, one := range q.Questions {
		d.asked[one.ID]++
	}
	r := replyTo(q)
	if d.do != nil {
		if err := d.do(q, r); err != nil {
			return nil, nil, err
		}
	}
	if to.Transport.Kind == exchange.Callback {
		return nil, nil, exchange.ErrLater
	}
	return r, []byte("raw of " + q.Message.String()), nil
}

func replyTo(q exchange.Query) *exchange.Reply {
	r := &exchange.Reply{Version: 1, Message: q.Message, Source: q.Source, AnsweredAt: q.AskedAt}
	for _, one := range q.Questions {
		r.Answers = append(r.Answers, exchange.Answer{ID: one.ID, Class: one.Class, IDNumber: one.IDNumber, Status: exchange.Found, AsOf: calendar.DateOf(q.AskedAt),
			Records: []map[string]any{{"of": one.IDNumber}}})
	}
	return r
}

type fixture struct {
	*testing.T
	db    *postgres.DB
	owner string
	keys  *seal.Keyring
	clock *clock.Fake
	shelf shelf
	dept  *department
	s     *Service
	n     int
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	f := &fixture{T: t, keys: seal.ForTest(), clock: clock.NewFake(noon), shelf: newShelf(), dept: &department{asked: map[uuid.UUID]int{}}}
	f.db, f.owner = testdb.NewWithOwner(t)
	f.s = f.process()
	t.Cleanup(f.tallied)
	return f
}

// tallied holds after every test what is counted as lines change against the lines themselves, and the two ways to count an order.
func (f *fixture) tallied() {
	if n := f.count(`select count(*) from (select order_id, source, state, reused, minute, sum(n) as n from verification_tally group by 1, 2, 3, 4, 5) t full join (
  select i.order_id, i.source, k.state, k.reused, k.minute, count(*) as n from verification_item i
  cross join lateral (values ('added', false, date_trunc('minute', i.created_at)), (i.state, i.reused, date_trunc('minute', i.ended_at))) k(state, reused, minute)
  where k.state <> 'waiting' group by 1, 2, 3, 4, 5) c using (order_id, source, state, reused, minute) where coalesce(t.n, 0) <> coalesce(c.n, 0)`); n != 0 {
		f.Errorf("%d counts of the tally are not those of the lines", n)
	}
	if n := f.count(`select (select coalesce(sum(answers), 0) from exchange_message) - (select count(*) from answer where message_id is not null)`); n != 0 {
		f.Errorf("the messages have %d answers more than there are", n)
	}
	ctx := context.Background()
	if err := f.db.InRead(ctx, access.System("test"), func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select id from verification_order`)
		if err != nil {
			return err
		}
		orders, err := pgx.CollectRows(rows, pgx.RowTo[uuid.UUID])
		for _, id := range orders {
			line, err := f.s.sourceStates(ctx, tx, id, 1)
			if err != nil {
				return err
			}
			tally, err := f.s.sourceStates(ctx, tx, id, few+1)
			if err != nil {
				return err
			}
			for i := range line {
				line[i].NextAt = nil
				if line[i].Reason != "" && tally[i].Reason != "" { // of two at the same instant either is the newest
					line[i].Reason = tally[i].Reason
				}
			}
			if fmt.Sprintf("%+v", line) != fmt.Sprintf("%+v", tally) {
				f.Errorf("counted by line %+v, by the tally %+v", line, tally)
			}
		}
		return err
	}); err != nil {
		f.Error(err)
	}
}

// process is another running program on the same database.
func (f *fixture) process() *Service {
	carriers := map[exchange.Kind]exchange.Carrier{exchange.HTTP: f.dept, exchange.Callback: f.dept}
	return New(f.db, f.keys, f.clock, division.Default(), f.shelf, carriers, casefixture.NoJobs{}, Settings{Callback: "https://zf.example/api/exchange/callback"})
}

// person adds somebody of the town with an authorisation for the classes; none for no classes.
func (f *fixture) person(classes ...string) uuid.UUID {
	f.Helper()
	return f.numbered("440104", classes...)
}

// numbered is a person whose ID number begins so.
func (f *fixture) numbered(prefix string, classes ...string) uuid.UUID {
	f.Helper()
	f.n++
	id, number := uuid.Must(uuid.NewV7()), fmt.Sprintf("%s19800101%04d", prefix, f.n)
	f.exec(`insert into person (id, division, name, sex, birth, id_sealed, id_blind, register_division, residence_division, created_at, updated_at)
values ($1, 440104003001, $2, 1, '1980-01-01', $3, $4, 440104003001, 440104003001, $5, $5)`, id, fmt.Sprintf("甲%d", f.n), f.keys.Seal(fieldID, number), f.keys.Blind(fieldID, number), noon)
	if len(classes) > 0 {
		f.authorise(id, ForAssistance, classes...)
	}
	return id
}

func (f *fixture) authorise(person uuid.UUID, purpose string, classes ...string) uuid.UUID {
	f.Helper()
	id := uuid.Must(uuid.NewV7())
	f.exec(`insert into authorisation (person_id, id, division, number, purpose, classes, signed_how, signed_by, signed_on, valid_from, created_at)
values ($1, $2, 440104003001, $3, $4, $5, 'paper', '甲', '2026-11-01', '2026-11-01', $6)`, person, id, "SQ-"+id.String(), purpose, classes, noon)
	return id
}

func (f *fixture) exec(sql string, args ...any) {
	f.Helper()
	if err := f.db.InTx(context.Background(), access.System("test"), func(tx pgx.Tx) error {
		_, err := tx.Exec(context.Background(), sql, args...)
		return err
	}); err != nil {
		f.Fatal(err)
	}
}

func (f *fixture) count(sql string, args ...any) int {
	f.Helper()
	n := 0
	if err := f.db.InRead(context.Background(), access.System("test"), func(tx pgx.Tx) error {
		return tx.QueryRow(context.Background(), sql, args...).Scan(&n)
	}); err != nil {
		f.Fatal(err)
	}
	return n
}

// order places an order for people and puts them in.
func (f *fixture) order(classes []string, people ...uuid.UUID) uuid.UUID {
	f.Helper()
	in := OrderInput{ID: uuid.Must(uuid.NewV7()), Kind: KindCase, Title: "低保申请核对", Purpose: ForAssistance, CaseID: new(uuid.UUID), Classes: classes, People: people, Priority: OfCase}
	if _, err := f.s.Order(context.Background(), officer, in); err != nil {
		f.Fatal(err)
	}
	if err := f.s.prepare(context.Background(), in.ID); err != nil {
		f.Fatal(err)
	}
	return in.ID
}

// pump lets all sources ask what may be asked now.
func (f *fixture) pump() {
	f.Helper()
	ctx := context.Background()
	for _, src := range f.shelf {
		if f.s.carriers[src.Transport.Kind] == nil {
			continue
		}
		if err := f.s.expire(ctx, src); err != nil {
			f.Fatal(err)
		}
		ok, err := f.s.may(ctx, src)
		if err == nil && ok {
			err = f.s.drain(ctx, src)
		}
		if err != nil {
			f.Fatal(err)
		}
	}
}

func (f *fixture) state(order uuid.UUID) string {
	f.Helper()
	o, err := f.s.Get(context.Background(), officer, order)
	if err != nil {
		f.Fatal(err)
	}
	text := o.State
	for _, st := range o.Sources {
		text += fmt.Sprintf(" %s:%d/%d/%d/%d", st.Source, st.Waiting, st.Answered, st.Silent, st.Refused)
	}
	return text
}

// drawn is a signature: a PNG with a stroke on it.
func drawn(t *testing.T) []byte { return picture(t, true) }

// blank is a canvas that nobody drew on.
func blank(t *testing.T) []byte { return picture(t, false) }

func picture(t *testing.T, stroke bool) []byte {
	t.Helper()
	m := stdimage.NewNRGBA(stdimage.Rect(0, 0, 120, 60))
	for x := 10; stroke && x < 110; x++ {
		m.Set(x, 30, color.Black)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
