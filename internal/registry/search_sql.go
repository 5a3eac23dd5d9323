package registry

import (
	"strconv"

	"github.com/jackc/pgx/v5"

	"zhongfu/internal/calendar"
	"zhongfu/internal/idnum"
)

// The statements name the scope themselves; row-level security would hide the rest all the same. Only operators that
// PostgreSQL holds leakproof may choose an index below row-level security: LIKE is none, ~>=~ and ~<~ are.
const (
	lineColumns = `
select p.id, p.number, p.name, p.sex, p.birth, p.death_date, p.id_sealed, p.phone_sealed, p.division, h.id, h.number,
  array(select c.kind from category c where c.person_id = p.id and c.until is null order by c.kind)
`
	lineJoins = `
left join person_household ph on ph.person_id = p.id
left join household h on h.id = ph.household_id
`
	searchByID = lineColumns + `from person_identity i join person p on p.id = i.person_id` + lineJoins + `
where i.id_blind = $1 and p.division between $2 and $3`

	searchByPhone = lineColumns + `from person p` + lineJoins + `
where p.phone_blind = $1 and p.division between $2 and $3 order by p.number limit 100`

	searchByPersonNumber = lineColumns + `from person p` + lineJoins + `
where p.number = $1 and p.division between $2 and $3`

	searchByHouseholdNumber = lineColumns + `from household h join membership m on m.household_id = h.id and m.until is null join person p on p.id = m.person_id
where h.number = $1 and h.division between $2 and $3 order by (p.id = h.head_id) desc, p.number limit 100`

	pageOfNames = `(select * from person p where p.name ~>=~ $1 and p.name ~<~ $2 and p.division between $3 and $4`
	nameOrder   = ` order by p.name using ~<~, p.division, p.id`

	searchByName      = lineColumns + `from ` + pageOfNames + nameOrder + ` limit $5) p` + lineJoins + nameOrder
	searchByNameAfter = lineColumns + `from ` + pageOfNames +
		` and (p.name ~>~ $6 or p.name = $6 and (p.division, p.id) > ($7::bigint, $8::uuid))` + nameOrder + ` limit $5) p` + lineJoins + nameOrder

	// lastRune sorts behind every character that a name can hold.
	lastRune = "\U0010FFFF"
)

// foundLine is a line with what is not shown.
type foundLine struct {
	PersonLine
	division int64
}

func (s *Service) lines(rows pgx.Rows) ([]foundLine, error) {
	o := opener{keys: s.keys}
	today := s.today()
	out, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (foundLine, error) {
		var l foundLine
		var number int64
		var household *int64
		var sex int16
		var death *calendar.Date
		var id, phone []byte
		if err := row.Scan(&l.PersonID, &number, &l.Name, &sex, &l.Birth, &death, &id, &phone, &l.division, &l.HouseholdID, &household, &l.Categories); err != nil {
			return l, err
		}
		l.Number, l.Sex, l.Age, l.Status = PersonNumber(number), strconv.Itoa(int(sex)), ageOf(l.Birth, death, today), "living"
		if death != nil {
			l.Status = "deceased"
		}
		if household != nil {
			l.HouseholdNumber = HouseholdNumber(*household)
		}
		l.IDMask, l.PhoneMask = idnum.MaskResident(o.open(fieldID, id)), idnum.MaskPhone(o.open(fieldPhone, phone))
		l.DivisionName = s.places.FullName(l.division)
		return l, nil
	})
	if err == nil {
		err = o.err
	}
	return out, err
}
