package casework

import (
	"context"
	"encoding/json"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
	"zhongfu/internal/population"
)

// SheetArgs is enqueued with every decision, either way: what the case found out about the family becomes the household's
// sheet, on which changes of policy are tried out. Running it again changes nothing.
type SheetArgs struct {
	CaseID uuid.UUID `json:"case_id" river:"unique"`
}

// Kind names the job.
func (SheetArgs) Kind() string { return "casework.sheet" }

// InsertOpts keeps one such job per case.
func (SheetArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{UniqueOpts: river.UniqueOpts{ByArgs: true}, MaxAttempts: 25}
}

const selectDecided = `select c.household_id, c.urban, d.division, d.facts, d.decided_at, d.result->'pack'->>'digest'
from case_decision d join cases c on c.id = d.case_id where d.case_id = $1`

// WriteSheet writes the sheet of a decided case's household from the facts as decided.
func (s *Service) WriteSheet(ctx context.Context, id uuid.UUID) error {
	return s.db.InTx(ctx, access.System("家庭情况表"), func(tx pgx.Tx) error {
		var r population.Row
		var division int64
		var facts []byte
		var at time.Time
		var digest string
		if err := tx.QueryRow(ctx, selectDecided, id).Scan(&r.Household, &r.Urban, &division, &facts, &at, &digest); err != nil {
			return err
		}
		pack, err := s.packs.ByDigest(ctx, digest)
		if err != nil {
			return err
		}
		var in policy.Input
		if err := json.Unmarshal(facts, &in); err != nil {
			return err
		}
		in.Division = division
		for _, m := range in.Members {
			person, err := uuid.Parse(m.ID)
			if err != nil {
				return err
			}
			r.People = append(r.People, person)
		}
		r.AsOf, r.Source = calendar.DateOf(at), population.SourceDecision
		return population.Save(ctx, tx, pack, s.now(), r, in)
	})
}

type sheetWorker struct {
	river.WorkerDefaults[SheetArgs]
	service *Service
}

func (w *sheetWorker) Work(ctx context.Context, j *river.Job[SheetArgs]) error {
	return w.service.WriteSheet(ctx, j.Args.CaseID)
}
