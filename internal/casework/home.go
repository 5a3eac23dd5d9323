package casework

import (
	"context"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/division"
	"zhongfu/internal/policy"
	"zhongfu/internal/task"
)

// Row-level security narrows every count to the actor's range.
const (
	countSteps = `select step, count(*), count(*) filter (where due < $1) from case_step where state = 'open' and division between $2 and $3 group by step`
	countCases = `select (select count(*) from cases where status = 'open' and division between $2 and $3),
  (select count(*) from cases where submitted_at >= $1 and division between $2 and $3)`
	countDecisions = `select count(*) filter (where outcome = 'confirmed'), count(*) filter (where outcome = 'refused')
from case_decision where decided_at >= $1 and division between $2 and $3`
	countAreas = `select part, coalesce(open, 0), coalesce(late, 0), coalesce(confirmed, 0) from
  (select division / $4 part, count(distinct case_id) open, count(distinct case_id) filter (where due < $1) late
    from case_step where state = 'open' and division between $2 and $3 group by 1) o
  full join (select division / $4 part, count(*) confirmed
    from case_decision where outcome = 'confirmed' and decided_at >= $5 and division between $2 and $3 group by 1) d using (part)`
)

// Home returns the numbers of the home page in one round trip. Whoever may not list cases or duties gets zeros.
func (s *Service) Home(ctx context.Context, actor access.Actor) (HomeNumbers, error) {
	if err := access.Check(actor, "home.read", access.Listing); err != nil {
		return HomeNumbers{}, err
	}
	today := s.today()
	out := HomeNumbers{Today: today, CasesByStep: []StepCount{}, Areas: []AreaLateness{}}
	if access.Check(actor, "case.list", access.Listing) != nil {
		return out, nil
	}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		out.CasesByStep, out.Areas = out.CasesByStep[:0], out.Areas[:0]
		b := &pgx.Batch{}
		b.Queue(task.CountQuery, task.CountArgs(actor, today)...)
		month := today.MonthStart().Time()
		b.Queue(countSteps, today, actor.Lo, actor.Hi)
		b.Queue(countCases, month, actor.Lo, actor.Hi)
		b.Queue(countDecisions, month, actor.Lo, actor.Hi)
		width := areaWidth(actor)
		if width != 0 {
			b.Queue(countAreas, today, actor.Lo, actor.Hi, width, month)
		}
		res := tx.SendBatch(ctx, b)
		defer res.Close()
		tasks, err := task.ScanCounts(res.QueryRow())
		if err != nil {
			return err
		}
		out.TasksOpen, out.TasksSoon, out.TasksLate, out.TasksEscalated = tasks.Office, tasks.Soon, tasks.Late, tasks.Escalated
		if err := s.scanSteps(res, &out); err != nil {
			return err
		}
		if err := res.QueryRow().Scan(&out.CasesOpen, &out.SubmittedThisMonth); err != nil {
			return err
		}
		if err := res.QueryRow().Scan(&out.ConfirmedThisMonth, &out.RefusedThisMonth); err != nil {
			return err
		}
		if width == 0 {
			return nil
		}
		return s.scanAreas(res, width, &out)
	})
	return out, err
}

// areaWidth is how many codes a division of the level below covers; 0 where there is no comparison to make. Below a city
// without counties come its towns.
func areaWidth(actor access.Actor) int64 {
	switch {
	case actor.Level == access.Province:
		return 1e8
	case actor.Level == access.City && !division.WithoutCounties(actor.Division):
		return 1e6
	case actor.Level == access.City, actor.Level == access.County:
		return 1e3
	}
	return 0
}

func (s *Service) scanSteps(res pgx.BatchResults, out *HomeNumbers) error {
	rows, err := res.Query()
	if err != nil {
		return err
	}
	var c StepCount
	if _, err = pgx.ForEachRow(rows, []any{&c.Step, &c.Count, &c.Late}, func() error {
		row := c
		row.Name = s.stepName(c.Step)
		out.CasesByStep = append(out.CasesByStep, row)
		return nil
	}); err != nil {
		return err
	}
	order := s.stepOrder()
	slices.SortFunc(out.CasesByStep, func(a, b StepCount) int { return order[a.Step] - order[b.Step] })
	return nil
}

func (s *Service) scanAreas(res pgx.BatchResults, width int64, out *HomeNumbers) error {
	rows, err := res.Query()
	if err != nil {
		return err
	}
	var part int64
	var a AreaLateness
	if _, err = pgx.ForEachRow(rows, []any{&part, &a.Open, &a.Late, &a.Confirmed}, func() error {
		code := part * width
		row := a
		row.Division, row.DivisionName = code12(code), s.places.Name(code)
		out.Areas = append(out.Areas, row)
		return nil
	}); err != nil {
		return err
	}
	slices.SortFunc(out.Areas, func(a, b AreaLateness) int {
		if a.Late != b.Late {
			return b.Late - a.Late
		}
		if a.Open != b.Open {
			return b.Open - a.Open
		}
		return strings.Compare(a.Division, b.Division)
	})
	return nil
}

// stepName names a step whichever procedure it belongs to.
func (s *Service) stepName(id string) string {
	for _, p := range s.packs.All(s.today()) {
		if name := stepNameIn(p, id); name != id {
			return name
		}
	}
	return id
}

func stepNameIn(pack *policy.Pack, id string) string {
	for _, q := range pack.Procedures() {
		if d := q.Step(id); d != nil {
			return d.Name
		}
	}
	return id
}

// stepOrder puts steps into the order in which procedures run through them.
func (s *Service) stepOrder() map[string]int {
	order := map[string]int{}
	for _, p := range s.packs.All(s.today()) {
		for _, q := range p.Procedures() {
			for i, d := range q.Steps {
				if _, known := order[d.ID]; !known {
					order[d.ID] = i
				}
			}
		}
	}
	return order
}

// provinceOf is a place for asking what may be applied for where none is named.
func provinceOf(actor access.Actor) int64 {
	if actor.Division != 0 {
		return actor.Division
	}
	return division.At(actor.Lo, division.Province)
}
