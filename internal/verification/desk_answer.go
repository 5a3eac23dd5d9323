package verification

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/emmansun/gmsm/sm3"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
)

// DeskAnswer is what a department's clerk answers on the screen. Values are written as in messages (docs/exchange.md).
type DeskAnswer struct {
	Status  exchange.Status  `json:"status" enum:"found,none,unknown"`
	AsOf    calendar.Date    `json:"as_of,omitzero" doc:"the day that the data are of; none: today"`
	Note    string           `json:"note,omitempty" maxLength:"500"`
	Records []map[string]any `json:"records,omitempty" maxItems:"500"`
}

// DeskAnswer takes an answer given on the screen. It is held against the question and the catalogue like any other. The same
// again changes nothing. Errors: a field that does not fit, with its place; Conflict where another answer stands.
func (s *Service) DeskAnswer(ctx context.Context, actor access.Actor, person, id uuid.UUID, in DeskAnswer) (DeskQuestion, error) {
	q, err := s.deskOne(ctx, actor, person, id)
	if err != nil {
		return q, err
	}
	number, err := s.keys.Open(fieldID, q.row.sealed)
	if err != nil {
		return q, err
	}
	a := exchange.Answer{ID: id, Class: q.Class, IDNumber: number, Status: in.Status, AsOf: in.AsOf, Note: in.Note, Records: in.Records}
	again, err := s.deskCheck(&q, &a)
	if err != nil {
		return q, s.deskFault(q.Class, err)
	}
	if !again {
		if err := s.deskTake(ctx, actor, q.Source, []deskAnswered{{q.row, a}}, nil); err != nil {
			return q, err
		}
	}
	return s.deskOne(ctx, actor, person, id)
}

var errOtherAnswer = errs.New(errs.Conflict, "answered", "这个问题已经答复过，与这次填写的不同。如需更正，请联系核对中心。")

// deskCheck holds an answer against its question; again where it stands already.
func (s *Service) deskCheck(q *DeskQuestion, a *exchange.Answer) (again bool, err error) {
	if a.AsOf == 0 {
		a.AsOf = s.today()
	}
	if a.Class != q.Class || !bytes.Equal(s.keys.Blind(fieldID, a.IDNumber), q.row.blind) {
		return false, errors.New("身份证号或数据项与所问的不符。请不要改动这几列。")
	}
	t, err := s.checked(a, &q.row.asked, s.now())
	if err != nil {
		return false, err
	}
	if q.State != "answered" {
		return false, nil
	}
	if digest := sm3.Sum(t.records); q.Status == string(a.Status) && bytes.Equal(digest[:], q.row.digest) {
		return true, nil
	}
	return false, errOtherAnswer
}

// deskFault puts a fault of an answer to its field on the form.
func (s *Service) deskFault(class string, err error) error {
	if errs.As(err) != nil {
		return err
	}
	var m *exchange.Misfit
	if !errors.As(err, &m) {
		return errs.Bad("as_of", "%s。", err.Error())
	}
	if m.Record == 0 || m.Field == "" {
		return errs.Bad("status", "%s", m.What)
	}
	name := m.Field
	if cl, _ := s.catalogue.Class(class); cl != nil {
		if f := cl.Field(m.Field); f != nil {
			name = f.Name
		}
	}
	return errs.Bad(fmt.Sprintf("records[%d].%s", m.Record-1, m.Field), "第 %d 条记录的%s：%s", m.Record, name, m.What)
}

type deskAnswered struct {
	row    *deskRow
	answer exchange.Answer
}

// deskTake records answers in one transaction, or none of them.
func (s *Service) deskTake(ctx context.Context, actor access.Actor, source string, list []deskAnswered, file map[string]any) error {
	src := s.catalogue.Source(source)
	ctx, orders := touching(ctx)
	err := s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		now := s.now()
		of := map[uuid.UUID][]exchange.Answer{}
		for _, a := range list {
			of[a.row.message] = append(of[a.row.message], a.answer)
		}
		for message, answers := range of {
			r, err := s.recordDesk(ctx, tx, src, message, answers, actor.Name, now)
			if err != nil {
				return err
			}
			if len(r.Rejected) > 0 { // it ended between the look and now
				return errs.New(errs.Conflict, "ended", "有问题刚刚已经结束或被他人答复，请刷新后重试。").Because(errors.New(r.Rejected[0]))
			}
		}
		if file != nil {
			return audit.Write(ctx, tx, now, actor, audit.Event{Action: "verification.desk", ObjectKind: "exchange_source", ObjectID: source, Division: actor.Division, After: file})
		}
		for _, a := range list {
			if err := audit.Write(ctx, tx, now, actor, audit.Event{Action: "verification.desk", ObjectKind: "person", ObjectID: a.row.person.String(), Root: a.row.person, Division: a.row.division,
				After: map[string]any{"answered": a.row.inquiry, "source": source, "class": a.row.class, "status": a.answer.Status}}); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		err = s.settle(ctx, orders.ids())
	}
	return err
}

const answeredInPart = `update exchange_message set answers = answers + $2, state = case when $3 and state in ('sent', 'accepted') then 'answered' else state end,
  ended_at = case when $3 and state in ('sent', 'accepted') then $4 else ended_at end where id = $1`

// recordDesk takes answers to some of a message's questions. A desk answers one by one: what it has not answered yet goes on
// standing there and is not asked again before its day.
func (s *Service) recordDesk(ctx context.Context, tx pgx.Tx, src *exchange.Source, message uuid.UUID, answers []exchange.Answer, by string, now time.Time) (Recorded, error) {
	var out Recorded
	var state string
	var sentAt time.Time
	err := tx.QueryRow(ctx, lockMessage, message, src.ID).Scan(&state, &sentAt)
	if errors.Is(err, pgx.ErrNoRows) {
		return out, errNoMessage
	}
	if err != nil {
		return out, err
	}
	of, err := askedBy(ctx, tx, message)
	if err != nil {
		return out, err
	}
	take := s.match(src, &exchange.Reply{Message: message, Source: src.ID, Answers: answers}, of, now, &out)
	if out.Taken = len(take); len(take) == 0 {
		return out, nil
	}
	if err := s.write(ctx, tx, src, message, take, now, by); err != nil {
		return out, err
	}
	whole := len(s.unanswered(of, take)) == 0
	if _, err := tx.Exec(ctx, answeredInPart, message, len(take), whole, now); err != nil {
		return out, err
	}
	if err := recovered(ctx, tx, src.ID, now); err != nil {
		return out, err
	}
	if state == "failed" { // its day had passed: it stands in the figures as a failure already
		return out, countLate(ctx, tx, src.ID, sentAt, take)
	}
	return out, count(ctx, tx, src.ID, sentAt, now, take, len(take), &out)
}
