package verification

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

// Packs are the policy packs that say how often those on a category are verified anew (GD-2018 二（三）4: 每半年至少一次).
type Packs interface {
	At(place int64, day calendar.Date) (*policy.Pack, error)
}

// ReadPolicies lets the order desk tell which places are due. Without it nobody is.
func (s *Service) ReadPolicies(p Packs) { s.packs = p }

// Reminder is a town and category that has not been verified within its period, or will be out of it within thirty days.
type Reminder struct {
	Place      int64          `json:"place"`
	Name       string         `json:"name"`
	Category   string         `json:"category"`
	Label      string         `json:"label"`
	People     int64          `json:"people" doc:"who hold the category"`
	Households int64          `json:"households"`
	Months     int            `json:"months" doc:"by the policy pack in force"`
	Clause     string         `json:"clause"`
	Last       *calendar.Date `json:"last" doc:"day of the last batch; none: never"`
	DueOn      *calendar.Date `json:"due_on" doc:"by when the next must have begun; none: at once"`
	Late       bool           `json:"late"`
	Running    bool           `json:"running" doc:"the last batch goes on still"`
}

// soon is how many days before its end a period is told.
const soon = 30

// Reminders lists which towns of the actor's range are due, the latest first, at most 200. A batch of the city or province
// counts for the towns below it.
func (s *Service) Reminders(ctx context.Context, actor access.Actor) ([]Reminder, error) {
	out := []Reminder{}
	if err := access.Check(actor, "verification.read", access.Listing); err != nil {
		return nil, err
	}
	if s.packs == nil {
		return out, nil
	}
	type key struct {
		place    int64
		category string
	}
	type run struct {
		at      time.Time
		running bool
	}
	last := map[key]run{}
	today := s.today()
	// Orders of offices above are not in the reader's scope; that they covered the reader's places is told all the same. What is
	// read as the system here is days of batches and counts of the reader's own range.
	err := s.db.InRead(ctx, system, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select division, k, max(created_at), bool_or(state <> 'answered') from verification_order, jsonb_array_elements_text(selection->'categories') k
where kind = 'batch' and state in ('preparing', 'running', 'answered') and created_at >= $1 group by 1, 2`, today.AddMonths(-24).Time())
		if err != nil {
			return err
		}
		var k key
		var r run
		if _, err := pgx.ForEachRow(rows, []any{&k.place, &k.category, &r.at, &r.running}, func() error { last[k] = r; return nil }); err != nil {
			return err
		}
		rows, err = tx.Query(ctx, `select division / 1000 * 1000, kind, count(*), count(distinct household_id) from category
where until is null and division between $1 and $2 group by 1, 2`, actor.Lo, actor.Hi)
		if err != nil {
			return err
		}
		var m Reminder
		_, err = pgx.ForEachRow(rows, []any{&m.Place, &m.Category, &m.People, &m.Households}, func() error {
			out = append(out, m)
			return nil
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	due := out[:0]
	known := map[key]Reminder{} // by county: no pack tells two towns of one county apart
	for _, m := range out {
		at := key{m.Place / 1e6, m.Category}
		rule, ok := known[at]
		if !ok {
			rule.Months, rule.Label, rule.Clause = s.period(m.Place, m.Category, today)
			known[at] = rule
		}
		if rule.Months == 0 {
			continue
		}
		m.Name, m.Label, m.Months, m.Clause = s.places.Name(m.Place), rule.Label, rule.Months, rule.Clause
		var newest run
		for _, at := range over(m.Place) {
			if r, ok := last[key{at, m.Category}]; ok && r.at.After(newest.at) {
				newest = r
			}
		}
		if newest.at.IsZero() {
			m.Late = true
		} else {
			day := calendar.DateOf(newest.at)
			next := day.AddMonths(m.Months)
			m.Last, m.DueOn, m.Late, m.Running = &day, &next, next < today, newest.running
			if next > today.AddDays(soon) {
				continue
			}
		}
		due = append(due, m)
	}
	slices.SortFunc(due, func(a, b Reminder) int {
		if d := dayOr(a.DueOn) - dayOr(b.DueOn); d != 0 {
			return int(d)
		}
		return int(b.Households - a.Households)
	})
	return due[:min(len(due), 200)], nil
}

func dayOr(d *calendar.Date) calendar.Date {
	if d == nil {
		return 0
	}
	return *d
}

// period is how many months a category is good for without a new verification at a place; 0 where the pack does not say.
func (s *Service) period(place int64, category string, day calendar.Date) (months int, label, clause string) {
	p, err := s.packs.At(place, day)
	if err != nil || p == nil {
		return 0, "", ""
	}
	item := p.Item(category)
	if item == nil {
		return 0, "", ""
	}
	// A pack has periods for all who hold the category (全部…) and others for some of them; the province's stand beside the nation's.
	// What holds for a town is the shortest of those for all.
	for i := range item.Reverification {
		r := &item.Reverification[i]
		if r.What == "check" && r.Months > 0 && strings.HasPrefix(r.Who, "全部") && (months == 0 || r.Months < months) {
			months, label, clause = r.Months, item.Name, r.Clause.String()
		}
	}
	return months, label, clause
}
