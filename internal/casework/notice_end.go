package casework

import (
	"context"
	"log/slog"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/clock"
	"zhongfu/internal/errs"
)

// EndNotices ends the notices whose days have run: takes them off the board and, where no objection is open, leads the
// case on. One case at a time, each in its own transaction; a case that cannot go on yet (an open objection) is left for
// the next run. It returns how many cases went on.
func (s *Service) EndNotices(ctx context.Context) (int, error) {
	actor := access.System("公示期满")
	var due []uuid.UUID
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select c.id from cases c where c.status = 'open' and c.id in (
		  select case_id from notice where ended_at is null and last_day < $1
		  union select case_id from case_step where state = 'open' and step = $2 and started_at is not null and due < $1)`, clock.Today(s.clock), stepNotice)
		if err != nil {
			return err
		}
		due, err = pgx.CollectRows(rows, pgx.RowTo[uuid.UUID])
		return err
	})
	if err != nil {
		return 0, err
	}
	moved := 0
	for _, id := range due {
		went, err := s.EndNotice(ctx, id)
		if err != nil {
			// One case must not hold up the others; the next run tries again.
			slog.ErrorContext(ctx, "notice could not be ended", "case", id, "cause", err)
			continue
		}
		if went {
			moved++
		}
	}
	return moved, nil
}

// EndNotice ends the notice of one case where its days have run, and tells whether the case went on.
func (s *Service) EndNotice(ctx context.Context, id uuid.UUID) (went bool, err error) {
	actor := access.System("公示期满")
	_, err = s.do(ctx, actor, id, act{action: "case.notice"}, func(w *work) error {
		went = false
		if w.st.noticeLastDay == nil || w.today <= *w.st.noticeLastDay {
			return errNothingToDo
		}
		w.b.Queue(`update notice set ended_at = $2 where case_id = $1 and ended_at is null and last_day < $3`, w.st.ID, w.now, w.today)
		w.step = w.st.open(stepNotice)
		if w.step == nil || w.step.StartedAt == nil {
			return nil
		}
		if err := w.leave(actFinishNotice, "公示期满，无未处理的异议", nil, proof{}); err != nil {
			if errs.Is(err, errs.Conflict) {
				return errNothingToDo // an objection waits for its answer
			}
			return err
		}
		went = true
		return w.event("notice_ended", "公示期满，无未处理的异议，自动进入下一步", nil)
	})
	if errs.As(err) == errNothingToDo {
		return false, nil
	}
	return went, err
}

var errNothingToDo = errs.New(errs.Conflict, "nothing_to_do", "没有需要办理的内容。")
