package notice

import (
	"context"
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
	"zhongfu/internal/throttle"
)

// contactField binds sealed contacts to their place.
const contactField = "objection.contact"

// Objection is what somebody says against a notice. Name and contact may stay empty.
type Objection struct {
	NoticeID uuid.UUID
	Name     string
	Contact  string
	Text     string
}

// ObjectionReceipt is what the objector keeps.
type ObjectionReceipt struct {
	ID         uuid.UUID `json:"id"`
	ReceivedAt time.Time `json:"received_at"`
	Message    string    `json:"message"`
}

func (o *Objection) check() error {
	var c errs.Collector
	o.Name, o.Contact, o.Text = strings.TrimSpace(o.Name), strings.TrimSpace(o.Contact), strings.TrimSpace(o.Text)
	if utf8.RuneCountInString(o.Name) > 30 {
		c.Add("name", "姓名最多30个字；也可以不填。")
	}
	if utf8.RuneCountInString(o.Contact) > 100 {
		c.Add("contact", "联系方式最多100个字；也可以不填。")
	}
	if n := utf8.RuneCountInString(o.Text); n < 5 {
		c.Add("text", "请用至少5个字写明您的意见，例如所知道的收入、财产或人口情况。")
	} else if n > 2000 {
		c.Add("text", "意见最多2000个字，现在是%d个字，请精简或分次提出。", n)
	}
	for _, s := range []string{o.Name, o.Contact, o.Text} {
		if !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
			c.Add("text", "内容含有无法识别的字符，请重新输入。")
			break
		}
	}
	return c.Err()
}

func tooMany(format string, args ...any) error {
	return errs.New(errs.TooMany, "too_many_objections", format, args...)
}

// Object keeps an objection against a running notice and hands it to the township. The same words from the same address
// are one objection.
func (s *Service) Object(ctx context.Context, actor access.Actor, o Objection) (ObjectionReceipt, error) {
	if err := access.Check(actor, "public.objection", access.Listing); err != nil {
		return ObjectionReceipt{}, err
	}
	if err := o.check(); err != nil {
		return ObjectionReceipt{}, err
	}
	now := s.clock.Now()
	if !s.limit.Take(throttle.Network(actor.Remote), now) {
		return ObjectionReceipt{}, tooMany("提交得太频繁，请过%d分钟再试；紧急情况请直接致电公示栏上的镇街电话。", int(refill.Minutes()))
	}
	id, err := uuid.NewV7()
	if err != nil {
		return ObjectionReceipt{}, err
	}
	r := ObjectionReceipt{ID: id, ReceivedAt: now, Message: "您的意见已转交镇街办理。留有联系方式的，办理后会告知结果。"}
	err = s.db.InTx(ctx, reader(), func(tx pgx.Tx) error { return s.keep(ctx, tx, actor, o, &r) })
	return r, err
}

func (s *Service) keep(ctx context.Context, tx pgx.Tx, actor access.Actor, o Objection, r *ObjectionReceipt) error {
	today := clock.Today(s.clock)
	var caseID uuid.UUID
	var division int64
	var raised int
	err := tx.QueryRow(ctx, `select n.case_id, n.division, n.objections from notice n where n.id = $4 and`+running+`for update of n`,
		today, publicItems, today.AddMonths(-12*adult), o.NoticeID).Scan(&caseID, &division, &raised)
	if errors.Is(err, pgx.ErrNoRows) {
		return errs.New(errs.NotFound, "notice_over", "没有找到这条公示，可能公示期已满；仍有意见的，请直接向镇街或县级民政部门反映。")
	}
	if err != nil {
		return err
	}
	remote := s.keys.Blind("objection.remote", throttle.Network(actor.Remote))
	if again, err := s.allowed(ctx, tx, o, caseID, remote, r); err != nil || again {
		return err
	}
	if raised >= perNotice {
		return tooMany("这条公示收到的意见已很多，镇街正在办理；如有新的情况，请致电公示栏上的镇街电话。")
	}
	var contact []byte
	if o.Contact != "" {
		contact = s.keys.Seal(contactField, o.Contact)
	}
	var b pgx.Batch
	b.Queue(`insert into objection (case_id, id, division, notice_id, name, contact_sealed, remote_blind, text, channel, at)
		values ($1, $2, $3, $4, $5, $6, $7, $8, 'online', $9)`, caseID, r.ID, division, o.NoticeID, o.Name, contact, remote, o.Text, r.ReceivedAt)
	b.Queue(`update notice set objections = objections + 1 where case_id = $1 and id = $2`, caseID, o.NoticeID)
	if err := audit.Queue(&b, r.ReceivedAt, actor, audit.Event{Action: "public.objection", ObjectKind: "objection", ObjectID: r.ID.String(),
		Root: caseID, Division: division, After: map[string]any{"notice": o.NoticeID, "named": o.Name != "", "contact": o.Contact != ""}}); err != nil {
		return err
	}
	if err := tx.SendBatch(ctx, &b).Close(); err != nil {
		return err
	}
	if s.sink == nil {
		return nil
	}
	return s.sink.ObjectionRaised(ctx, tx, caseID, o.NoticeID, r.ID)
}

// allowed holds the limits of the day and finds the same objection sent twice (again), whose receipt is given again. The
// notice's row is locked, so two requests for it do not count past each other.
func (s *Service) allowed(ctx context.Context, tx pgx.Tx, o Objection, caseID uuid.UUID, remote []byte, r *ObjectionReceipt) (again bool, err error) {
	if remote == nil {
		return false, nil
	}
	since := r.ReceivedAt.Add(-24 * time.Hour)
	var all, here int
	var same *uuid.UUID
	var at *time.Time
	err = tx.QueryRow(ctx, `select count(*), count(*) filter (where notice_id = $3),
		(array_agg(id) filter (where notice_id = $3 and text = $4))[1], min(at) filter (where notice_id = $3 and text = $4)
		from objection where remote_blind = $1 and at > $2`, remote, since, o.NoticeID, o.Text).Scan(&all, &here, &same, &at)
	switch {
	case err != nil:
		return false, err
	case same != nil:
		r.ID, r.ReceivedAt = *same, at.In(calendar.Zone)
		return true, nil
	case here >= perNoticeDay:
		return false, tooMany("您今天已对这条公示提出%d次意见，镇街会一并办理；如需补充，请明天再提交或致电镇街。", here)
	case all >= perAddressDay:
		return false, tooMany("今天从这个网络提交的意见已达上限，请明天再试或致电公示栏上的镇街电话。")
	}
	return false, nil
}
