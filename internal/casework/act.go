package casework

import (
	"context"
	"encoding/json"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/riverqueue/river"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// work is one act on one case: the locked state and everything it will write, sent in one round trip at the end.
type work struct {
	s      *Service
	actor  access.Actor
	now    time.Time
	today  calendar.Date
	st     *state
	step   *stepRow // the open step that is acted on; nil for acts on the case as a whole
	b      *pgx.Batch
	jobs   []river.JobArgs
	text   string // what the actor is told
	result *policy.Result
	before map[string]any
	fresh  bool // facts were changed by this act: result must not be kept from before
}

var errStale = errs.New(errs.Conflict, "stale_version", "案件在您打开之后已有变化，为避免误办没有执行；请刷新页面核对后再办。")

// act says what an act is.
type act struct {
	action  access.Action
	step    string // the step it belongs to; "" = the case as a whole
	version int    // of the case that the actor saw; 0 = not asked
	whole   bool   // needs members and facts
	anyone  bool   // whoever the access table allows, not only the step's own actor
}

// do runs an act: checks who, where, when and how new, lets fn decide, and writes everything with the new version.
func (s *Service) do(ctx context.Context, actor access.Actor, id uuid.UUID, a act, fn func(w *work) error) (CaseState, error) {
	return s.doIn(ctx, actor, id, a, nil, fn)
}

// doIn is do with something of another business written first in the same transaction.
func (s *Service) doIn(ctx context.Context, actor access.Actor, id uuid.UUID, a act, also func(ctx context.Context, tx pgx.Tx) error, fn func(w *work) error) (CaseState, error) {
	if err := access.Check(actor, a.action, access.Listing); err != nil {
		return CaseState{}, err
	}
	var out CaseState
	err := s.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		st, err := s.load(ctx, tx, id, true, a.whole)
		if err != nil {
			return err
		}
		w := &work{s: s, actor: actor, now: s.now(), st: st, b: &pgx.Batch{}}
		w.today = calendar.DateOf(w.now)
		if err := w.admit(a); err != nil {
			return err
		}
		w.before = w.summary()
		if also != nil {
			if err := also(ctx, tx); err != nil {
				return err
			}
		}
		if err := fn(w); err != nil {
			return err
		}
		if err := w.finish(ctx, tx, a.action); err != nil {
			return err
		}
		out = w.state()
		return nil
	})
	return out, err
}

// admit refuses the wrong office, a closed case, a stale page, the wrong step, the wrong duty and the same person twice.
func (w *work) admit(a act) error {
	st := w.st
	if err := access.Check(w.actor, a.action, access.At(st.Division)); err != nil {
		return err
	}
	if st.Status != StatusOpen {
		return refuse("case_closed", "案件已办结（%s），不能再办理。", statusNames[st.Status])
	}
	if a.step == stepConfirm && st.outcome != nil {
		return refuse("already_decided", "该案件已作出决定，不能重复办理；请刷新页面查看结果。")
	}
	if a.version != 0 && a.version != st.Version {
		return errStale
	}
	if a.step == "" {
		return nil
	}
	if w.step = st.open(a.step); w.step == nil {
		return st.notThere(a.step)
	}
	if a.anyone {
		return nil
	}
	return w.entitled(a.step)
}

// notThere says where the case stands instead.
func (st *state) notThere(step string) error {
	var now string
	for i, s := range st.openSteps() {
		if i > 0 {
			now += "、"
		}
		now += st.stepName(s.Step)
	}
	if st.proc.Step(step) == nil {
		return refuse("no_such_step", "这类案件的流程没有这一步骤。")
	}
	return refuse("wrong_step", "案件现在处于“%s”，还不能（或不再需要）办理“%s”；请按当前步骤办理。", now, st.stepName(step))
}

// entitled proves that the actor is the step's own: role and level as the pack says, and none of the incompatible duties
// done before in this case.
func (w *work) entitled(step string) error {
	p := w.st.proc.Step(step)
	if w.actor.IsSystem() {
		return nil
	}
	if string(w.actor.Role) != p.Actor.Role || w.actor.Level != levelOf[p.Actor.Level] {
		return errs.Denied("“%s”由%s的%s办理；您的岗位（%s）不能办理。", p.Name, policy.LevelNames[p.Actor.Level], access.Role(p.Actor.Role).Label(), w.actor.Role.Label())
	}
	return w.apart(step)
}

// apart refuses the person who did an incompatible step of the same case (经办与审批分离).
func (w *work) apart(step string) error {
	for _, d := range w.st.steps {
		if d.DoneBy != nil && *d.DoneBy == w.actor.Staff && w.st.proc.MayNotBoth(d.Step, step) {
			return errs.New(errs.Forbidden, "same_person", "您已办理过本案的“%s”，同一人不能再办理“%s”；请由其他人员办理。", w.st.stepName(d.Step), w.st.stepName(step))
		}
	}
	return nil
}

// evaluate asks the policy once per act.
func (w *work) evaluate() (*policy.Result, error) {
	if w.result == nil || w.fresh {
		res, err := w.st.evaluate(w.today)
		if err != nil {
			return nil, err
		}
		w.result, w.fresh = res, false
	}
	return w.result, nil
}

// addFacts writes facts and lets the policy see them within the same act.
func (w *work) addFacts(facts []newFact) error {
	for _, f := range facts {
		raw, err := json.Marshal(f.value)
		if err != nil {
			return err
		}
		v, err := decodeValue(raw)
		if err != nil {
			return err
		}
		w.st.put(factRow{PersonID: f.person, Key: f.key, Kind: f.kind, Value: v, Note: f.note, Source: f.source, At: w.now, ByName: w.actor.Name})
	}
	w.fresh = true
	return w.queueFacts(facts)
}

// put replaces the fact of the same member, key and kind.
func (st *state) put(f factRow) {
	st.sided = nil
	for i := range st.facts {
		if st.facts[i].Key == f.Key && st.facts[i].Kind == f.Kind && samePerson(st.facts[i].PersonID, f.PersonID) {
			st.facts[i] = f
			return
		}
	}
	st.facts = append(st.facts, f)
}

func samePerson(a, b *uuid.UUID) bool { return a == b || a != nil && b != nil && *a == *b }

func (w *work) summary() map[string]any {
	var open []string
	for _, s := range w.st.openSteps() {
		open = append(open, s.Step)
	}
	return map[string]any{"status": w.st.Status, "steps": open, "version": w.st.Version}
}

const updateCase = `update cases set status = $2, accepted_at = $3, due = $4, closed_at = $5, amount_fen = $6, extended = $7, county_visit = $8,
  pledged = $9, relative_declared = $10, version = version + 1 where id = $1 and version = $11`

// finish sends all that was gathered: the case with its new version, audit, jobs.
func (w *work) finish(ctx context.Context, tx pgx.Tx, action access.Action) error {
	c := &w.st.caseRow
	w.b.Queue(updateCase, c.ID, c.Status, c.AcceptedAt, c.Due, c.ClosedAt, c.AmountFen, c.Extended, c.CountyVisit, c.Pledged, c.RelativeDeclared, c.Version).
		Exec(func(tag pgconn.CommandTag) error {
			if tag.RowsAffected() != 1 { // the lock makes this impossible; if it ever fails, nothing is written
				return errStale
			}
			return nil
		})
	c.Version++
	if err := audit.Queue(w.b, w.now, w.actor, audit.Event{Action: action, ObjectKind: "case", ObjectID: c.Number, Root: c.ID, Division: c.Division,
		Before: w.before, After: w.summary()}); err != nil {
		return err
	}
	if err := tx.SendBatch(ctx, w.b).Close(); err != nil {
		return err
	}
	for _, j := range w.jobs {
		if err := w.s.jobs.Insert(ctx, tx, j); err != nil {
			return err
		}
	}
	return nil
}

// state is the answer to the actor.
func (w *work) state() CaseState { return w.st.answer(w.text) }

func (st *state) answer(text string) CaseState {
	out := CaseState{ID: st.ID, Number: st.Number, Status: st.Status, Version: st.Version, Open: []OpenStep{}, Message: text, Due: st.Due}
	for _, s := range st.openSteps() {
		p := st.proc.Step(s.Step)
		out.Open = append(out.Open, OpenStep{Step: s.Step, Name: p.Name, Role: p.Actor.Role, Office: code12(st.office(p)), Due: s.Due})
	}
	return out
}
