package demo

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"zhongfu/internal/access"
	"zhongfu/internal/benefit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/casework"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/notice"
	"zhongfu/internal/paper"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres"
	"zhongfu/internal/registry"
	"zhongfu/internal/seal"
)

// player plays the cases of one county through the services, with a clock of its own that it sets back to the day of each
// act.
type player struct {
	place    county
	db       *postgres.DB
	clock    *clock.Fake
	today    calendar.Date
	pack     *policy.Pack
	casework *casework.Service
	benefit  *benefit.Service
	paper    *paper.Service
	notice   *notice.Service
	after    *inline
	crew     *crew
	r        *random
	ids      *idSource
}

// inline does the follow-up jobs of an act right after it, so that they happen on the act's day and not when the program
// starts its workers.
type inline struct{ waiting []river.JobArgs }

// Insert remembers a job until its transaction has committed.
func (q *inline) Insert(_ context.Context, _ pgx.Tx, args river.JobArgs) error {
	q.waiting = append(q.waiting, args)
	return nil
}

// world is what all players share.
type world struct {
	db     *postgres.DB
	keys   *seal.Keyring
	places *division.Index
	packs  []*policy.Pack
	crew   *crew
	seed   uint64
	today  calendar.Date
}

func (w *world) player(c county) *player {
	p := &player{place: c, db: w.db, clock: clock.NewFake(w.today.Time()), today: w.today, pack: w.packs[len(w.packs)-1], after: &inline{}, crew: w.crew,
		r: &random{state: w.seed ^ uint64(c.code)}}
	p.ids = &idSource{r: p.r}
	reg := registry.New(w.db, w.keys, p.clock, w.places)
	p.casework = casework.New(w.db, w.keys, p.clock, w.places, policy.Shelf(w.packs), reg, p.after)
	p.benefit = benefit.New(w.db, w.keys, p.clock, w.places, reg)
	p.paper = paper.New(w.db, w.keys, p.clock, w.places, policy.Shelf(w.packs), p.casework)
	p.notice = notice.New(w.db, w.keys, p.clock, w.places, p.casework)
	return p
}

// follow does what the acts left to be done.
func (p *player) follow(ctx context.Context) error {
	jobs := p.after.waiting
	p.after.waiting = nil
	for _, j := range jobs {
		switch a := j.(type) {
		case casework.ConfirmedArgs:
			if err := p.benefit.Open(ctx, a.CaseID); err != nil {
				return err
			}
		case casework.SheetArgs:
			if err := p.casework.WriteSheet(ctx, a.CaseID); err != nil {
				return err
			}
		case casework.IssuePaperArgs:
			if err := p.issue(ctx, a); err != nil {
				return err
			}
		case casework.VerifyArgs: // the script plays what sources answered; a case left at this step is ordered by its officer
		default:
			return fmt.Errorf("demo: unknown follow-up %s", j.Kind())
		}
	}
	return nil
}

func (p *player) issue(ctx context.Context, a casework.IssuePaperArgs) error {
	actor := access.System("文书")
	return p.db.InTx(ctx, actor, func(tx pgx.Tx) error {
		_, err := p.paper.Issue(ctx, tx, actor, a.CaseID, a.PaperKind, a.Round)
		return err
	})
}

// by returns an actor of the county: by("clerk", 1) is the clerk of its first town.
func (p *player) by(role string, town int) access.Actor {
	login := role + "." + p.place.slug
	if town > 0 {
		login = fmt.Sprintf("%s.%d", login, town)
	}
	a, ok := p.crew.actors[login]
	if !ok {
		panic("demo: nobody is called " + login)
	}
	return a
}

// on sets the clock to a day at an hour.
func (p *player) on(d calendar.Date, hour int) {
	p.clock.Set(at(d, hour))
}

// request makes a form's key.
func (p *player) request() uuid.UUID { return p.ids.at(p.clock.Now()) }
