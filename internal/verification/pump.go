package verification

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/exchange"
)

// hold is how long a process may work on a source without saying so again. After a kill another takes over within it.
const hold = 8 * time.Second

// pause is how often an idle source is looked at; rest is how long after an error of ours.
const (
	pause = time.Second
	rest  = 3 * time.Second
)

// pump asks one source what waits for it, with as many messages at a time as the source allows, and takes what it has laid
// down, until ctx ends or the program stops. One process at a time holds a source, so that its rate and its number of messages
// hold for all of them together. A database that is away for a while is waited for.
func (s *Service) pump(ctx context.Context, source string) {
	src := s.catalogue.Source(source)
	if src == nil || s.carriers[src.Transport.Kind] == nil {
		return
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() {
		select {
		case <-s.over:
			cancel()
		case <-ctx.Done():
		}
	}()
	tick := time.NewTimer(0)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		next := pause
		if err := s.round(ctx, src); err != nil && ctx.Err() == nil {
			slog.WarnContext(ctx, "exchange: a source could not be worked on", "source", source, "error", err)
			next = rest
		}
		tick.Reset(next)
	}
}

// round is one look at a source.
func (s *Service) round(ctx context.Context, src *exchange.Source) error {
	if s.swept.due() {
		if err := s.sweep(ctx); err != nil {
			return err
		}
	}
	if err := s.fetch(ctx, src); err != nil {
		return err
	}
	if err := s.expire(ctx, src); err != nil {
		return err
	}
	free, err := s.may(ctx, src)
	if err != nil || !free {
		return err
	}
	return s.drain(ctx, src)
}

// may tells whether there is something to ask and the source may be asked now: within its hours, not paused, its breaker
// closed or due for a try, and not held by another process.
func (s *Service) may(ctx context.Context, src *exchange.Source) (bool, error) {
	now := s.now()
	if !openAt(src.Service.Hours, now) {
		return false, nil
	}
	var ok bool
	err := s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		ok = false
		var waits bool
		if err := tx.QueryRow(ctx, `select exists (select from inquiry where source = $1 and state = 'waiting' and next_at <= $2)`, src.ID, now).Scan(&waits); err != nil || !waits {
			return err
		}
		var err error
		ok, err = s.take(ctx, tx, src, now)
		return err
	})
	return ok, err
}

// take takes or keeps the hold of a source.
func (s *Service) take(ctx context.Context, tx pgx.Tx, src *exchange.Source, now time.Time) (bool, error) {
	tag, err := tx.Exec(ctx, `insert into exchange_source as e (source, holder, held_until) values ($1, $2, $4)
on conflict (source) do update set holder = $2, held_until = $4
where not e.paused and (e.open_until is null or e.open_until <= $3) and (e.holder is null or e.holder = $2 or e.held_until < $3)`,
		src.ID, s.process, now, now.Add(hold))
	return err == nil && tag.RowsAffected() == 1, err
}

// keep is take for each message: the hold is written anew when half of it has passed, and only read before, so that the messages of
// a source do not wait for each other.
func (s *Service) keep(ctx context.Context, src *exchange.Source, now time.Time) (ours bool, err error) {
	err = s.db.InRead(ctx, system, func(tx pgx.Tx) error {
		return tx.QueryRow(ctx, `select exists (select from exchange_source where source = $1 and holder = $2 and held_until > $4 and not paused and (open_until is null or open_until <= $3))`,
			src.ID, s.process, now, now.Add(hold/2)).Scan(&ours)
	})
	if err != nil || ours {
		return ours, err
	}
	err = s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		ours, err = s.take(ctx, tx, src, now)
		return err
	})
	return ours, err
}

// drain sends messages until nothing waits, the hold is lost or the breaker opens. An open breaker lets one message try.
func (s *Service) drain(ctx context.Context, src *exchange.Source) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	workers := max(1, src.Service.Concurrency)
	if broken, err := s.broken(ctx, src); err != nil || broken {
		if err != nil {
			return err
		}
		workers = 1
	}
	pace := newPace(src.Service.PerSecond)
	var group sync.WaitGroup
	fail := make(chan error, workers)
	for range workers {
		group.Go(func() {
			for ctx.Err() == nil {
				more, err := s.exchange(ctx, src, pace)
				if err != nil {
					fail <- err
					stop()
					return
				}
				if !more {
					return
				}
			}
		})
	}
	group.Wait()
	close(fail)
	return <-fail
}

func (s *Service) broken(ctx context.Context, src *exchange.Source) (broken bool, err error) {
	err = s.db.InRead(ctx, system, func(tx pgx.Tx) error {
		err := tx.QueryRow(ctx, `select open_until is not null from exchange_source where source = $1`, src.ID).Scan(&broken)
		if errors.Is(err, pgx.ErrNoRows) {
			return nil
		}
		return err
	})
	return broken, err
}

// exchange is one message: on the books, sent, and what came back recorded. It answers false where nothing waits or the
// source is no longer ours to ask.
func (s *Service) exchange(ctx context.Context, src *exchange.Source, pace *pace) (more bool, err error) {
	if !pace.wait(ctx) {
		return false, nil
	}
	ours, err := s.keep(ctx, src, s.now())
	if err != nil || !ours || !openAt(src.Service.Hours, s.now()) {
		return false, err
	}
	gathering, ended := touching(context.WithoutCancel(ctx))
	m, err := s.claim(gathering, src) // cut off at its commit, it would be on the books and never leave
	if err != nil || m == nil {
		return false, err
	}
	if m.refused > 0 {
		if err := s.settle(ctx, ended.ids()); err != nil {
			return false, err
		}
	}
	if len(m.query.Questions) == 0 {
		return true, nil
	}
	return true, s.send(context.WithoutCancel(ctx), src, m)
}

// send carries a message and records what comes back. It is not cancelled with the program's stop: what was asked is paid.
func (s *Service) send(ctx context.Context, src *exchange.Source, m *message) error {
	timed, cancel := context.WithTimeout(ctx, max(src.Service.AnswerWithin, time.Second))
	defer cancel()
	reply, raw, err := s.carriers[src.Transport.Kind].Send(timed, src, m.query)
	var fault *exchange.Fault
	switch {
	case errors.Is(err, exchange.ErrLater):
		return s.accepted(ctx, m.id)
	case err == nil && reply.Message != m.id:
		fault = &exchange.Fault{Kind: exchange.BadAnswer, Detail: "答复的不是这条消息"}
	case err == nil:
		_, err = s.Record(ctx, src.ID, reply, raw)
		if err != nil {
			slog.ErrorContext(ctx, "exchange: an answer could not be recorded", "source", src.ID, "message", m.id, "error", err)
			fault = &exchange.Fault{Kind: exchange.BadAnswer, Detail: "答复无法登记", Cause: err}
		}
	case !errors.As(err, &fault):
		fault = &exchange.Fault{Kind: exchange.Down, Detail: "无法送达", Cause: err}
	}
	if fault == nil {
		return nil
	}
	return s.failed(ctx, src, m.id, fault)
}

func (s *Service) accepted(ctx context.Context, id uuid.UUID) error {
	return s.db.InTx(ctx, system, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `update exchange_message set state = 'accepted' where id = $1 and state = 'sent'`, id)
		return err
	})
}

// expire fails the messages of a source whose time has passed: those that a killed program had sent, and those that a source
// has taken and not answered.
func (s *Service) expire(ctx context.Context, src *exchange.Source) error {
	for {
		var late []uuid.UUID
		err := s.db.InRead(ctx, system, func(tx pgx.Tx) error {
			rows, err := tx.Query(ctx, `select id from exchange_message where source = $1 and state in ('sent', 'accepted') and answer_due < $2 order by answer_due limit 100`, src.ID, s.now())
			if err != nil {
				return err
			}
			late, err = pgx.CollectRows(rows, pgx.RowTo[uuid.UUID])
			return err
		})
		if err != nil || len(late) == 0 {
			return err
		}
		for _, id := range late {
			if err := s.failed(ctx, src, id, &exchange.Fault{Kind: exchange.Slow, Detail: "已过约定的答复时间"}); err != nil {
				return err
			}
		}
	}
}
