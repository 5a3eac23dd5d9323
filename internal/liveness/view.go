package liveness

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/keyset"
)

// LivenessCampaign is a campaign as lists and its page show it. Counts are of the people whom the reader may see.
type LivenessCampaign struct {
	ID        uuid.UUID         `json:"id"`
	Number    string            `json:"number"`
	Title     string            `json:"title"`
	Place     string            `json:"place"`
	PlaceName string            `json:"place_name"`
	Method    string            `json:"method" enum:"sample,rule"`
	Choice    LivenessSelection `json:"choice"`
	Seed      string            `json:"seed" doc:"of the draw"`
	Due       calendar.Date     `json:"due" doc:"last day of the first invitations"`
	State     string            `json:"state" enum:"preparing,running,ended,cancelled"`
	Reason    string            `json:"reason,omitempty"`
	ByName    string            `json:"by_name"`
	CreatedAt time.Time         `json:"created_at"`
	EndedAt   *time.Time        `json:"ended_at"`
	Counts    LivenessCounts    `json:"counts"`
	Towns     []LivenessTown    `json:"towns,omitempty"`
	VisitDays int               `json:"visit_days"`
	Again     int               `json:"again" doc:"may be invited a second time"`
	Mine      bool              `json:"mine" doc:"the reader's range holds the campaign whole"`
	Fault     string            `json:"fault,omitempty" doc:"what the provider last did wrong"`
	Provider  bool              `json:"provider"`
	Samples   []string          `json:"samples,omitempty"`
}

// LivenessCounts are people by state.
type LivenessCounts struct {
	People    int `json:"people"`
	Waiting   int `json:"waiting" doc:"the invitation has not left"`
	Invited   int `json:"invited"`
	Passed    int `json:"passed"`
	Visiting  int `json:"visiting"`
	Alive     int `json:"alive"`
	Proxy     int `json:"proxy"`
	Moved     int `json:"moved"`
	Dead      int `json:"dead"`
	NotFound  int `json:"not_found"`
	Cancelled int `json:"cancelled"`
	Undecided int `json:"undecided" doc:"moved, dead or not found, and the town has not said what follows"`
	Late      int `json:"late" doc:"visits past their day"`

	Failed       int `json:"failed" doc:"why people were or are visited"`
	Silent       int `json:"silent"`
	NoPhone      int `json:"no_phone"`
	Unauthorised int `json:"unauthorised"`
	Unreached    int `json:"unreached"`
	Cannot       int `json:"cannot"`
}

// LivenessTown is how far one town is.
type LivenessTown struct {
	Code     string `json:"code"`
	Name     string `json:"name"`
	People   int    `json:"people"`
	Proved   int    `json:"proved"`
	Visiting int    `json:"visiting"`
	Open     int    `json:"open" doc:"invited or waiting"`
	Found    int    `json:"found" doc:"moved, dead or not found"`
}

const campaignColumns = `c.id, c.number, c.title, c.division, c.method, c.selection, c.seed, c.due, c.state, c.reason, c.by_name, c.created_at, c.ended_at, c.visit_days,
  n.people, n.waiting, n.invited, n.passed, n.visiting, n.alive, n.proxy, n.moved, n.dead, n.not_found, n.cancelled, n.undecided, n.late,
  n.failed, n.silent, n.no_phone, n.unauthorised, n.unreached, n.cannot, n.again`

const fromCampaigns = ` from liveness_campaign c left join lateral (
  select count(*) as people, count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'invited') as invited, count(*) filter (where state = 'passed') as passed,
    count(*) filter (where state = 'visiting') as visiting, count(*) filter (where state = 'alive') as alive, count(*) filter (where state = 'proxy') as proxy,
    count(*) filter (where state = 'moved') as moved, count(*) filter (where state = 'dead') as dead, count(*) filter (where state = 'not_found') as not_found,
    count(*) filter (where state = 'cancelled') as cancelled, count(*) filter (where state in ('moved', 'dead', 'not_found') and decided_at is null) as undecided,
    count(*) filter (where state = 'visiting' and visit_due < $1) as late,
    count(*) filter (where why = 'failed') as failed, count(*) filter (where why = 'silent') as silent, count(*) filter (where why = 'no_phone') as no_phone,
    count(*) filter (where why = 'unauthorised') as unauthorised, count(*) filter (where why = 'unreached') as unreached, count(*) filter (where why = 'cannot') as cannot,
    count(*) filter (where state = 'visiting' and why in ('failed', 'silent', 'unreached') and invitation = 1 and phone) as again
  from liveness_person l where l.campaign_id = c.id) n on true `

func (s *Service) scanCampaign(actor access.Actor) pgx.RowToFunc[LivenessCampaign] {
	return func(r pgx.CollectableRow) (LivenessCampaign, error) {
		var c LivenessCampaign
		var place, seed int64
		var choice []byte
		n := &c.Counts
		err := r.Scan(&c.ID, &c.Number, &c.Title, &place, &c.Method, &choice, &seed, &c.Due, &c.State, &c.Reason, &c.ByName, &c.CreatedAt, &c.EndedAt, &c.VisitDays,
			&n.People, &n.Waiting, &n.Invited, &n.Passed, &n.Visiting, &n.Alive, &n.Proxy, &n.Moved, &n.Dead, &n.NotFound, &n.Cancelled, &n.Undecided, &n.Late,
			&n.Failed, &n.Silent, &n.NoPhone, &n.Unauthorised, &n.Unreached, &n.Cannot, &c.Again)
		if err != nil {
			return c, err
		}
		c.Place, c.PlaceName, c.Mine, c.Provider = code12(place), s.places.ShortName(place, 1), actor.Sees(place), s.settings.Provider != nil
		c.Seed = formatSeed(seed)
		return c, json.Unmarshal(choice, &c.Choice)
	}
}

// Get returns a campaign with its towns. Errors: NotFound for one that does not reach into the actor's range.
func (s *Service) Get(ctx context.Context, actor access.Actor, id uuid.UUID) (LivenessCampaign, error) {
	if err := access.Check(actor, "liveness.read", access.Listing); err != nil {
		return LivenessCampaign{}, err
	}
	var out LivenessCampaign
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select `+campaignColumns+fromCampaigns+`where c.id = $2`, s.today(), id)
		if err != nil {
			return err
		}
		if out, err = pgx.CollectExactlyOneRow(rows, s.scanCampaign(actor)); errors.Is(err, pgx.ErrNoRows) {
			return errs.Missing("这个认证批次")
		} else if err != nil {
			return err
		}
		if err := tx.QueryRow(ctx, `select coalesce((select fault from liveness_session where campaign_id = $1 and state in ('asked', 'open') and fault <> '' order by next_at desc limit 1), '')`, id).Scan(&out.Fault); err != nil {
			return err
		}
		out.Towns, err = s.towns(ctx, tx, id)
		return err
	})
	if err != nil {
		return LivenessCampaign{}, err
	}
	if t, err := s.terms(mustCode(out.Place)); err == nil {
		out.Samples = t.samples
	}
	return out, nil
}

func (s *Service) towns(ctx context.Context, tx pgx.Tx, id uuid.UUID) ([]LivenessTown, error) {
	rows, err := tx.Query(ctx, `select division / 1000 * 1000, count(*), count(*) filter (where state in ('passed', 'alive', 'proxy')), count(*) filter (where state = 'visiting'),
  count(*) filter (where state in ('waiting', 'invited')), count(*) filter (where state in ('moved', 'dead', 'not_found'))
from liveness_person where campaign_id = $1 group by 1 order by 1`, id)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(r pgx.CollectableRow) (t LivenessTown, err error) {
		var code int64
		err = r.Scan(&code, &t.People, &t.Proved, &t.Visiting, &t.Open, &t.Found)
		t.Code, t.Name = code12(code), s.places.Name(code)
		return t, err
	})
}

// LivenessPage is one page of campaigns, the newest first.
type LivenessPage struct {
	Items []LivenessCampaign `json:"items"`
	Next  string             `json:"next,omitempty"`
}

// List lists the campaigns that reach into the actor's range.
func (s *Service) List(ctx context.Context, actor access.Actor, state, cursor string, limit int) (LivenessPage, error) {
	if err := access.Check(actor, "liveness.read", access.Listing); err != nil {
		return LivenessPage{}, err
	}
	if limit <= 0 || limit > 100 {
		limit = 20
	}
	at, id := time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC), uuid.Max
	if cursor != "" {
		var c position[time.Time]
		if err := c.read(cursor); err != nil {
			return LivenessPage{}, err
		}
		at, id = c.At, c.ID
	}
	page := LivenessPage{Items: []LivenessCampaign{}}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select `+campaignColumns+fromCampaigns+`where ($2 = '' or c.state = $2) and (c.created_at, c.id) < ($3, $4)
  and (c.division between $6 and $7 or n.people > 0) order by c.created_at desc, c.id desc limit $5`, s.today(), state, at, id, limit+1, actor.Lo, actor.Hi)
		if err != nil {
			return err
		}
		page.Items, err = pgx.CollectRows(rows, s.scanCampaign(actor))
		return err
	})
	if len(page.Items) > limit {
		page.Items = page.Items[:limit]
		last := page.Items[limit-1]
		page.Next = position[time.Time]{last.CreatedAt, last.ID}.text()
	}
	return page, err
}

// position is where a page ends.
type position[T any] struct {
	At T         `json:"a"`
	ID uuid.UUID `json:"i"`
}

func (p position[T]) text() string { return keyset.Write(p) }

func (p *position[T]) read(text string) error { return keyset.Read(text, "cursor", p) }
