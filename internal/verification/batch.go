package verification

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/division"
	"zhongfu/internal/errs"
	"zhongfu/internal/idnum"
	"zhongfu/internal/keyset"
)

// BatchInput is a batch before it is ordered.
type BatchInput struct {
	Place      int64    `json:"-"`
	Categories []string `json:"categories"`
	Classes    []string `json:"classes"`
}

// BatchPreview is whom a batch would touch.
type BatchPreview struct {
	People     int64        `json:"people"`
	Households int64        `json:"households"`
	Without    int64        `json:"without" doc:"people without an authorisation in force: nothing is asked about them"`
	Partly     int64        `json:"partly" doc:"people whose authorisations cover some of the data classes only"`
	Questions  int64        `json:"questions" doc:"people × data classes that may be asked"`
	Fresh      int64        `json:"fresh" doc:"of those, what is answered at once by answers that are still fresh"`
	Places     []BatchPlace `json:"places" doc:"by the places below, the most people first"`
}

// BatchPlace is a place of a batch.
type BatchPlace struct {
	Place      int64  `json:"place"`
	Name       string `json:"name"`
	People     int64  `json:"people"`
	Households int64  `json:"households"`
	Without    int64  `json:"without"`
}

// batchPeople are the people of a batch with how many of its data classes may be asked about each: the same people whom
// choose puts in. $1 categories, $2 and $3 the range, $4 classes, $5 day, $6 purpose.
const batchPeople = `people as (
  select m.person_id, m.household_id, p.division, p.name, p.id_sealed
  from (select distinct ph.person_id, ph.household_id from category c join person_household ph on ph.household_id = c.household_id
        where c.kind = any($1) and c.until is null and c.division between $2 and $3) m join person p on p.id = m.person_id
), allowed as (
  select p.*, coalesce((select case when bool_or(k = '*') then cardinality($4::text[]) else count(distinct k) filter (where k = any($4)) end
    from authorisation a cross join unnest(a.classes) k
    where a.person_id = p.person_id and a.purpose = $6 and a.withdrawn_at is null and a.valid_from <= $5::date
      and (a.valid_until is null or a.valid_until >= $5::date)), 0) as may
  from people p
)`

func (s *Service) batchArgs(actor access.Actor, in *BatchInput) ([]any, error) {
	if in.Place == 0 {
		in.Place = actor.Division
	}
	if err := access.Check(actor, "verification.order", access.At(in.Place)); err != nil {
		return nil, err
	}
	order := OrderInput{ID: uuid.New(), Kind: KindBatch, Title: "预览", Place: in.Place, Purpose: ForAssistance, Classes: in.Classes, Batch: BatchSelection{Categories: in.Categories}}
	if err := s.checkOrder(&order); err != nil {
		return nil, err
	}
	lo, hi := division.Range(in.Place)
	return []any{in.Categories, lo, hi, order.Classes, s.today(), ForAssistance}, nil
}

// PreviewBatch tells whom a batch would touch, and of how many nothing may be asked: they are named by BatchWithout and never
// silently left out.
func (s *Service) PreviewBatch(ctx context.Context, actor access.Actor, in BatchInput) (BatchPreview, error) {
	out := BatchPreview{Places: []BatchPlace{}}
	args, err := s.batchArgs(actor, &in)
	if err != nil {
		return out, err
	}
	classes := int64(len(args[3].([]string)))
	unit := unitBelow(in.Place)
	err = s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `with `+batchPeople+fmt.Sprintf(`
select division / %d * %[1]d, count(*), count(distinct household_id), count(*) filter (where may = 0), count(*) filter (where may > 0 and may < $7), sum(may)::bigint
from allowed group by 1 order by 2 desc, 1`, unit), append(args, classes)...)
		if err != nil {
			return err
		}
		var b BatchPlace
		var partly, questions int64
		if _, err = pgx.ForEachRow(rows, []any{&b.Place, &b.People, &b.Households, &b.Without, &partly, &questions}, func() error {
			b.Name = s.places.Name(b.Place)
			out.People, out.Households, out.Without = out.People+b.People, out.Households+b.Households, out.Without+b.Without
			out.Partly, out.Questions = out.Partly+partly, out.Questions+questions
			out.Places = append(out.Places, b)
			return nil
		}); err != nil {
			return err
		}
		return tx.QueryRow(ctx, `with `+batchPeople+`
select count(distinct (n.person_id, n.class)) from allowed p join answer n on n.person_id = p.person_id
where p.may = $7 and n.class = any($4) and n.status <> 'unknown' and n.fresh_until >= $5::date`, append(args, classes)...).Scan(&out.Fresh)
	})
	return out, err
}

// unitBelow is by how much a code is divided to tell the places right below.
func unitBelow(place int64) int64 {
	switch division.LevelOf(place) {
	case division.Province:
		return 1e8
	case division.City:
		return 1e6
	case division.County:
		return 1e3
	}
	return 1
}

// LeftOutPage is one page of people of whom a batch may not ask everything.
type LeftOutPage struct {
	People []LeftOut `json:"people"`
	Next   string    `json:"next,omitempty"`
}

// LeftOut is one of them.
type LeftOut struct {
	PersonID    uuid.UUID  `json:"person_id"`
	Name        string     `json:"name"`
	IDMask      string     `json:"id_mask"`
	PlaceName   string     `json:"place_name"`
	HouseholdID *uuid.UUID `json:"household_id,omitempty"`
	May         int        `json:"may" doc:"data classes that may be asked; 0: none"`
	Last        string     `json:"last,omitempty" doc:"number of the newest authorisation, which is not in force"`
	Why         string     `json:"why" enum:"none,withdrawn,expired,partly" doc:"none: never signed for this purpose"`
}

// BatchWithout names the people of a batch of whom nothing, or not everything, may be asked, by person.
func (s *Service) BatchWithout(ctx context.Context, actor access.Actor, in BatchInput, after string, limit int) (LeftOutPage, error) {
	page := LeftOutPage{People: []LeftOut{}}
	args, err := s.batchArgs(actor, &in)
	if err != nil {
		return page, err
	}
	var from uuid.UUID
	if err := keyset.Read(after, "after", &from); err != nil {
		return page, err
	}
	if limit <= 0 || limit > 100 {
		limit = 20
	}
	classes := len(args[3].([]string))
	err = s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `with `+batchPeople+fmt.Sprintf(`
select p.person_id, p.name, p.id_sealed, p.division, p.household_id, p.may, coalesce(l.number, ''),
  case when p.may > 0 then 'partly' when l.number is null then 'none' when l.withdrawn_at is not null then 'withdrawn' else 'expired' end
from allowed p left join lateral (select a.number, a.withdrawn_at from authorisation a where a.person_id = p.person_id and a.purpose = $6
  order by a.signed_on desc, a.id desc limit 1) l on true
where p.may < $7 and p.person_id > $8 order by p.person_id limit %d`, limit+1), append(args, classes, from)...)
		if err != nil {
			return err
		}
		people, err := pgx.CollectRows(rows, func(r pgx.CollectableRow) (p LeftOut, err error) {
			var place int64
			var sealed []byte
			if err = r.Scan(&p.PersonID, &p.Name, &sealed, &place, &p.HouseholdID, &p.May, &p.Last, &p.Why); err != nil {
				return p, err
			}
			number, err := s.keys.Open(fieldID, sealed)
			p.IDMask, p.PlaceName = idnum.MaskResident(number), s.places.Name(place)
			return p, err
		})
		if len(people) > limit {
			people = people[:limit]
			page.Next = keyset.Write(people[limit-1].PersonID)
		}
		page.People = append(page.People, people...)
		return err
	})
	return page, err
}

// ResolvedPeople are people found by their ID numbers.
type ResolvedPeople struct {
	People  []ResolvedPerson `json:"people"`
	Missing []int            `json:"missing" doc:"lines, from 1, that are no ID number or of nobody in the own range"`
}

// ResolvedPerson is one of them, with what may be asked.
type ResolvedPerson struct {
	PersonID  uuid.UUID `json:"person_id"`
	Name      string    `json:"name"`
	IDMask    string    `json:"id_mask"`
	PlaceName string    `json:"place_name"`
	May       int       `json:"may" doc:"how many of the data classes may be asked for the purpose"`
}

// ResolvePeople finds people of an order by their ID numbers, which a department hands over as a list, or by their ids.
// Numbers of people outside the actor's range are missing as those of nobody are.
func (s *Service) ResolvePeople(ctx context.Context, actor access.Actor, numbers []string, ids []uuid.UUID, purpose string, classes []string) (ResolvedPeople, error) {
	out := ResolvedPeople{People: []ResolvedPerson{}, Missing: []int{}}
	if err := access.Check(actor, "verification.order", access.Listing); err != nil {
		return out, err
	}
	blinds := make([][]byte, len(numbers))
	for i, text := range numbers {
		if r, err := idnum.ParseResidentOn("numbers", text, s.today()); err == nil {
			blinds[i] = s.keys.Blind(fieldID, r.Number)
		}
	}
	for _, id := range classes {
		if class, _ := s.catalogue.Class(id); class == nil {
			return out, errs.Bad("classes", "共享目录里没有数据项 %s，请从目录中选择。", id)
		}
	}
	if len(classes) == 0 {
		classes = s.allClasses()
	}
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `with people as (
  select p.id as person_id, p.division, p.name, p.id_sealed, p.id_blind from person p
  where p.id = any($1) or p.id in (select person_id from person_identity where id_blind = any($2))
)
select p.person_id, p.name, p.id_sealed, p.division, p.id_blind, coalesce((select case when bool_or(k = '*') then cardinality($3::text[]) else count(distinct k) filter (where k = any($3)) end
    from authorisation a cross join unnest(a.classes) k
    where a.person_id = p.person_id and a.purpose = $4 and a.withdrawn_at is null and a.valid_from <= $5::date and (a.valid_until is null or a.valid_until >= $5::date)), 0)
from people p order by p.name, p.person_id`, ids, blinds, classes, purpose, s.today())
		if err != nil {
			return err
		}
		found := map[string]bool{}
		var p ResolvedPerson
		var sealed, blind []byte
		var place int64
		if _, err := pgx.ForEachRow(rows, []any{&p.PersonID, &p.Name, &sealed, &place, &blind, &p.May}, func() error {
			number, err := s.keys.Open(fieldID, sealed)
			p.IDMask, p.PlaceName = idnum.MaskResident(number), s.places.Name(place)
			found[string(blind)] = true
			out.People = append(out.People, p)
			return err
		}); err != nil {
			return err
		}
		for i := range blinds {
			if len(blinds[i]) == 0 || !found[string(blinds[i])] {
				out.Missing = append(out.Missing, i+1)
			}
		}
		return nil
	})
	return out, err
}

func (s *Service) allClasses() []string {
	var out []string
	for _, src := range s.catalogue.Sources() {
		for i := range src.Classes {
			out = append(out, src.Classes[i].ID)
		}
	}
	slices.Sort(out)
	return out
}
