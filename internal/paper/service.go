package paper

import (
	"context"
	"fmt"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/policy"
	"zhongfu/internal/postgres"
	"zhongfu/internal/seal"
)

// Fields of sealed values: the paper's own, and those of the register that papers print.
const (
	dataField    = "paper.data"
	idField      = "person.id"
	phoneField   = "person.phone"
	accountField = "person.account"
	addressField = "person.address"
)

// Results tells what the policy says of a case that is not decided yet, for previews; package casework provides it.
type Results interface {
	ResultOf(ctx context.Context, tx pgx.Tx, caseID uuid.UUID) (*policy.Result, error)
}

// Service issues and prints papers.
type Service struct {
	db        *postgres.DB
	keys      *seal.Keyring
	clock     clock.Clock
	divisions *division.Index
	packs     policy.Library
	results   Results
}

// New makes the service. results may be nil: then a preview before the decision carries no figures.
func New(db *postgres.DB, keys *seal.Keyring, c clock.Clock, divisions *division.Index, packs policy.Library, results Results) *Service {
	return &Service{db: db, keys: keys, clock: c, divisions: divisions, packs: packs, results: results}
}

// pack is the case's pack as it is in force today, or nil where it is not loaded.
func (s *Service) pack(name string) *policy.Pack {
	p, err := s.packs.Named(name, clock.Today(s.clock))
	if err != nil {
		return nil
	}
	return p
}

func chineseMonth(y, m int) string { return fmt.Sprintf("%d年%d月", y, m) }

// Terms without a source: facts.md section 9 marks them as general knowledge. A pack that states them under these
// parameter ids replaces them.
const (
	reviewDaysParameter = "remedy_review_days"
	suitMonthsParameter = "remedy_suit_months"
	sampleReviewDays    = 60
	sampleSuitMonths    = 6
)

func (s *Service) remedies(pack string, place int64, on calendar.Date) *Remedies {
	r := &Remedies{ReviewDays: sampleReviewDays, SuitMonths: sampleSuitMonths, Sample: true}
	p := s.pack(pack)
	if p == nil {
		return r
	}
	days, err1 := p.Parameter(reviewDaysParameter, place, on, nil)
	months, err2 := p.Parameter(suitMonthsParameter, place, on, nil)
	d, ok1 := days.Value.(int64)
	m, ok2 := months.Value.(int64)
	if err1 == nil && err2 == nil && ok1 && ok2 {
		r = &Remedies{ReviewDays: int(d), SuitMonths: int(m), Sample: days.Status == policy.Sample || months.Status == policy.Sample}
	}
	return r
}

// officeName is what an office is called when it is not on the list of organisations.
func (s *Service) officeName(code int64) string {
	if division.IsPlaceholder(code) {
		code = division.ParentOf(code)
	}
	name := s.divisions.Name(code)
	switch {
	case division.LevelOf(code) != division.Town:
		return name + "民政局"
	case strings.HasSuffix(name, "街道"):
		return name + "办事处"
	}
	return name + "人民政府"
}
