package liveness

import (
	"context"
	"errors"
	"strconv"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/audit"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/idnum"
	"zhongfu/internal/task"
)

// LivenessRow is somebody in a campaign, or on the list of visits.
type LivenessRow struct {
	CampaignID    uuid.UUID      `json:"campaign_id"`
	CampaignTitle string         `json:"campaign_title"`
	PersonID      uuid.UUID      `json:"person_id"`
	Name          string         `json:"name"`
	IDMasked      string         `json:"id_masked"`
	Sex           int            `json:"sex"`
	Age           int            `json:"age"`
	Place         string         `json:"place"`
	PlaceName     string         `json:"place_name"`
	Phone         bool           `json:"phone"`
	State         string         `json:"state" enum:"waiting,invited,passed,visiting,alive,proxy,moved,dead,not_found,cancelled"`
	Why           string         `json:"why" enum:",failed,silent,no_phone,unauthorised,unreached,cannot"`
	WhyNote       string         `json:"why_note,omitempty"`
	Invitation    int            `json:"invitation"`
	Due           calendar.Date  `json:"due" doc:"last day of the invitation"`
	VisitDue      *calendar.Date `json:"visit_due"`
	VisitRole     string         `json:"visit_role,omitempty" enum:",village_assistant,town_clerk"`
	LeftDays      *int           `json:"left_days" doc:"working days left of the invitation, the visit or the decision, negative when late"`
	Score         *float64       `json:"score" doc:"of the provider"`
	VisitedOn     *calendar.Date `json:"visited_on"`
	VisitedBy     string         `json:"visited_by,omitempty"`
	Note          string         `json:"note,omitempty"`
	Proxy         string         `json:"proxy,omitempty"`
	Decision      string         `json:"decision,omitempty" enum:",change,keep,other"`
	DecisionNote  string         `json:"decision_note,omitempty"`
	DecidedBy     string         `json:"decided_by,omitempty"`
	DecideDue     *calendar.Date `json:"decide_due"`
	EndedAt       *time.Time     `json:"ended_at"`
	Linked        bool           `json:"linked" doc:"the invitation has an address"`
	Fault         string         `json:"fault,omitempty" doc:"what the provider last did wrong"`
}

// LivenessRows is one page of people.
type LivenessRows struct {
	Items []LivenessRow `json:"items"`
	Next  string        `json:"next,omitempty"`
}

const rowColumns = `select l.campaign_id, c.title, l.person_id, l.name, p.id_sealed, p.sex, p.birth, l.division, l.phone, l.state, l.why, l.why_note, l.invitation, l.due, l.visit_due,
  l.visit_role, s.score::float8, l.visited_on, l.visited_by, l.note, l.proxy, l.decision, l.decision_note, l.decided_by, l.decide_due, l.ended_at, s.url_sealed is not null and s.state = 'open',
  coalesce(s.fault, '') from liveness_person l join liveness_campaign c on c.id = l.campaign_id join person p on p.id = l.person_id
left join liveness_session s on s.person_id = l.person_id and s.id = l.session_id `

func (s *Service) scanRow(r pgx.CollectableRow) (LivenessRow, error) {
	var p LivenessRow
	var sealed []byte
	var birth calendar.Date
	var place int64
	err := r.Scan(&p.CampaignID, &p.CampaignTitle, &p.PersonID, &p.Name, &sealed, &p.Sex, &birth, &place, &p.Phone, &p.State, &p.Why, &p.WhyNote, &p.Invitation, &p.Due, &p.VisitDue,
		&p.VisitRole, &p.Score, &p.VisitedOn, &p.VisitedBy, &p.Note, &p.Proxy, &p.Decision, &p.DecisionNote, &p.DecidedBy, &p.DecideDue, &p.EndedAt, &p.Linked, &p.Fault)
	if err != nil {
		return p, err
	}
	number, err := s.keys.Open(fieldID, sealed)
	if err != nil {
		return p, err
	}
	today := s.today()
	p.IDMasked, p.Age, p.Place, p.PlaceName = idnum.MaskResident(number), birth.Age(today), code12(place), s.places.ShortName(place, 3)
	switch {
	case p.State == "waiting" || p.State == "invited":
		p.LeftDays, _ = task.Colour(today, &p.Due)
	case p.State == "visiting":
		p.LeftDays, _ = task.Colour(today, p.VisitDue)
	case p.DecideDue != nil && p.Decision == "":
		p.LeftDays, _ = task.Colour(today, p.DecideDue)
	}
	return p, nil
}

// People lists those of a campaign whom the actor may see, by town. group is a state, a reason for the visit, "undecided", or empty.
func (s *Service) People(ctx context.Context, actor access.Actor, id uuid.UUID, group, cursor string, limit int) (LivenessRows, error) {
	if err := access.Check(actor, "liveness.read", access.Listing); err != nil {
		return LivenessRows{}, err
	}
	var from position[int64]
	if cursor != "" {
		if err := from.read(cursor); err != nil {
			return LivenessRows{}, err
		}
	}
	return s.rows(ctx, actor, `where l.campaign_id = $1 and ($2 = '' or l.state = $2 or l.why = $2 or $2 = 'undecided' and l.state in ('moved', 'dead', 'not_found') and l.decided_at is null)
and (l.division, l.person_id) > ($3, $4) order by l.division, l.person_id limit $5`, limit, func(last *LivenessRow) string {
		return position[int64]{mustCode(last.Place), last.PersonID}.text()
	}, id, group, from.At, from.ID)
}

// Boxes of the list of visits.
const (
	BoxOpen    = "open"    // to be visited, by day
	BoxInvited = "invited" // invited and not done: whom somebody may help, or visit instead
	BoxDone    = "done"    // visited, the newest first
)

// Visits lists whom the actor's village or town is to visit, has invited, or has visited.
func (s *Service) Visits(ctx context.Context, actor access.Actor, box, cursor string, limit int) (LivenessRows, error) {
	if err := access.Check(actor, "liveness.visit", access.Listing); err != nil {
		return LivenessRows{}, err
	}
	if box == BoxDone {
		from := position[time.Time]{time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC), uuid.Max}
		if cursor != "" {
			if err := from.read(cursor); err != nil {
				return LivenessRows{}, err
			}
		}
		return s.rows(ctx, actor, `where l.state in ('alive', 'proxy', 'moved', 'dead', 'not_found') and l.division between $1 and $2 and (l.ended_at, l.person_id) < ($3, $4)
order by l.ended_at desc, l.person_id desc limit $5`, limit, func(last *LivenessRow) string { return position[time.Time]{*last.EndedAt, last.PersonID}.text() }, actor.Lo, actor.Hi, from.At, from.ID)
	}
	from := position[calendar.Date]{At: calendar.NewDate(1900, 1, 1)}
	if cursor != "" {
		if err := from.read(cursor); err != nil {
			return LivenessRows{}, err
		}
	}
	if box == BoxInvited {
		return s.rows(ctx, actor, `where l.state in ('waiting', 'invited') and l.division between $1 and $2 and (l.due, l.person_id) > ($3::date, $4)
order by l.due, l.person_id limit $5`, limit, func(last *LivenessRow) string { return position[calendar.Date]{last.Due, last.PersonID}.text() }, actor.Lo, actor.Hi, from.At, from.ID)
	}
	return s.rows(ctx, actor, `where l.state = 'visiting' and l.visit_due is not null and l.division between $1 and $2 and (l.visit_due, l.person_id) > ($3::date, $4)
order by l.visit_due, l.person_id limit $5`, limit, func(last *LivenessRow) string { return position[calendar.Date]{*last.VisitDue, last.PersonID}.text() }, actor.Lo, actor.Hi, from.At, from.ID)
}

func (s *Service) rows(ctx context.Context, actor access.Actor, where string, limit int, next func(last *LivenessRow) string, args ...any) (LivenessRows, error) {
	if limit <= 0 || limit > 100 {
		limit = 30
	}
	page := LivenessRows{Items: []LivenessRow{}}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, rowColumns+where, append(args, limit+1)...)
		if err != nil {
			return err
		}
		page.Items, err = pgx.CollectRows(rows, s.scanRow)
		return err
	})
	if err == nil && len(page.Items) > limit {
		page.Items = page.Items[:limit]
		page.Next = next(&page.Items[limit-1])
	}
	return page, err
}

// LivenessLink is where somebody goes to be recognised.
type LivenessLink struct {
	URL string `json:"url"`
}

// Link returns the address of a running invitation, to be handed to that person; who fetched it is audited.
func (s *Service) Link(ctx context.Context, actor access.Actor, id, person uuid.UUID) (out LivenessLink, err error) {
	err = s.change(ctx, actor, "liveness.visit", id, person, func(tx pgx.Tx, p *someone) error {
		var sealed []byte
		if p.session != nil {
			err := tx.QueryRow(ctx, `select url_sealed from liveness_session where person_id = $1 and id = $2 and state = 'open'`, person, *p.session).Scan(&sealed)
			if err != nil && !errors.Is(err, pgx.ErrNoRows) {
				return err
			}
		}
		if sealed == nil {
			return errs.New(errs.Conflict, "no_link", "现在没有可用的认证链接：邀请还没有发出，或已经结束。请刷新列表。")
		}
		if out.URL, err = s.keys.Open(fieldURL, sealed); err != nil {
			return err
		}
		return audit.Write(ctx, tx, s.now(), actor, audit.Event{Action: "liveness.visit", ObjectKind: "person", ObjectID: person.String(), Root: person, Division: p.place,
			After: map[string]any{"campaign": p.number, "link": "取得认证链接"}})
	})
	return out, err
}

func formatSeed(n int64) string { return strconv.FormatInt(n, 10) }

// mustCode reads a code that this package wrote.
func mustCode(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		panic(err)
	}
	return n
}
