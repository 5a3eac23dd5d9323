package report

import (
	"context"
	"encoding/json"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/casework"
	"zhongfu/internal/task"
)

// Duties that follow an answered order.
const (
	taskAnswered = "verification_answered" // the officer issues the report
	taskDiffers  = "reverification"        // the town looks at a household that differs (57号 re-verification)
)

// chunk is how many households are worked out in one transaction.
const chunk = 200

const nextHouseholds = `select distinct group_id as h from verification_subject
where order_id = $1 and group_id > $2 order by h limit $3`

// Summarise works out what an order found about each household, once nothing of it waits any more, and tells those who must act: the
// officer of a case, the towns of a batch where a household differs from what its benefit stands on. Again with the same answers it
// changes nothing.
func (s *Service) Summarise(ctx context.Context, orderID uuid.UUID) error {
	after := uuid.Nil
	for {
		more := false
		err := s.db.InTx(ctx, system, func(tx pgx.Tx) error {
			o, err := readOrder(ctx, tx, orderID, "")
			if err != nil || o.State == "cancelled" {
				return err
			}
			if o.CaseID != nil {
				return s.summariseCase(ctx, tx, &o)
			}
			rows, err := tx.Query(ctx, nextHouseholds, orderID, after, chunk)
			if err != nil {
				return err
			}
			ids, err := pgx.CollectRows(rows, pgx.RowTo[uuid.UUID])
			if err != nil || len(ids) == 0 {
				return err
			}
			more, after = true, ids[len(ids)-1]
			return s.summariseHouseholds(ctx, tx, &o, ids)
		})
		if err != nil || !more {
			return err
		}
	}
}

func (s *Service) summariseHouseholds(ctx context.Context, tx pgx.Tx, o *order, ids []uuid.UUID) error {
	groups, err := s.gather(ctx, tx, o, ids, uuid.Nil)
	if err != nil {
		return err
	}
	checked := map[uuid.UUID]*casework.Checked{}
	if o.Kind == "batch" {
		if checked, err = s.cases.CheckedHouseholds(ctx, tx, ids); err != nil {
			return err
		}
	}
	open, err := haveOpen(ctx, tx, ids, taskDiffers)
	if err != nil {
		return err
	}
	b, known := &pgx.Batch{}, offices{}
	for _, g := range groups {
		c, err := s.build(ctx, tx, known, o, g, checked[g.household], nil)
		if err != nil {
			return err
		}
		if err := s.queueHousehold(b, o, g, c); err != nil {
			return err
		}
		if o.Kind != "batch" || c.differences()+len(c.Moved) == 0 && c.Conclusion != Exceeds || checked[g.household] == nil || open[g.household] {
			continue
		}
		due := s.dueWorking(term(checked[g.household].Pack, "reverification_days", g.division, s.today()).N)
		if err := task.QueueOpen(b, s.now(), task.Duty{Root: g.household, Kind: taskDiffers, Division: g.division, Level: access.Town, Role: access.TownClerk, Title: "核实复核差异",
			Subject: o.Number + " " + c.Name, Link: "/verification/orders/" + o.ID.String() + "/households/" + g.household.String(), Due: due}); err != nil {
			return err
		}
	}
	return tx.SendBatch(ctx, b).Close()
}

func (s *Service) summariseCase(ctx context.Context, tx pgx.Tx, o *order) error {
	check, err := s.cases.Checked(ctx, tx, *o.CaseID)
	if err != nil {
		return err
	}
	g, err := s.one(ctx, tx, o, check.HouseholdID)
	if err != nil {
		return err
	}
	last, err := s.latest(ctx, tx, o.ID, check.HouseholdID)
	if err != nil {
		return err
	}
	var fixed []ReportCorrection
	if last != nil {
		fixed = last.Corrections
	}
	c, err := s.build(ctx, tx, offices{}, o, g, check, fixed)
	if err != nil {
		return err
	}
	b := &pgx.Batch{}
	if err := s.queueHousehold(b, o, g, c); err != nil {
		return err
	}
	open, err := haveOpen(ctx, tx, []uuid.UUID{check.CaseID}, taskAnswered)
	if err != nil {
		return err
	}
	title := "核对已答复，请出具报告"
	if last != nil {
		title = "核对有新的答复，请补充报告"
	}
	act := check.Status == "open" && !check.Decided && (last == nil && check.Step != nil || last != nil && len(changes(last, c)) > 0)
	if act && !open[check.CaseID] {
		due := s.dueWorking(3)
		if check.Step != nil && check.Step.Due != nil {
			due = *check.Step.Due
		}
		if err := task.QueueOpen(b, s.now(), task.Duty{Root: check.CaseID, Kind: taskAnswered, Division: check.Division, Level: access.County, Role: access.VerificationOfficer,
			Title: title, Subject: check.Number + " " + check.Applicant, Link: "/cases/" + check.CaseID.String(), Due: due}); err != nil {
			return err
		}
	}
	return tx.SendBatch(ctx, b).Close()
}

const upsertHousehold = `insert into verification_household as h (order_id, household_id, division, case_id, name, people, item, conclusion, differs, over, moved, silent, content_sealed, computed_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
on conflict on constraint verification_household_pkey do update set division = excluded.division, name = excluded.name, people = excluded.people, item = excluded.item,
  conclusion = excluded.conclusion, differs = excluded.differs, over = excluded.over, moved = excluded.moved, silent = excluded.silent, content_sealed = excluded.content_sealed,
  computed_at = excluded.computed_at`

func (s *Service) queueHousehold(b *pgx.Batch, o *order, g *group, c *ReportContent) error {
	text, err := json.Marshal(c)
	if err != nil {
		return err
	}
	b.Queue(upsertHousehold, o.ID, g.household, g.division, o.CaseID, c.Name, len(g.people), c.Item, c.Conclusion, c.differences(), len(c.Limits), len(c.Moved), len(c.silent()),
		s.keys.SealBytes(fieldContent, text), s.now().Round(time.Microsecond))
	return nil
}

// haveOpen tells for which roots a duty of that kind is open.
func haveOpen(ctx context.Context, tx pgx.Tx, roots []uuid.UUID, kind string) (map[uuid.UUID]bool, error) {
	rows, err := tx.Query(ctx, `select root_id from task where root_id = any($1) and kind = $2 and closed_at is null`, roots, kind)
	if err != nil {
		return nil, err
	}
	open := map[uuid.UUID]bool{}
	var root uuid.UUID
	_, err = pgx.ForEachRow(rows, []any{&root}, func() error { open[root] = true; return nil })
	return open, err
}
