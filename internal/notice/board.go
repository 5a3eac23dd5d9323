package notice

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/money"
)

// PublicNotice is one household on the board of its village.
type PublicNotice struct {
	ID          uuid.UUID     `json:"id" doc:"names the notice only; it opens nothing else"`
	Name        string        `json:"name"`
	MemberCount int           `json:"member_count"`
	AmountFen   money.Fen     `json:"amount_fen" doc:"a month"`
	LastDay     calendar.Date `json:"last_day" doc:"inclusive"`
	DaysLeft    int           `json:"days_left" doc:"days after today on which it still hangs; 0 on the last day"`
}

// PublicPlace is a division below the one asked for that has running notices.
type PublicPlace struct {
	Code    string `json:"code"`
	Name    string `json:"name"`
	Notices int    `json:"notices"`
}

// PublicBoard is the board of a village, or the places under a larger division that have one.
type PublicBoard struct {
	Division string         `json:"division"`
	Name     string         `json:"name" doc:"from the province down"`
	Today    calendar.Date  `json:"today"`
	Office   *Office        `json:"office,omitempty" doc:"the township to call"`
	Notices  []PublicNotice `json:"notices"`
	Places   []PublicPlace  `json:"places"`
}

// running is the one definition of what hangs: in its days by the calendar of China, the last day included, not taken
// down, of a published benefit, and applied for by an adult. $1 today, $2 items, $3 the day on which an adult of today
// was born at the latest.
const running = ` n.ended_at is null and n.posted_on <= $1 and n.last_day >= $1 and n.item = any($2)
	and not exists (select from case_member m where m.case_id = n.case_id and m.role = 'applicant' and m.birth > $3) `

// Board shows what hangs in a village, or where under a larger division something hangs.
func (s *Service) Board(ctx context.Context, actor access.Actor, code int64) (PublicBoard, error) {
	if err := access.Check(actor, "public.notice", access.Listing); err != nil {
		return PublicBoard{}, err
	}
	d, err := s.placeOf(code)
	if err != nil {
		return PublicBoard{}, err
	}
	today := clock.Today(s.clock)
	out := PublicBoard{Division: text(code), Name: s.divisions.FullName(code), Today: today, Notices: []PublicNotice{}, Places: []PublicPlace{}}
	err = s.db.InRead(ctx, reader(), func(tx pgx.Tx) (err error) {
		if d.Level >= division.Town {
			if out.Office, err = officeOf(ctx, tx, code); err != nil {
				return err
			}
		}
		if d.Level == division.Village {
			return s.notices(ctx, tx, code, today, &out)
		}
		return s.places(ctx, tx, d, today, &out)
	})
	return out, err
}

// pageMost is far above what a village ever has on its board at once.
const pageMost = 500

func (s *Service) notices(ctx context.Context, tx pgx.Tx, village int64, today calendar.Date, out *PublicBoard) error {
	rows, err := tx.Query(ctx, `select n.id, n.name, n.member_count, n.amount_fen, n.last_day from notice n
		where n.division = $4 and`+running+`order by n.last_day, n.id limit $5`,
		today, publicItems, today.AddMonths(-12*adult), village, pageMost)
	if err != nil {
		return err
	}
	var n PublicNotice
	_, err = pgx.ForEachRow(rows, []any{&n.ID, &n.Name, &n.MemberCount, &n.AmountFen, &n.LastDay}, func() error {
		n.DaysLeft = int(n.LastDay - today)
		out.Notices = append(out.Notices, n)
		return nil
	})
	return err
}

// places counts the running notices by the level below; a placeholder county is stepped over.
func (s *Service) places(ctx context.Context, tx pgx.Tx, d division.Division, today calendar.Date, out *PublicBoard) error {
	lo, hi := d.Range()
	rows, err := tx.Query(ctx, `select n.division, count(*)::int from notice n where n.division between $4 and $5 and`+running+`group by n.division`,
		today, publicItems, today.AddMonths(-12*adult), lo, hi)
	if err != nil {
		return err
	}
	counts := map[int64]int{}
	var village int64
	var count int
	if _, err := pgx.ForEachRow(rows, []any{&village, &count}, func() error {
		for _, p := range s.divisions.Path(village) {
			counts[p.Code] += count
		}
		return nil
	}); err != nil {
		return err
	}
	for _, child := range s.divisions.Children(d.Code) {
		if c := counts[child.Code]; c > 0 {
			out.Places = append(out.Places, PublicPlace{Code: text(child.Code), Name: child.Name, Notices: c})
		}
	}
	return nil
}

func text(code int64) string { return fmt.Sprintf("%012d", code) }
