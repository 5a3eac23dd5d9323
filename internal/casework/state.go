package casework

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// caseRow is a row of cases.
type caseRow struct {
	ID                        uuid.UUID
	Number                    string
	Division, HandedIn        int64
	HouseholdID, ApplicantID  uuid.UUID
	ApplicantName             string
	MemberCount               int
	Item                      string
	Pack, PackVersion, Digest string
	Procedure                 string
	Status                    string
	Urban                     bool
	Proxy                     string
	RelativeDeclared, Pledged bool
	CountyVisit               string
	Extended                  bool
	SubmittedAt               time.Time
	AcceptedAt                *time.Time
	Due                       *calendar.Date
	ClosedAt                  *time.Time
	AmountFen                 *int64
	Version                   int
}

const selectCase = `select id, number, division, handed_in_division, household_id, applicant_id, applicant_name, member_count, item, pack,
  pack_version, pack_digest, procedure, status, urban, by_proxy, relative_declared, pledged, county_visit, extended, submitted_at,
  accepted_at, due, closed_at, amount_fen, version from cases where id = $1`

func (c *caseRow) scan(row pgx.Row) error {
	return row.Scan(&c.ID, &c.Number, &c.Division, &c.HandedIn, &c.HouseholdID, &c.ApplicantID, &c.ApplicantName, &c.MemberCount, &c.Item, &c.Pack,
		&c.PackVersion, &c.Digest, &c.Procedure, &c.Status, &c.Urban, &c.Proxy, &c.RelativeDeclared, &c.Pledged, &c.CountyVisit, &c.Extended, &c.SubmittedAt,
		&c.AcceptedAt, &c.Due, &c.ClosedAt, &c.AmountFen, &c.Version)
}

// stepRow is a row of case_step.
type stepRow struct {
	ID         uuid.UUID
	Step       string
	Round      int
	State      string
	OpenedAt   time.Time
	StartBy    *calendar.Date
	StartedAt  *time.Time
	Due        *calendar.Date
	ClosedAt   *time.Time
	Exit       *string
	DoneBy     *uuid.UUID
	DoneByName string
	Comment    string
	Data       map[string]any
}

const selectSteps = `select id, step, round, state, opened_at, start_by, started_at, due, closed_at, exit, done_by, done_by_name, comment, data
from case_step where case_id = $1 order by opened_at, id`

func scanSteps(rows pgx.Rows) ([]stepRow, error) {
	var out []stepRow
	var s stepRow
	var data []byte
	_, err := pgx.ForEachRow(rows, []any{&s.ID, &s.Step, &s.Round, &s.State, &s.OpenedAt, &s.StartBy, &s.StartedAt, &s.Due, &s.ClosedAt, &s.Exit, &s.DoneBy, &s.DoneByName, &s.Comment, &data}, func() error {
		row := s
		row.Data = nil
		if err := json.Unmarshal(data, &row.Data); err != nil {
			return err
		}
		out = append(out, row)
		return nil
	})
	return out, err
}

// facts about a case that guards ask for, in one row.
const selectStanding = `select
  (select count(*) from case_member m where m.case_id = $1 and not exists
    (select from case_authorisation a where a.case_id = $1 and a.person_id = m.person_id and a.withdrawn_at is null)),
  (select coalesce(array_agg(a.person_id), '{}') from case_authorisation a where a.case_id = $1 and a.withdrawn_at is null),
  (select n.id from notice n where n.case_id = $1 and (n.ended_at is null or n.ended_at::date > n.last_day) order by n.id desc limit 1),
  (select n.posted_on from notice n where n.case_id = $1 and (n.ended_at is null or n.ended_at::date > n.last_day) order by n.id desc limit 1),
  (select n.last_day from notice n where n.case_id = $1 and (n.ended_at is null or n.ended_at::date > n.last_day) order by n.id desc limit 1),
  (select count(*) from objection o where o.case_id = $1 and o.handled_at is null),
  (select d.outcome from case_decision d where d.case_id = $1),
  (select d.decided_at from case_decision d where d.case_id = $1),
  (select d.reason from case_decision d where d.case_id = $1)`

// standing is what selectStanding says. A notice that was cut short by a new survey counts no more.
type standing struct {
	unauthorised   int // members without a valid authorisation
	authorised     []uuid.UUID
	noticeID       *uuid.UUID
	noticePosted   *calendar.Date
	noticeLastDay  *calendar.Date
	openObjections int
	outcome        *string // of the decision
	decidedAt      *time.Time
	decisionReason *string
}

func (s *standing) scan(row pgx.Row) error {
	return row.Scan(&s.unauthorised, &s.authorised, &s.noticeID, &s.noticePosted, &s.noticeLastDay, &s.openObjections, &s.outcome, &s.decidedAt, &s.decisionReason)
}

// state is a case with all that its procedure depends on.
type state struct {
	caseRow
	standing
	steps   []stepRow
	pack    *policy.Pack
	proc    *policy.Procedure
	members []memberRow // only when asked for
	facts   []factRow
	sided   []side // the facts side by side, nil until asked for
}

// load reads a case in one round trip. lock keeps it for this transaction; whole adds members and facts.
func (s *Service) load(ctx context.Context, tx pgx.Tx, id uuid.UUID, lock, whole bool) (*state, error) {
	st := &state{}
	b := &pgx.Batch{}
	query := selectCase
	if lock {
		query += " for no key update" // events and tasks that refer to the case may still be added beside it
	}
	b.Queue(query, id)
	b.Queue(selectSteps, id)
	b.Queue(selectStanding, id)
	if whole {
		b.Queue(selectMembers, id)
		b.Queue(selectFacts, id)
	}
	res := tx.SendBatch(ctx, b)
	defer res.Close()
	if err := st.caseRow.scan(res.QueryRow()); err != nil {
		if errors.Is(err, pgx.ErrNoRows) {
			return nil, errs.Missing("该案件")
		}
		return nil, err
	}
	rows, err := res.Query()
	if err != nil {
		return nil, err
	}
	if st.steps, err = scanSteps(rows); err != nil {
		return nil, err
	}
	if err = st.standing.scan(res.QueryRow()); err != nil {
		return nil, err
	}
	if whole {
		if err := st.readWhole(res); err != nil {
			return nil, err
		}
	}
	if err := res.Close(); err != nil {
		return nil, err
	}
	return st, s.bind(st)
}

func (st *state) readWhole(res pgx.BatchResults) error {
	rows, err := res.Query()
	if err != nil {
		return err
	}
	if st.members, err = scanMembers(rows); err != nil {
		return err
	}
	if rows, err = res.Query(); err != nil {
		return err
	}
	st.facts, err = scanFacts(rows)
	return err
}

// bind finds the pack and the procedure of the case.
func (s *Service) bind(st *state) (err error) {
	if st.pack, err = s.packNamed(st.Pack); err != nil {
		return err
	}
	if st.proc = st.pack.Procedure(st.Procedure); st.proc == nil {
		return errs.New(errs.Unavailable, "procedure_missing", "政策包 %s 里已没有流程 %s，案件暂时不能办理；请联系管理员。", st.Pack, st.Procedure)
	}
	return nil
}

// open returns the open row of a step, or nil.
func (st *state) open(step string) *stepRow {
	for i := range st.steps {
		if st.steps[i].Step == step && st.steps[i].State == "open" {
			return &st.steps[i]
		}
	}
	return nil
}

// last returns the newest row of a step, or nil.
func (st *state) last(step string) *stepRow {
	for i := len(st.steps) - 1; i >= 0; i-- {
		if st.steps[i].Step == step {
			return &st.steps[i]
		}
	}
	return nil
}

// lastDone returns the newest row of a step that was done, or nil.
func (st *state) lastDone(step string) *stepRow {
	for i := len(st.steps) - 1; i >= 0; i-- {
		if st.steps[i].Step == step && st.steps[i].State == "done" {
			return &st.steps[i]
		}
	}
	return nil
}

// openSteps lists the steps that wait for somebody.
func (st *state) openSteps() []*stepRow {
	var out []*stepRow
	for i := range st.steps {
		if st.steps[i].State == "open" {
			out = append(out, &st.steps[i])
		}
	}
	return out
}

func (st *state) stepName(id string) string {
	if p := st.proc.Step(id); p != nil {
		return p.Name
	}
	return id
}
