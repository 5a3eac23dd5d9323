package report

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	"github.com/emmansun/gmsm/sm3"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/casework"
	"zhongfu/internal/errs"
	"zhongfu/internal/task"
	"zhongfu/internal/verification"
)

// Why a version was issued.
const (
	First     = "first"
	Answers   = "answers"   // sources answered later
	Objection = "objection" // the town re-checked
)

var whyNames = map[string]string{First: "首次出具", Answers: "有新的答复", Objection: "异议复查"}

// IssueInput issues a report.
type IssueInput struct {
	ID      uuid.UUID `json:"id" doc:"made by the client, so that a second submit issues nothing twice"`
	Version int       `json:"version,omitempty" doc:"of the case that the officer saw"`
	GoOn    bool      `json:"go_on,omitempty" doc:"do not wait for sources that have not answered: they are named and stay unknown"`
	Remark  string    `json:"remark,omitempty" maxLength:"1000"`
}

// edition is a report under way.
type edition struct {
	in     IssueInput
	why    string
	order  order
	group  *group
	check  *casework.Checked
	last   *ReportContent // the version before
	fixed  []ReportCorrection
	also   func(ctx context.Context, tx pgx.Tx) error // written with it
	result *ReportContent
}

// IssueForCase issues the report of a case (出具核对报告), or its next version when sources have answered since. Errors: Conflict while
// no order has been placed, while sources may still answer and the officer does not choose to go on, and where nothing is new.
func (s *Service) IssueForCase(ctx context.Context, actor access.Actor, caseID uuid.UUID, in IssueInput) (Report, error) {
	if err := access.Check(actor, "case.verify", access.Listing); err != nil {
		return Report{}, err
	}
	var id uuid.UUID
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		return tx.QueryRow(ctx, `select id from verification_order where case_id = $1 and kind = 'case' and state not in ('cancelled', 'failed') order by created_at desc limit 1`, caseID).Scan(&id)
	})
	if errors.Is(err, pgx.ErrNoRows) {
		return Report{}, errs.New(errs.Conflict, "no_order", "本案还没有发起核对，请先发起核对。")
	}
	if err != nil {
		return Report{}, err
	}
	return s.issue(ctx, actor, id, uuid.Nil, in)
}

// IssueForHousehold issues the report on one household of a batch or of another department's order.
func (s *Service) IssueForHousehold(ctx context.Context, actor access.Actor, orderID, household uuid.UUID, in IssueInput) (Report, error) {
	if err := access.Check(actor, "case.verify", access.Listing); err != nil {
		return Report{}, err
	}
	return s.issue(ctx, actor, orderID, household, in)
}

func (s *Service) issue(ctx context.Context, actor access.Actor, orderID, household uuid.UUID, in IssueInput) (Report, error) {
	if in.ID == uuid.Nil {
		return Report{}, errs.Bad("id", "缺少报告的编号，请刷新页面后重试。")
	}
	in.Remark = strings.TrimSpace(in.Remark)
	e := &edition{in: in, why: First}
	if err := s.db.InRead(ctx, actor, func(tx pgx.Tx) (err error) { e.order, err = readOrder(ctx, tx, orderID, ""); return err }); err != nil {
		return Report{}, err
	}
	if err := access.Check(actor, "case.verify", access.At(e.order.Division)); err != nil {
		return Report{}, err
	}
	if before, err := s.find(ctx, actor, in.ID); err == nil || !errs.Is(err, errs.NotFound) {
		return before, err
	}
	if err := s.prepare(ctx, e, household); err != nil {
		return Report{}, err
	}
	if n := waiting(e.group); n > 0 && !in.GoOn {
		return Report{}, errs.Bad("go_on", "还有 %d 项查询没有答复。可以继续等待；不再等待的，请勾选先出具报告，未答复的来源会写明，相应项目保持未知。", n)
	}
	if e.last != nil {
		if e.why = Answers; len(changes(e.last, e.result)) == 0 {
			return Report{}, errs.New(errs.Conflict, "nothing_new", "与上一版报告相比没有变化，不需要出具新版。")
		}
	}
	return s.write(ctx, actor, e)
}

// prepare works out the edition: the system reads, since people may be registered elsewhere.
func (s *Service) prepare(ctx context.Context, e *edition, household uuid.UUID) error {
	return s.db.InRead(ctx, system, func(tx pgx.Tx) (err error) {
		if e.order, err = readOrder(ctx, tx, e.order.ID, ""); err != nil {
			return err
		}
		if e.order.State == "preparing" || e.order.State == "cancelled" || e.order.State == "failed" {
			return errs.New(errs.Conflict, "not_ready", "这份核对委托还在准备或已经取消，不能出具报告。")
		}
		if e.order.CaseID != nil {
			if e.check, err = s.cases.Checked(ctx, tx, *e.order.CaseID); err != nil {
				return err
			}
			household = e.check.HouseholdID
		} else {
			of, err := s.cases.CheckedHouseholds(ctx, tx, []uuid.UUID{household})
			if err != nil {
				return err
			}
			e.check = of[household]
		}
		if e.group, err = s.one(ctx, tx, &e.order, household); err != nil {
			return err
		}
		if e.last, err = s.latest(ctx, tx, e.order.ID, household); err != nil {
			return err
		}
		fixed := e.fixed
		if e.last != nil {
			fixed = merge(e.last.Corrections, fixed)
		}
		e.result, err = s.build(ctx, tx, offices{}, &e.order, e.group, e.check, fixed)
		return err
	})
}

// one gathers one household of an order.
func (s *Service) one(ctx context.Context, tx pgx.Tx, o *order, household uuid.UUID) (*group, error) {
	var only []uuid.UUID
	together := household
	if o.CaseID == nil {
		only, together = []uuid.UUID{household}, uuid.Nil
	}
	list, err := s.gather(ctx, tx, o, only, together)
	if err != nil {
		return nil, err
	}
	if len(list) != 1 {
		return nil, errs.Missing("这份委托中的这户家庭")
	}
	return list[0], nil
}

// latest is the newest version of a household's report in an order, or nil.
func (s *Service) latest(ctx context.Context, tx pgx.Tx, orderID, household uuid.UUID) (*ReportContent, error) {
	var sealed []byte
	err := tx.QueryRow(ctx, `select content_sealed from verification_report where order_id = $1 and household_id = $2 order by version desc limit 1`, orderID, household).Scan(&sealed)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return s.open(sealed)
}

// merge keeps the corrections of before unless they were corrected anew.
func merge(before, now []ReportCorrection) []ReportCorrection {
	var out []ReportCorrection
	for _, b := range before {
		again := false
		for _, n := range now {
			again = again || n.Fact == b.Fact && samePerson(n.PersonID, b.PersonID)
		}
		if !again {
			out = append(out, b)
		}
	}
	return append(out, now...)
}

func waiting(g *group) int {
	n := 0
	for _, a := range g.asked {
		if a.state == "waiting" {
			n++
		}
	}
	return n
}

const insertReport = `insert into verification_report (order_id, id, division, household_id, case_id, number, version, why, name, conclusion, differs, over, silent, content_sealed,
  digest, issued_at, by_id, by_name) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`

// write issues the edition, into the case where there is one, in one transaction.
func (s *Service) write(ctx context.Context, actor access.Actor, e *edition) (Report, error) {
	c := e.result
	c.Remark, c.Version = e.in.Remark, 1
	if e.last != nil {
		c.Version, c.Changes = e.last.Version+1, changes(e.last, c)
	}
	place := e.group.division
	if e.check != nil {
		place = e.check.Division
	}
	into := &casework.Reported{Version: e.in.Version, Edition: c.Version, Conclusion: c.Text, Facts: c.facts(), Silent: c.silent(), Differences: c.differences(), Why: whyNames[e.why]}
	insert := func(ctx context.Context, tx pgx.Tx) (err error) {
		now := s.now()
		if err := s.unchanged(ctx, tx, e); err != nil {
			return err
		}
		if e.last != nil {
			c.Number = e.last.Number
		} else if c.Number, err = verification.TakeNumber(ctx, tx, "report", "HB", place, now); err != nil {
			return err
		}
		into.Number = c.Number
		text, err := json.Marshal(c)
		if err != nil {
			return err
		}
		digest := sm3.Sum(text)
		if _, err := tx.Exec(ctx, insertReport, e.order.ID, e.in.ID, place, e.group.household, e.order.CaseID, c.Number, c.Version, e.why, c.Name, c.Conclusion, c.differences(),
			len(c.Limits), len(c.silent()), s.keys.SealBytes(fieldContent, text), digest[:], now, nilID(actor.Staff), actor.Name); err != nil {
			return err
		}
		if e.also != nil {
			if err := e.also(ctx, tx); err != nil {
				return err
			}
		}
		b := &pgx.Batch{}
		if e.order.CaseID != nil {
			task.QueueCloseKind(b, now, *e.order.CaseID, taskAnswered)
		}
		action := access.Action("case.verify")
		if e.why == Objection {
			action = "verification.recheck"
		}
		if err := audit.Queue(b, now, actor, audit.Event{Action: action, ObjectKind: "verification_report", ObjectID: c.Number, Root: e.order.ID, Division: place,
			After: map[string]any{"version": c.Version, "why": e.why, "conclusion": c.Conclusion, "differs": c.differences(), "silent": len(c.silent())}}); err != nil {
			return err
		}
		if err := tx.SendBatch(ctx, b).Close(); err != nil {
			return err
		}
		if s.settings.Chromium == "" {
			return nil
		}
		return s.jobs.Insert(ctx, tx, PDFArgs{OrderID: e.order.ID, ReportID: e.in.ID})
	}
	var err error
	if e.order.CaseID != nil {
		_, err = s.cases.Reported(ctx, e.hand(actor), *e.order.CaseID, into, insert)
	} else {
		err = s.db.InTx(ctx, actor, func(tx pgx.Tx) error { return insert(ctx, tx) })
	}
	if err != nil {
		return Report{}, err
	}
	return s.find(ctx, actor, e.in.ID)
}

// hand is who writes into the case: the officer, or for a re-check by the town the system in the town's name, since the
// verification step is the county's.
func (e *edition) hand(actor access.Actor) access.Actor {
	if e.why != Objection {
		return actor
	}
	return access.System(actor.Name)
}

// unchanged refuses a report on answers or a version that are not the newest any more.
func (s *Service) unchanged(ctx context.Context, tx pgx.Tx, e *edition) error {
	var version, reports int
	if err := tx.QueryRow(ctx, `select version from verification_order where id = $1 for update`, e.order.ID).Scan(&version); err != nil {
		return err
	}
	if err := tx.QueryRow(ctx, `select coalesce(max(version), 0) from verification_report where order_id = $1 and household_id = $2`, e.order.ID, e.group.household).Scan(&reports); err != nil {
		return err
	}
	before := 0
	if e.last != nil {
		before = e.last.Version
	}
	if version != e.order.Version || reports != before {
		return errs.New(errs.Conflict, "just_changed", "答复或报告刚刚有变化，没有出具；请刷新页面核对后再出具。")
	}
	return nil
}

func nilID(id uuid.UUID) *uuid.UUID {
	if id == uuid.Nil {
		return nil
	}
	return &id
}
