package liveness

import (
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/division"
	"zhongfu/internal/policy"
)

const policySample = policy.Sample

// eligible are the living people of a place on one of the categories, by town in the order of the draw. Whoever is in a campaign
// that goes on is left to it.
const eligible = `with held as (
  select distinct c.person_id from category c where c.kind = any($1) and c.until is null and c.division between $2 and $3
), open as (
  select p.id, p.division, p.division / 1000 * 1000 as town, p.name, p.phone_sealed is not null as phone,
    exists (select from authorisation a where a.person_id = p.id and a.purpose = 'liveness' and a.withdrawn_at is null
      and a.valid_from <= $4::date and (a.valid_until is null or a.valid_until >= $4::date)) as authorised
  from held h join person p on p.id = h.person_id
  where p.division between $2 and $3 and p.death_date is null and p.birth <= $5::date and p.birth > $6::date
    and not exists (select from liveness_person l where l.person_id = p.id and l.state in ('waiting', 'invited', 'visiting'))
    and not exists (select from liveness_proof f where f.person_id = p.id and f.proved_on > $7::date)
), drawn as (
  select *, row_number() over (partition by town order by hashtextextended(id::text, $8), id) as nth from open
)
`

func (s *Service) eligibleArgs(in *LivenessInput) []any {
	lo, hi := division.Range(in.Place)
	today := s.today()
	bornBy, bornAfter, proved := today, calendar.NewDate(1800, 1, 1), today
	if n := in.Choice.AgeFrom; n > 0 {
		bornBy = today.AddMonths(-12 * n)
	}
	if n := in.Choice.AgeTo; n > 0 {
		bornAfter = today.AddMonths(-12 * (n + 1))
	}
	if n := in.Choice.Months; n > 0 {
		proved = today.AddMonths(-n)
	}
	return []any{in.Choice.Categories, lo, hi, today, bornBy, bornAfter, proved, s.seedOf(in.ID)}
}

// stratum is a town with the people who may be chosen there and how many are.
type stratum struct {
	town           int64
	people, chosen int
}

func (s *Service) strata(ctx context.Context, tx pgx.Tx, in *LivenessInput) ([]stratum, error) {
	rows, err := tx.Query(ctx, eligible+`select town, count(*) from drawn group by town order by town`, s.eligibleArgs(in)...)
	if err != nil {
		return nil, err
	}
	out, err := pgx.CollectRows(rows, func(r pgx.CollectableRow) (one stratum, err error) {
		err = r.Scan(&one.town, &one.people)
		one.chosen = one.people
		return one, err
	})
	if err == nil && in.Method == BySample {
		apportion(out, in.Choice.Percent, in.Choice.Number)
	}
	return out, err
}

// apportion shares a sample out among the towns as they have people: one for each first where there are enough, then by largest
// remainder. A percentage is rounded up.
func apportion(of []stratum, percent, number int) {
	all := 0
	for _, o := range of {
		all += o.people
	}
	if percent > 0 {
		number = (all*percent + 99) / 100
	}
	number = min(number, all)
	left := number
	for i := range of {
		of[i].chosen = 0
		if number >= len(of) {
			of[i].chosen = 1
			left--
		}
	}
	type rest struct{ i, over int }
	var rests []rest
	spare, share := all, left
	if number >= len(of) {
		spare -= len(of)
	}
	for i := range of {
		if spare == 0 {
			break
		}
		open := of[i].people - of[i].chosen
		of[i].chosen += open * share / spare
		left -= open * share / spare
		rests = append(rests, rest{i, open * share % spare})
	}
	slices.SortStableFunc(rests, func(a, b rest) int { return b.over - a.over })
	for _, r := range rests {
		if left == 0 {
			break
		}
		of[r.i].chosen++
		left--
	}
}

func quotas(of []stratum) (towns []int64, chosen []int32) {
	for _, o := range of {
		towns, chosen = append(towns, o.town), append(chosen, int32(o.chosen))
	}
	return towns, chosen
}
