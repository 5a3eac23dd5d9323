package registry

import (
	"context"
	"strconv"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/codes"
	"zhongfu/internal/idnum"
	"zhongfu/internal/registry/registrydb"
)

// HouseholdDetail is a household as screens show it.
type HouseholdDetail struct {
	ID           uuid.UUID         `json:"id"`
	Number       string            `json:"number" doc:"家庭编号, H and 10 digits"`
	Version      int               `json:"version"`
	Place        Place             `json:"place"`
	Urban        bool              `json:"urban"`
	AddressMask  string            `json:"address_mask"`
	HeadID       uuid.UUID         `json:"head_id"`
	HeadDeparted bool              `json:"head_departed" doc:"the head died or left: a new one must be named"`
	Since        calendar.Date     `json:"since"`
	Until        *calendar.Date    `json:"until,omitempty" doc:"since when nobody is left"`
	Members      []HouseholdMember `json:"members" doc:"present members first, then former ones"`
}

// HouseholdMember is a member, present or former; a former one is shown only while its file can be seen.
type HouseholdMember struct {
	PersonID      uuid.UUID      `json:"person_id"`
	Number        string         `json:"number"`
	Name          string         `json:"name"`
	Sex           string         `json:"sex"`
	Birth         calendar.Date  `json:"birth"`
	Age           int            `json:"age"`
	IDMask        string         `json:"id_mask"`
	PhoneMask     string         `json:"phone_mask"`
	Relation      string         `json:"relation" doc:"GB/T 4761"`
	RelationLabel string         `json:"relation_label"`
	LivesTogether bool           `json:"lives_together"`
	Since         calendar.Date  `json:"since"`
	Until         *calendar.Date `json:"until,omitempty"`
	DeathDate     *calendar.Date `json:"death_date,omitempty"`
	Categories    []string       `json:"categories" doc:"identities (身份) held now"`
}

// Household returns a household with its members, or NotFound outside the actor's range.
func (s *Service) Household(ctx context.Context, actor access.Actor, id uuid.UUID) (HouseholdDetail, error) {
	if err := access.Check(actor, "household.read", access.Listing); err != nil {
		return HouseholdDetail{}, err
	}
	var out HouseholdDetail
	err := s.db.InRead(ctx, actor, func(tx pgx.Tx) (err error) {
		out, err = s.householdDetail(ctx, registrydb.New(tx), actor, id)
		return err
	})
	return out, err
}

func (s *Service) householdDetail(ctx context.Context, q *registrydb.Queries, actor access.Actor, id uuid.UUID) (HouseholdDetail, error) {
	h, err := q.HouseholdByID(ctx, id)
	if err != nil {
		return HouseholdDetail{}, missing(err, "该家庭")
	}
	if err := access.Check(actor, "household.read", access.At(h.Division)); err != nil {
		return HouseholdDetail{}, err
	}
	rows, err := q.MembersOf(ctx, id)
	if err != nil {
		return HouseholdDetail{}, err
	}
	o := opener{keys: s.keys}
	d := HouseholdDetail{ID: h.ID, Number: HouseholdNumber(h.Number), Version: int(h.Version), Place: s.place(h.Division), Urban: h.Urban,
		AddressMask: maskAddress(o.open(fieldAddress, h.AddressSealed)), HeadID: h.HeadID, HeadDeparted: h.Until == nil, Since: h.Since, Until: h.Until}
	people := make([]uuid.UUID, len(rows))
	for i, m := range rows {
		people[i] = m.PersonID
	}
	held, err := categoriesOf(ctx, q, people)
	if err != nil {
		return d, err
	}
	d.Members = make([]HouseholdMember, len(rows))
	for i, m := range rows {
		if m.PersonID == h.HeadID && m.Until == nil {
			d.HeadDeparted = false
		}
		d.Members[i] = HouseholdMember{PersonID: m.PersonID, Number: PersonNumber(m.Number), Name: m.Name, Sex: strconv.Itoa(int(m.Sex)),
			Birth: m.Birth, Age: ageOf(m.Birth, m.DeathDate, s.today()), IDMask: idnum.MaskResident(o.open(fieldID, m.IDSealed)),
			PhoneMask: idnum.MaskPhone(o.open(fieldPhone, m.PhoneSealed)), Relation: m.Relation, RelationLabel: codes.Relation.Label(m.Relation),
			LivesTogether: m.LivesTogether, Since: m.Since, Until: m.Until, DeathDate: m.DeathDate, Categories: held[m.PersonID]}
	}
	return d, o.err
}

// categoriesOf returns the kinds that people hold now, never nil for a person asked about.
func categoriesOf(ctx context.Context, q *registrydb.Queries, people []uuid.UUID) (map[uuid.UUID][]string, error) {
	rows, err := q.OpenCategoriesOf(ctx, people)
	out := map[uuid.UUID][]string{}
	for _, id := range people {
		out[id] = []string{}
	}
	for _, r := range rows {
		out[r.PersonID] = append(out[r.PersonID], r.Kind)
	}
	return out, err
}
