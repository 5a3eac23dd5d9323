package report

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/policy"
)

// number reads a parameter of the pack; a pack without it gives 0, marked as a sample.
func number(p *policy.Pack, id string, place int64, day calendar.Date) (int64, bool) {
	u, err := p.Parameter(id, place, day, nil)
	if err != nil {
		return 0, true
	}
	n, _ := u.Value.(int64)
	return n, u.Status == policy.Sample
}

func term(p *policy.Pack, id string, place int64, day calendar.Date) ReportTerm {
	n, sample := number(p, id, place, day)
	return ReportTerm{N: int(n), Sample: sample}
}

func tolerance(p *policy.Pack, place int64, day calendar.Date) ReportTolerance {
	fen, a := number(p, "verification_tolerance", place, day)
	percent, b := number(p, "verification_tolerance_percent", place, day)
	return ReportTolerance{Fen: fen, Percent: percent, Sample: a || b}
}

// review says where and until when the report can be disputed (57号 art 18: the town re-checks; the days are the pack's).
func (s *Service) review(ctx context.Context, tx pgx.Tx, known offices, c *ReportContent, p *policy.Pack, place int64) (err error) {
	days, sample := number(p, "verification_objection_days", place, c.Day)
	c.Review = ReportReview{Days: int(days), Sample: sample, Until: calendar.DueWorking(c.Day, int(days))}
	c.Review.Office, c.Review.Phone, err = s.town(ctx, tx, known, place)
	return err
}

// office is the county's verification centre.
func (s *Service) office(ctx context.Context, tx pgx.Tx, known offices, county int64) (string, error) {
	name, _, err := s.organisation(ctx, tx, known, county, "verification_centre")
	if name == "" {
		if division.IsPlaceholder(county) {
			county = division.ParentOf(county)
		}
		name = s.places.Name(county) + "居民家庭经济状况核对中心"
	}
	return name, err
}

// town is the township's office with its telephone.
func (s *Service) town(ctx context.Context, tx pgx.Tx, known offices, place int64) (name, phone string, err error) {
	at := division.At(place, division.Town)
	if name, phone, err = s.organisation(ctx, tx, known, at, "township"); name == "" {
		name = s.places.Name(at)
	}
	return name, phone, err
}

// offices are the organisations that one transaction has looked up: the households of a batch share them.
type offices map[officeAt]officeOf

type officeAt struct {
	place int64
	kind  string
}

type officeOf struct{ name, phone string }

func (s *Service) organisation(ctx context.Context, tx pgx.Tx, known offices, at int64, kind string) (name, phone string, err error) {
	if o, ok := known[officeAt{at, kind}]; ok {
		return o.name, o.phone, nil
	}
	err = tx.QueryRow(ctx, `select name, phone from organisation where active and division = $1 and kind = $2 order by created_at, id limit 1`, at, kind).Scan(&name, &phone)
	if errors.Is(err, pgx.ErrNoRows) {
		err = nil
	}
	if err == nil {
		known[officeAt{at, kind}] = officeOf{name, phone}
	}
	return name, phone, err
}
