package rulebook

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"zhongfu/internal/access"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/mutate"
)

// Queue puts jobs into the database; package job provides it.
type Queue interface {
	Insert(ctx context.Context, tx pgx.Tx, args river.JobArgs) error
}

// ProveWith connects the queue for proofs. Without it a check tells nothing of them.
func (s *Service) ProveWith(q Queue) { s.queue = q }

// Proof tells how well a text's worked cases prove it: every rule written in the pack is changed a little, one at a time, and
// a case should notice. It is worked out in the background after a check.
type Proof struct {
	State     string          `json:"state" enum:"none,waiting,running,done,failed"`
	Tried     int             `json:"tried" doc:"texts tried so far"`
	Texts     int             `json:"texts" doc:"texts of the pack"`
	Mutants   int             `json:"mutants" doc:"changes tried"`
	Caught    int             `json:"caught" doc:"changes that a case noticed"`
	Score     float64         `json:"score" doc:"per cent noticed"`
	Wanted    int             `json:"wanted" doc:"per cent that should be noticed"`
	Good      bool            `json:"good"`
	Survivors []ProofSurvivor `json:"survivors" doc:"changes that no case noticed, fifty at most"`
}

// ProofSurvivor is a changed rule that no case noticed.
type ProofSurvivor struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Where    string `json:"where" doc:"rule income"`
	Original string `json:"original"`
	Mutant   string `json:"mutant"`
	Hint     string `json:"hint" doc:"which case would notice"`
}

const mostSurvivors = 50

// steps are how often the progress of a proof is written down.
const steps = 40

// ProveArgs is the job that proves a draft's text; the digest is of the text that was checked.
type ProveArgs struct {
	Digest string    `json:"digest" river:"unique"`
	Draft  uuid.UUID `json:"draft"`
}

// Kind names the job.
func (ProveArgs) Kind() string { return "rulebook.prove" }

// InsertOpts makes one job of one text, however often it is checked.
func (ProveArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{MaxAttempts: 2, UniqueOpts: river.UniqueOpts{ByArgs: true}}
}

type proveWorker struct {
	river.WorkerDefaults[ProveArgs]
	service *Service
}

// Timeout is far above any pack: the largest takes half a minute.
func (w *proveWorker) Timeout(*river.Job[ProveArgs]) time.Duration { return 20 * time.Minute }

// Work proves the draft, telling how far it is, and keeps what came out with the job. A draft that was changed since is left
// alone: its next check asks again.
func (w *proveWorker) Work(ctx context.Context, j *river.Job[ProveArgs]) error {
	client := river.ClientFromContext[pgx.Tx](ctx)
	told := 0
	p, err := w.service.prove(ctx, j.Args, func(p Proof) {
		if part := p.Tried * steps / p.Texts; part > told {
			told = part
			if _, err := client.JobUpdate(ctx, j.ID, &river.JobUpdateParams{Output: p}); err != nil {
				slog.Warn("the progress of a proof is not kept", "error", err)
			}
		}
	})
	if err != nil {
		return err
	}
	return river.RecordOutput(ctx, p)
}

// Workers adds this package's worker to the program's.
func Workers(to *river.Workers, s *Service) { river.AddWorker(to, &proveWorker{service: s}) }

var errChanged = errors.New("rulebook: the draft was changed after its check")

func (s *Service) prove(ctx context.Context, a ProveArgs, tell func(Proof)) (Proof, error) {
	out := Proof{State: "running", Wanted: mutate.Wanted, Survivors: []ProofSurvivor{}}
	var d PackDraft
	if err := s.db.InRead(ctx, system, func(tx pgx.Tx) error {
		d = PackDraft{}
		return d.scan(tx.QueryRow(ctx, "select "+draftColumns+" from pack_draft where id = $1", a.Draft))
	}); err != nil {
		return out, err
	}
	p, err := d.texts.load(d.Pack)
	if err != nil || p.Digest != a.Digest {
		return out, river.JobCancel(errors.Join(errChanged, err))
	}
	r, err := mutate.Run(ctx, []*policy.Pack{p}, mutate.Options{Pack: p.Name, Workers: 1, Progress: func(done, of int) {
		out.Tried, out.Texts = done, of
		tell(out)
	}})
	if err != nil {
		return out, err
	}
	return proofOf(out, r), nil
}

func proofOf(out Proof, r *mutate.Report) Proof {
	out.State, out.Mutants, out.Caught, out.Score, out.Good = "done", r.Mutants, r.Caught, mutate.Score(r.Caught, r.Mutants), r.Good()
	for i, v := range r.Survivors {
		if i == mostSurvivors {
			break
		}
		out.Survivors = append(out.Survivors, ProofSurvivor{File: v.At.File, Line: v.At.Line, Where: v.Where, Original: v.Original, Mutant: v.Mutant, Hint: v.Hint})
	}
	return out
}

// askProof puts the proof of a checked text into the queue.
func (s *Service) askProof(ctx context.Context, a ProveArgs) error {
	if s.queue == nil {
		return nil
	}
	return s.db.InTx(ctx, system, func(tx pgx.Tx) error { return s.queue.Insert(ctx, tx, a) })
}

// Proof tells how the proof of a text stands: of a draft as it was checked, or of a version that was proposed from it.
func (s *Service) Proof(ctx context.Context, actor access.Actor, digest string) (Proof, error) {
	none := Proof{State: "none", Wanted: mutate.Wanted, Survivors: []ProofSurvivor{}}
	if err := access.Check(actor, "policy.propose", access.At(actor.Division)); err != nil {
		return none, err
	}
	var state string
	var output []byte
	err := s.db.InRead(ctx, system, func(tx pgx.Tx) error {
		return tx.QueryRow(ctx, `select state::text, metadata -> 'output' from river_job where kind = $1 and args ->> 'digest' = $2 order by id desc limit 1`, ProveArgs{}.Kind(), digest).Scan(&state, &output)
	})
	if isMissing(err) {
		return none, nil
	}
	if err != nil {
		return none, err
	}
	out := none
	if output != nil {
		if err := json.Unmarshal(output, &out); err != nil {
			return none, err
		}
	}
	switch state {
	case "completed":
	case "running":
		out.State = "running"
	case "cancelled", "discarded":
		out.State = "failed"
	default:
		out.State = "waiting"
	}
	return out, nil
}
