package registry

import (
	"strconv"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/idnum"
)

// IDReading is what an ID number says, for forms that fill in birth and sex.
type IDReading struct {
	Birth    calendar.Date `json:"birth"`
	Sex      string        `json:"sex" doc:"GB/T 2261.1"`
	Age      int           `json:"age"`
	Division Place         `json:"division" doc:"first registration; the county may no longer exist, its name is then empty"`
}

// ParseID reads an ID number without looking anybody up.
func (s *Service) ParseID(actor access.Actor, number string) (IDReading, error) {
	if err := access.Check(actor, "registry.search", access.Listing); err != nil {
		return IDReading{}, err
	}
	r, err := idnum.ParseResidentOn("id_number", number, s.today())
	if err != nil {
		return IDReading{}, err
	}
	return IDReading{Birth: r.Birth, Sex: strconv.Itoa(r.Sex), Age: r.Birth.Age(s.today()), Division: s.place(r.Division)}, nil
}
