package faultrun

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/exchange"
	"zhongfu/internal/verification"
)

// What a desk has agreed to in a run: seconds for days, and two rounds.
const (
	deskWithin   = 5 * time.Second
	deskAttempts = 2
	atDesk       = `{status: sample, answer_within: 5s, concurrency: 1, batch: 20, attempts: 2, backoff: 300ms, backoff_max: 3s, breaker_after: 6, breaker_for: 2s}`
)

// How a clerk deals with a question; which is which stands in its id.
const (
	prompt  = iota
	mistake // enters something wrong first, is told so, and then what is right
	late    // only after the day has passed and the question has come again
	never
)

// desks are the people at the departments' desks: what they saw and did is their own book.
type desks struct {
	w      *world
	actors []access.Actor
	stop   context.CancelFunc
	done   sync.WaitGroup

	mu    sync.Mutex
	lines map[uuid.UUID]*deskLine
}

// deskLine is a question as a clerk knows it.
type deskLine struct {
	source                            string
	how                               int
	wrong, told                       bool // entered something wrong, and was told
	answered, again, other, otherTold bool
}

func howOf(id uuid.UUID) int {
	switch n := int(id[15]) % 20; {
	case n < 2:
		return never
	case n < 5:
		return late
	case n < 9:
		return mistake
	}
	return prompt
}

// openDesks opens an office of each desk source in each province of the run, with somebody at it.
func (w *world) openDesks(ctx context.Context) error {
	d := &desks{w: w, lines: map[uuid.UUID]*deskLine{}}
	provinces := map[int64]bool{}
	for i := range w.tried {
		provinces[division.At(w.tried[i].division, division.Province)] = true
	}
	for _, src := range w.app.Catalogue.Sources() {
		if src.Transport.Kind != exchange.Desk {
			continue
		}
		for place := range provinces {
			id, name := uuid.New(), src.Name+"窗口"
			lo, hi := division.Range(place)
			if err := w.app.DB.InTx(ctx, system, func(tx pgx.Tx) error {
				_, err := tx.Exec(ctx, `insert into organisation (id, division, level, kind, name, created_at) values ($1, $2, $3, 'department', $4, now())`, id, place, int16(access.Province), name)
				return err
			}); err != nil {
				return err
			}
			boss := access.Actor{Staff: uuid.New(), Name: "试验", Role: access.ProvinceSupervisor, Level: access.Province, Division: place, Lo: lo, Hi: hi}
			if err := w.app.Services.Verification.SetOffice(ctx, boss, src.ID, id, true); err != nil {
				return err
			}
			d.actors = append(d.actors, access.Actor{Staff: uuid.New(), Name: name, Role: access.DepartmentDesk, Level: access.Province, Division: place, Lo: lo, Hi: hi, Organisation: id, OrgName: name})
		}
	}
	var working context.Context
	working, d.stop = context.WithCancel(context.WithoutCancel(ctx))
	for _, actor := range d.actors {
		d.done.Go(func() {
			for working.Err() == nil {
				d.round(working, actor)
				select {
				case <-working.Done():
				case <-time.After(400 * time.Millisecond):
				}
			}
		})
	}
	w.desks = d
	return nil
}

func (d *desks) close() {
	d.stop()
	d.done.Wait()
}

// round goes through what lies on a desk. What a kill or a database that is away spoils is done in the next round, as people do.
func (d *desks) round(ctx context.Context, actor access.Actor) {
	for cursor := ""; ; {
		page, err := d.w.app.Services.Verification.Desk(ctx, actor, verification.DeskFilter{Limit: 100, Cursor: cursor})
		if err != nil {
			return
		}
		for i := range page.Items {
			if ctx.Err() == nil {
				d.deal(ctx, actor, &page.Items[i])
			}
		}
		if cursor = page.Next; cursor == "" {
			return
		}
	}
}

func (d *desks) line(q *verification.DeskQuestion) *deskLine {
	d.mu.Lock()
	defer d.mu.Unlock()
	l := d.lines[q.ID]
	if l == nil {
		l = &deskLine{source: q.Source, how: howOf(q.ID)}
		d.lines[q.ID] = l
	}
	return l
}

func (d *desks) deal(ctx context.Context, actor access.Actor, q *verification.DeskQuestion) {
	l := d.line(q)
	if l.how == never || l.how == late && time.Since(q.AskedAt) < deskWithin+time.Second {
		return
	}
	v := d.w.app.Services.Verification
	form, err := v.DeskOpen(ctx, actor, q.PersonID, q.ID)
	if err != nil {
		return
	}
	class, _ := d.w.app.Catalogue.Class(q.Class)
	question := exchange.Question{ID: q.ID, Class: q.Class, IDNumber: form.IDNumber, Name: form.Name, Authorisation: form.Authorisation, From: form.From}
	d.w.hear(&exchange.Query{Source: q.Source, Questions: []exchange.Question{question}})
	truth, err := d.w.people.Knows(q.Source, class, &question)
	if err != nil {
		return
	}
	right := verification.DeskAnswer{Status: truth.Status, AsOf: truth.AsOf, Note: truth.Note, Records: truth.Records}
	if l.how == mistake && !l.told {
		l.wrong = true
		_, err := v.DeskAnswer(ctx, actor, q.PersonID, q.ID, wrongly(right, int(q.ID[14])))
		if e := errs.As(err); e == nil || len(e.Fields) == 0 {
			return // taken, or the database is away: the books will tell
		}
		l.told = true
	}
	if _, err := v.DeskAnswer(ctx, actor, q.PersonID, q.ID, right); err != nil {
		return
	}
	l.answered = true
	if l.how != mistake {
		return
	}
	// A second click on the same, and somebody else's opinion afterwards.
	_, err = v.DeskAnswer(ctx, actor, q.PersonID, q.ID, right)
	l.again = err == nil
	l.other = true
	other := verification.DeskAnswer{Status: exchange.Unknown, Note: "另一答复"}
	if right.Status == exchange.Unknown {
		other.Status = exchange.None
	}
	_, err = v.DeskAnswer(ctx, actor, q.PersonID, q.ID, other)
	l.otherTold = errs.Is(err, errs.Conflict)
}

// wrongly is an answer that must not be taken: of tomorrow, far too old, or found and nothing there.
func wrongly(right verification.DeskAnswer, which int) verification.DeskAnswer {
	today := clock.Today(clock.System{})
	switch which % 3 {
	case 0:
		right.AsOf = today.AddDays(1)
	case 1:
		right.AsOf = calendar.NewDate(1990, 1, 1)
	default:
		right.Status, right.Records = exchange.Found, nil
	}
	return right
}

// said is how many questions to a source its clerks answered.
func (d *desks) said(source string) (n int) {
	for _, l := range d.lines {
		if l.source == source && l.answered {
			n++
		}
	}
	return n
}

// compareDesks holds the clerks' book against what stands.
func (w *world) compareDesks(ctx context.Context, tx pgx.Tx, r *Report) error {
	rows, err := tx.Query(ctx, `select q.id, q.attempts, q.state, coalesce(n.by_name, '') from inquiry q left join answer n on n.person_id = q.person_id and n.inquiry_id = q.id where q.source = any($1)`, w.deskSources())
	if err != nil {
		return err
	}
	var id uuid.UUID
	var tries int
	var state, by string
	known := map[uuid.UUID]bool{}
	var lost, made, beyond int
	if _, err := pgx.ForEachRow(rows, []any{&id, &tries, &state, &by}, func() error {
		known[id] = true
		l := w.desks.lines[id]
		if tries > deskAttempts {
			beyond++
		}
		switch {
		case l != nil && l.answered && (by == "" || state != "answered"):
			lost++
		case by != "" && (l == nil || l.how == never):
			made++
		}
		return nil
	}); err != nil {
		return err
	}
	var strange, untold, changed int
	how := map[int]int{}
	for id, l := range w.desks.lines {
		how[l.how]++
		if !known[id] {
			strange++
		}
		if l.wrong && l.answered && !l.told {
			untold++
		}
		if l.other && !l.otherTold {
			changed++
		}
		if l.answered {
			how[-1]++
		}
		if l.told {
			how[-2]++
		}
	}
	r.AtDesks = how[-1]
	r.Desk = fmt.Sprintf("窗口：%d 个问题上过窗口，%d 个由窗口人员答复；其中 %d 个先填错、当场被退回 %d 次，%d 个过期后才答，%d 个一直没答。", len(w.desks.lines), how[-1], how[mistake], how[-2], how[late], how[never])
	r.promise("窗口看到的问题都在本方账上", strange)
	r.promise(fmt.Sprintf("没有问题上窗口超过 %d 次", deskAttempts), beyond)
	r.promise("窗口答过的都在，署名在", lost)
	r.promise("窗口没答的没有答复", made)
	r.promise("窗口填错的没有被采用", untold)
	r.promise("窗口的答复没有被后来的改掉", changed)
	return nil
}

func (w *world) deskSources() []string {
	var out []string
	for _, src := range w.app.Catalogue.Sources() {
		if src.Transport.Kind == exchange.Desk {
			out = append(out, src.ID)
		}
	}
	return out
}
