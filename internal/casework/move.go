package casework

import (
	"encoding/json"
	"time"

	"github.com/google/uuid"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/task"
)

// Kinds of duties that casework opens.
const (
	taskStep  = "case_step"
	taskVisit = "county_visit"
)

// leave does the step acted on by one of its exits: proves the exit's guards, closes the step and its duty, and opens
// what comes next or ends the case.
func (w *work) leave(action, comment string, data map[string]any, p proof) error {
	def := w.st.proc.Step(w.step.Step)
	exit := exitOf(def, action)
	if exit == nil {
		return refuse("no_such_exit", "这类案件的流程里，“%s”不能这样办理。", def.Name)
	}
	if err := w.prove(exit, p); err != nil {
		return err
	}
	w.closeStep(w.step, action, comment, data)
	open, end, err := w.st.next(exit)
	if err != nil {
		return err
	}
	if end != "" {
		w.end(end)
		return nil
	}
	for _, s := range open {
		if err := w.openStep(s); err != nil {
			return err
		}
	}
	return nil
}

// closeStep marks a step done by the actor.
func (w *work) closeStep(s *stepRow, action, comment string, data map[string]any) {
	if data == nil {
		data = map[string]any{}
	}
	for k, v := range s.Data {
		if _, set := data[k]; !set {
			data[k] = v
		}
	}
	raw, _ := json.Marshal(data) // maps of plain values cannot fail
	s.State, s.ClosedAt, s.Exit, s.DoneBy, s.DoneByName, s.Comment, s.Data = "done", &w.now, &action, nilUUID(w.actor.Staff), w.actor.Name, comment, data
	w.b.Queue(`update case_step set state = 'done', closed_at = $3, exit = $4, done_by = $5, done_by_name = $6, comment = $7, data = $8,
	  started_at = coalesce(started_at, $3) where case_id = $1 and id = $2`,
		w.st.ID, s.ID, w.now, action, s.DoneBy, s.DoneByName, comment, raw)
	task.QueueClose(w.b, w.now, w.st.ID, s.Step)
}

const insertStep = `insert into case_step (case_id, id, division, step, round, state, opened_at, start_by, due)
values ($1, $2, $3, $4, $5, 'open', $6, $7, $8)`

// openStep opens a step with its days and puts it into its office's inbox.
func (w *work) openStep(def *policy.Step) error {
	row, err := w.st.begin(def, w.now)
	if err != nil {
		return err
	}
	w.b.Queue(insertStep, w.st.ID, row.ID, w.st.Division, row.Step, row.Round, row.OpenedAt, row.StartBy, row.Due)
	if err := w.draw(def); err != nil {
		return err
	}
	if def.ID == stepVerification {
		w.jobs = append(w.jobs, VerifyArgs{CaseID: w.st.ID, Round: row.Round})
	}
	return task.QueueOpen(w.b, w.now, w.st.duty(def, row))
}

// begin adds the row of a step that opens now.
func (st *state) begin(def *policy.Step, now time.Time) (stepRow, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return stepRow{}, err
	}
	round := 1
	if before := st.last(def.ID); before != nil {
		round = before.Round + 1
	}
	opened := calendar.DateOf(now)
	row := stepRow{ID: id, Step: def.ID, Round: round, State: "open", OpenedAt: now,
		StartBy: st.dueOf(def.StartsWithin, opened, round), Due: st.dueOf(def.Deadline, opened, round)}
	st.steps = append(st.steps, row)
	return row, nil
}

// duty is the inbox entry of a step.
func (st *state) duty(def *policy.Step, row stepRow) task.Duty {
	due := calendar.DateOf(row.OpenedAt)
	if row.Due != nil {
		due = *row.Due
	}
	return task.Duty{Root: st.ID, Kind: taskStep, Step: def.ID, Division: st.Division, Level: levelOf[def.Actor.Level],
		Role: access.Role(def.Actor.Role), Title: def.Name, Subject: st.subject(), Link: st.link(), Due: due}
}

func (st *state) subject() string { return st.Number + " " + st.ApplicantName }

func (st *state) link() string { return "/cases/" + st.ID.String() }

// office is the division of the office that does a step.
func (st *state) office(def *policy.Step) int64 {
	return division.At(st.Division, division.Level(levelOf[def.Actor.Level]))
}

// end closes the case: nothing stays open behind it.
func (w *work) end(status string) {
	st := w.st
	st.Status, st.ClosedAt = status, &w.now
	for i := range st.steps {
		if s := &st.steps[i]; s.State == "open" {
			s.State, s.ClosedAt = "cancelled", &w.now
		}
	}
	w.b.Queue(`update case_step set state = 'cancelled', closed_at = $2 where case_id = $1 and state = 'open'`, st.ID, w.now)
	task.QueueCloseAll(w.b, w.now, st.ID)
	w.endNotice()
}

// endNotice takes the notice off the board.
func (w *work) endNotice() {
	w.b.Queue(`update notice set ended_at = $2 where case_id = $1 and ended_at is null`, w.st.ID, w.now)
}

const insertEvent = `insert into case_event (case_id, id, division, at, actor_id, actor_name, role, kind, step, text, data)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`

// event adds a line to the timeline.
func (w *work) event(kind, text string, data map[string]any) error {
	step := ""
	if w.step != nil {
		step = w.step.Step
	}
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	if data == nil {
		data = map[string]any{}
	}
	raw, err := json.Marshal(data)
	if err != nil {
		return errs.New(errs.Internal, "event_data", "系统错误：时间线内容无法保存。").Because(err)
	}
	w.b.Queue(insertEvent, w.st.ID, id, w.st.Division, w.now, nilUUID(w.actor.Staff), w.actor.Name, string(w.actor.Role), kind, step, text, raw)
	return nil
}

// paper asks for a paper of the case to be issued, where the step that it belongs to names it.
func (w *work) paper(step, kind string) {
	def := w.st.proc.Step(step)
	if def == nil {
		return
	}
	for _, p := range def.Papers {
		if p == kind {
			round := 1
			if last := w.st.last(step); last != nil {
				round = last.Round
			}
			w.jobs = append(w.jobs, IssuePaperArgs{CaseID: w.st.ID, PaperKind: kind, Round: round})
		}
	}
}
