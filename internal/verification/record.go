package verification

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/emmansun/gmsm/sm3"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
)

// Recorded says what became of a message's answers.
type Recorded struct {
	Taken    int      // answers that now stand
	Again    int      // answers to questions that had one: nothing changed
	Rejected []string // why others were not taken, in Chinese, without personal data
	Missing  int      // questions of the message that got no answer that counts
}

// The messages that name no message of ours. The edge tells a department no more than this.
var errNoMessage = errs.Missing("这条查询消息")

// Record takes a source's reply to one of our messages. Each answer is held against the question that was asked: its id, its
// class, the person, the catalogue, the day of its data. What does not fit is not taken; what was answered before is left as
// it is; questions that got nothing are asked again by the source's rule. The same reply twice changes nothing.
func (s *Service) Record(ctx context.Context, source string, r *exchange.Reply, raw []byte) (Recorded, error) {
	src := s.catalogue.Source(source)
	if src == nil || r.Source != source {
		return Recorded{}, errs.Bad("source", "答复写的来源是 %s，与 %s 不符。", r.Source, source)
	}
	var out Recorded
	ctx, orders := touching(ctx)
	err := s.db.InTx(ctx, system, func(tx pgx.Tx) (err error) {
		out, err = s.record(ctx, tx, src, r, raw, "")
		return err
	})
	if err == nil {
		err = s.settle(ctx, orders.ids())
	}
	return out, err
}

const lockMessage = `select state, sent_at from exchange_message where id = $1 and source = $2 for update`

func (s *Service) record(ctx context.Context, tx pgx.Tx, src *exchange.Source, r *exchange.Reply, raw []byte, by string) (Recorded, error) {
	var out Recorded
	now := s.now()
	var state string
	var sentAt time.Time
	err := tx.QueryRow(ctx, lockMessage, r.Message, src.ID).Scan(&state, &sentAt)
	if errors.Is(err, pgx.ErrNoRows) {
		return out, errNoMessage
	}
	if err != nil {
		return out, err
	}
	of, err := askedBy(ctx, tx, r.Message)
	if err != nil {
		return out, err
	}
	take := s.match(src, r, of, now, &out)
	out.Taken = len(take)
	if err := s.write(ctx, tx, src, r.Message, take, now, by); err != nil {
		return out, err
	}
	missing := s.unanswered(of, take)
	out.Missing = len(missing)
	if state == "sent" || state == "accepted" {
		if err := s.later(ctx, tx, src, missing, now, "来源没有给出可用的答复", 0); err != nil {
			return out, err
		}
		if err := s.closeMessage(ctx, tx, r.Message, "answered", len(take), faultText(&out), raw, now); err != nil {
			return out, err
		}
		if len(take) == 0 && out.Again == 0 {
			if err := s.stumble(ctx, tx, src, &exchange.Fault{Kind: exchange.BadAnswer}, now); err != nil {
				return out, err
			}
		} else if err := recovered(ctx, tx, src.ID, now); err != nil {
			return out, err
		}
		return out, count(ctx, tx, src.ID, sentAt, now, take, len(of), &out)
	}
	if len(take) == 0 {
		return out, nil
	}
	if err := countLate(ctx, tx, src.ID, sentAt, take); err != nil {
		return out, err
	}
	if state == "failed" { // it came after its time, but it came
		return out, s.closeMessage(ctx, tx, r.Message, "answered", len(take), faultText(&out), raw, now)
	}
	return out, s.addPart(ctx, tx, r.Message, len(take), raw, now)
}

const insertPart = `insert into exchange_part (message_id, part, answers, received_at, raw_sealed, raw_digest, raw_size, purge_on)
select $1, coalesce((select max(part) from exchange_part where message_id = $1), 1) + 1, $2, $3, $4, $5, $6, $7`

// addPart keeps what came after the first part of an answer beside it: each part is its own proof.
func (s *Service) addPart(ctx context.Context, tx pgx.Tx, id uuid.UUID, answers int, raw []byte, now time.Time) error {
	sum := sm3.Sum(raw)
	if _, err := tx.Exec(ctx, insertPart, id, answers, now, s.keys.SealBytes(fieldRaw, raw), sum[:], len(raw), s.today().AddDays(s.settings.KeepRaw)); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, `update exchange_message set answers = answers + $2 where id = $1`, id, answers)
	return err
}

// askedBy reads the questions of a message.
func askedBy(ctx context.Context, tx pgx.Tx, id uuid.UUID) (map[uuid.UUID]*asked, error) {
	rows, err := tx.Query(ctx, `select a.person_id, a.inquiry_id, a.division, a.class, q.attempts, p.id_blind, q.state, q.state = 'asked' and q.message_id = $1
from inquiry_ask a join inquiry q on q.person_id = a.person_id and q.id = a.inquiry_id join person p on p.id = a.person_id
where a.message_id = $1`, id)
	if err != nil {
		return nil, err
	}
	of := map[uuid.UUID]*asked{}
	var one asked
	_, err = pgx.ForEachRow(rows, []any{&one.person, &one.inquiry, &one.division, &one.class, &one.attempt, &one.blind, &one.state, &one.current}, func() error {
		a := one
		a.blind = bytes.Clone(one.blind)
		of[a.inquiry] = &a
		return nil
	})
	return of, err
}

// taken is an answer that fits.
type taken struct {
	*asked
	answer  *exchange.Answer
	records []byte
	fresh   calendar.Date
}

// match holds the answers against the questions.
func (s *Service) match(src *exchange.Source, r *exchange.Reply, of map[uuid.UUID]*asked, now time.Time, out *Recorded) []taken {
	var take []taken
	seen := map[uuid.UUID]bool{}
	reject := func(format string, args ...any) { out.Rejected = append(out.Rejected, fmt.Sprintf(format, args...)) }
	for i := range r.Answers {
		a := &r.Answers[i]
		q := of[a.ID]
		switch {
		case q == nil:
			reject("第 %d 条答复：这条消息没有问过这个问题", i+1)
			continue
		case seen[a.ID]:
			reject("第 %d 条答复：同一个问题答了两次", i+1)
			continue
		case q.class != a.Class:
			reject("第 %d 条答复：数据项 %s 与所问不符", i+1, a.Class)
			continue
		case !bytes.Equal(s.keys.Blind(fieldID, a.IDNumber), q.blind):
			reject("第 %d 条答复：身份证号与所问的人不符", i+1)
			continue
		}
		seen[a.ID] = true
		if q.state == "answered" {
			out.Again++
			continue
		}
		if q.state != "asked" && q.state != "waiting" { // it ended otherwise: cancelled, refused, given up
			reject("第 %d 条答复：这个问题已经结束", i+1)
			continue
		}
		t, err := s.checked(a, q, now)
		if err != nil {
			reject("第 %d 条答复：%s", i+1, err)
			continue
		}
		take = append(take, t)
	}
	return take
}

// checked gives the records their types. Data older than they stay fresh tell nothing about today.
func (s *Service) checked(a *exchange.Answer, q *asked, now time.Time) (taken, error) {
	class, _ := s.catalogue.Class(q.class)
	if class == nil {
		return taken{}, errors.New("共享目录里已没有这个数据项")
	}
	records, err := s.catalogue.CheckRecords(q.class, *a)
	if err != nil {
		return taken{}, err
	}
	today := calendar.DateOf(now)
	if class.Stale(a.AsOf, today) {
		return taken{}, fmt.Errorf("数据日期 %s 过旧或在今天之后", a.AsOf)
	}
	if records == nil {
		records = []map[string]any{}
	}
	text, err := json.Marshal(records)
	if err != nil {
		return taken{}, err
	}
	return taken{q, a, text, a.AsOf.AddDays(class.FreshDays)}, nil
}

const insertAnswers = `insert into answer (person_id, inquiry_id, division, class, source, message_id, status, as_of, received_at, fresh_until, records_sealed, records_digest, note, by_name)
select u.person, u.inquiry, u.division, u.class, $1, $2, u.status, u.as_of, $3, u.fresh, u.sealed, u.digest, u.note, $4
from unnest($5::uuid[], $6::uuid[], $7::bigint[], $8::text[], $9::text[], $10::date[], $11::date[], $12::bytea[], $13::bytea[], $14::text[])
  as u(person, inquiry, division, class, status, as_of, fresh, sealed, digest, note)
on conflict on constraint answer_pkey do nothing`

func (s *Service) write(ctx context.Context, tx pgx.Tx, src *exchange.Source, id uuid.UUID, take []taken, now time.Time, by string) error {
	if len(take) == 0 {
		return nil
	}
	n := len(take)
	done := ended{}
	divisions, classes, statuses := make([]int64, n), make([]string, n), make([]string, n)
	asOf, fresh, sealed, digests, notes := make([]calendar.Date, n), make([]calendar.Date, n), make([][]byte, n), make([][]byte, n), make([]string, n)
	for i, t := range take {
		done.add(t.person, t.inquiry)
		divisions[i], classes[i], statuses[i], asOf[i], fresh[i], notes[i] = t.division, t.class, string(t.answer.Status), t.answer.AsOf, t.fresh, t.answer.Note
		sealed[i] = s.keys.SealBytes(fieldRecords, t.records)
		digest := sm3.Sum(t.records)
		digests[i] = digest[:]
	}
	if _, err := tx.Exec(ctx, insertAnswers, src.ID, id, now, by, done.persons, done.inquiries, divisions, classes, statuses, asOf, fresh, sealed, digests, notes); err != nil {
		return err
	}
	return s.end(ctx, tx, "answered", &done, now)
}

// unanswered are the questions that still wait for this very message.
func (s *Service) unanswered(of map[uuid.UUID]*asked, take []taken) []*asked {
	got := map[uuid.UUID]bool{}
	for _, t := range take {
		got[t.inquiry] = true
	}
	var out []*asked
	for id, q := range of {
		if q.current && !got[id] {
			out = append(out, q)
		}
	}
	return out
}

func faultText(r *Recorded) string {
	if len(r.Rejected) == 0 {
		return ""
	}
	text := r.Rejected[0]
	if n := len(r.Rejected); n > 1 {
		text = fmt.Sprintf("%s（共 %d 条）", text, n)
	}
	return text
}
