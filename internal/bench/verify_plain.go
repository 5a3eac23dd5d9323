package bench

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"zhongfu/internal/exchange"
)

// plainMessages is how many messages of the largest order the two arms beside the platform send again at most.
const plainMessages = 400

// The same tables with their keys, checks and indexes, and the questions and items as they were before they were asked. Triggers,
// foreign keys and row-level security are not copied.
var plainTables = []string{
	`create table bench_message (like exchange_message including all)`, `create table bench_ask (like inquiry_ask including all)`, `create table bench_answer (like answer including all)`,
	`create table bench_inquiry (like inquiry including all)`, `create table bench_item (like verification_item including all)`,
	`insert into bench_inquiry select person_id, id, division, class, source, purpose, 'waiting', 0, priority, due, next_at, null, opened_at, null, '' from inquiry where (person_id, id) in (select person_id, inquiry_id from inquiry_ask where message_id = any($1))`,
	`insert into bench_item select order_id, person_id, class, division, source, 'waiting', authorisation_id, inquiry_id, false, '', created_at, null from verification_item where (person_id, inquiry_id) in (select person_id, inquiry_id from inquiry_ask where message_id = any($1))`,
}

// plainMessage is what one message wrote, ready.
type plainMessage struct {
	id                             uuid.UUID
	source, purpose                string
	raw, rawDigest                 []byte
	person, inquiry, authorisation []uuid.UUID
	division                       []int64
	class, status, note            []string
	asOf, fresh                    []time.Time
	sealed, digest                 [][]byte
}

// Two transactions a message, as the platform's: on the books before it leaves, and recorded when it is answered.
const (
	plainSent  = `insert into bench_message (id, source, state, questions, sent_at, answer_due) values ($1, $2, 'sent', $3, now(), now())`
	plainAsked = `insert into bench_ask (person_id, inquiry_id, attempt, division, message_id, class, purpose, authorisation_id, asked_at)
select u.p, u.i, 1, u.d, $1, u.c, $2, u.a, now() from unnest($3::uuid[], $4::uuid[], $5::bigint[], $6::text[], $7::uuid[]) as u(p, i, d, c, a)`
	plainMark   = `update bench_inquiry q set state = 'asked', attempts = 1, message_id = $1 from unnest($2::uuid[], $3::uuid[]) as u(p, i) where q.person_id = u.p and q.id = u.i`
	plainAnswer = `insert into bench_answer (person_id, inquiry_id, division, class, source, message_id, status, as_of, received_at, fresh_until, records_sealed, records_digest, note, by_name)
select u.p, u.i, u.d, u.c, $1, $2, u.s, u.o, now(), u.f, u.r, u.g, u.n, '' from unnest($3::uuid[], $4::uuid[], $5::bigint[], $6::text[], $7::text[], $8::date[], $9::date[], $10::bytea[], $11::bytea[], $12::text[]) as u(p, i, d, c, s, o, f, r, g, n)`
	plainEnd  = `update bench_inquiry q set state = 'answered', ended_at = now() from unnest($1::uuid[], $2::uuid[]) as u(p, i) where q.person_id = u.p and q.id = u.i`
	plainItem = `update bench_item q set state = 'answered', ended_at = now() from unnest($1::uuid[], $2::uuid[]) as u(p, i) where q.person_id = u.p and q.inquiry_id = u.i`
	plainDone = `update bench_message set state = 'answered', answers = $2, ended_at = now(), raw_sealed = $3::bytea, raw_digest = $4, raw_size = length($3::bytea), purge_on = current_date where id = $1`
)

// plain writes again what the messages wrote, in batches of ready values over as many connections as the platform has lanes.
func (v *verifyRun) plain(ctx context.Context) error {
	rows, err := v.owner.Query(ctx, `select m.id from exchange_message m where exists (select from inquiry_ask k join verification_item i on i.person_id = k.person_id and i.inquiry_id = k.inquiry_id
where k.message_id = m.id and i.order_id = $1) order by m.id limit $2`, v.orders[len(v.orders)-1], plainMessages)
	if err != nil {
		return err
	}
	ids, err := pgx.CollectRows(rows, pgx.RowTo[uuid.UUID])
	if err != nil {
		return err
	}
	for i, q := range plainTables {
		var args []any
		if i >= 5 {
			args = []any{ids}
		}
		if _, err := v.owner.Exec(ctx, q, args...); err != nil {
			return fmt.Errorf("bench: %s: %w", q, err)
		}
	}
	if _, err := v.owner.Exec(ctx, `analyze bench_inquiry, bench_item`); err != nil {
		return err
	}
	var all []plainMessage
	for _, id := range ids {
		m := plainMessage{id: id}
		err := v.owner.QueryRow(ctx, `select m.source, max(k.purpose), m.raw_sealed, m.raw_digest, array_agg(k.person_id), array_agg(k.inquiry_id), array_agg(k.authorisation_id), array_agg(k.division),
  array_agg(k.class), array_agg(n.status), array_agg(n.note), array_agg(n.as_of), array_agg(n.fresh_until), array_agg(n.records_sealed), array_agg(n.records_digest)
from exchange_message m join inquiry_ask k on k.message_id = m.id join answer n on n.person_id = k.person_id and n.inquiry_id = k.inquiry_id where m.id = $1 group by m.id`, id).
			Scan(&m.source, &m.purpose, &m.raw, &m.rawDigest, &m.person, &m.inquiry, &m.authorisation, &m.division, &m.class, &m.status, &m.note, &m.asOf, &m.fresh, &m.sealed, &m.digest)
		if err != nil {
			return err
		}
		all = append(all, m)
		v.out.Questions += len(m.person)
	}
	v.out.Messages = len(all)
	pool, err := openRaw(ctx, v.url, poolSize)
	if err != nil {
		return err
	}
	defer pool.Close()
	if _, err := v.owner.Exec(ctx, `grant all on bench_message, bench_ask, bench_answer, bench_inquiry, bench_item to zhongfu_app`); err != nil {
		return err
	}
	took, err := v.inLanes(len(all), func(i int) error { return all[i].write(ctx, pool) })
	v.out.Plain = float64(v.out.Questions) / took.Seconds()
	v.say("  同样的写入，直接分批：%.0f 答复/秒", v.out.Plain)
	return err
}

func (m *plainMessage) write(ctx context.Context, pool *pgxpool.Pool) error {
	for _, step := range []func(*pgx.Batch){
		func(b *pgx.Batch) {
			b.Queue(plainSent, m.id, m.source, len(m.person))
			b.Queue(plainAsked, m.id, m.purpose, m.person, m.inquiry, m.division, m.class, m.authorisation)
			b.Queue(plainMark, m.id, m.person, m.inquiry)
		},
		func(b *pgx.Batch) {
			b.Queue(plainAnswer, m.source, m.id, m.person, m.inquiry, m.division, m.class, m.status, m.asOf, m.fresh, m.sealed, m.digest, m.note)
			b.Queue(plainEnd, m.person, m.inquiry)
			b.Queue(plainItem, m.person, m.inquiry)
			b.Queue(plainDone, m.id, len(m.person), m.raw, m.rawDigest)
		},
	} {
		b := &pgx.Batch{}
		step(b)
		if err := pgx.BeginFunc(ctx, pool, func(tx pgx.Tx) error { return tx.SendBatch(ctx, b).Close() }); err != nil {
			return err
		}
	}
	return nil
}

// inLanes does n things over as many lanes as the platform has, and tells how long all took.
func (v *verifyRun) inLanes(n int, do func(i int) error) (time.Duration, error) {
	var next atomic.Int64
	var group sync.WaitGroup
	fail := make(chan error, n+lanes*len(v.sources))
	start := time.Now()
	for range lanes * len(v.sources) {
		group.Go(func() {
			for {
				i := int(next.Add(1) - 1)
				if i >= n {
					return
				}
				if err := do(i); err != nil {
					fail <- err
					return
				}
			}
		})
	}
	group.Wait()
	took := time.Since(start)
	close(fail)
	return took, <-fail
}

// ceiling asks the simulator the same questions and throws the answers away.
func (v *verifyRun) ceiling(ctx context.Context) error {
	rows, err := v.owner.Query(ctx, `select k.message_id, m.source, k.inquiry_id, k.class, p.id_sealed, p.name from bench_message m join inquiry_ask k on k.message_id = m.id join person p on p.id = k.person_id order by 1`)
	if err != nil {
		return err
	}
	var all []exchange.Query
	var message, question uuid.UUID
	var source, class, name string
	var sealed []byte
	if _, err := pgx.ForEachRow(rows, []any{&message, &source, &question, &class, &sealed, &name}, func() error {
		number, err := v.app.Keys.Open("person.id", sealed)
		if err != nil {
			return err
		}
		if n := len(all); n == 0 || all[n-1].Message != message {
			all = append(all, exchange.Query{Version: exchange.Version, Message: message, Source: source, AskedAt: time.Now(), Purpose: "social_assistance"})
		}
		q := &all[len(all)-1]
		q.Questions = append(q.Questions, exchange.Question{ID: question, Class: class, IDNumber: number, Name: name, Authorisation: "SQ"})
		return nil
	}); err != nil {
		return err
	}
	client := newClient(lanes * len(v.sources))
	took, err := v.inLanes(len(all), func(i int) error { return v.post(ctx, client, &all[i]) })
	v.out.Ceiling = float64(v.out.Questions) / took.Seconds()
	v.say("  模拟器上限：%.0f 答复/秒", v.out.Ceiling)
	return err
}

func (v *verifyRun) post(ctx context.Context, client *http.Client, q *exchange.Query) error {
	body, err := json.Marshal(q)
	if err != nil {
		return err
	}
	sign, err := v.keys[q.Source].NewSignature("POST /query", body, time.Now())
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, v.sim+"/sources/"+q.Source+"/query", bytes.NewReader(body))
	if err != nil {
		return err
	}
	for name, value := range map[string]string{exchange.HeaderKey: sign.Key, exchange.HeaderTime: sign.Time, exchange.HeaderNonce: sign.Nonce, exchange.HeaderSign: sign.Sign} {
		req.Header.Set(name, value)
	}
	res, err := client.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if _, err := io.Copy(io.Discard, res.Body); err != nil || res.StatusCode != http.StatusOK {
		return fmt.Errorf("bench: the simulator says %s: %w", res.Status, err)
	}
	return nil
}
