package rulebook

import (
	"slices"

	"zhongfu/internal/access"
	"zhongfu/internal/calendar"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
)

// Standard is a parameter at a place: what holds, what waits, how it came.
type Standard struct {
	ID       string          `json:"id"`
	Label    string          `json:"label"`
	Type     string          `json:"type"`
	Unit     string          `json:"unit"`
	Floor    string          `json:"floor,omitempty" doc:"the parameter that is the floor under it"`
	IsFloor  bool            `json:"is_floor"`
	SetHere  bool            `json:"set_here" doc:"the asking office may change it"`
	Now      *StandardPoint  `json:"now"`
	Next     *StandardPoint  `json:"next,omitempty" doc:"the value that waits for its day"`
	History  []StandardPoint `json:"history" doc:"oldest first"`
	Smallest string          `json:"smallest" doc:"prefix of the place, for proposing"`
}

// StandardPoint is a value from a day on.
type StandardPoint struct {
	From    calendar.Date `json:"from"`
	Urban   *int64        `json:"urban"`
	Rural   *int64        `json:"rural"`
	Split   bool          `json:"split" doc:"town and country differ"`
	Status  string        `json:"status" enum:"official,floor,sample"`
	Carried bool          `json:"carried" doc:"the last known value, carried past the time its source covers"`
	Source  policy.Clause `json:"source"`
	Note    string        `json:"note,omitempty"`
}

// Standards lists the parameters of the pack at a place with their history.
func (s *Service) Standards(actor access.Actor, place int64) ([]Standard, error) {
	if err := access.Check(actor, "policy.read", access.Listing); err != nil {
		return nil, err
	}
	if place == 0 {
		place = actor.Division
	}
	if _, ok := s.places.Get(place); !ok {
		return nil, errs.Bad("division", "没有这个行政区划，请从列表中选择。")
	}
	p, err := s.library.At(place, s.today())
	if err != nil {
		return nil, err
	}
	mine := actor.Sees(place) && access.Check(actor, "standard.propose", access.At(place)) == nil
	out := []Standard{}
	for _, def := range p.ParameterDefinitions() {
		if isPrice(def.ID) {
			continue
		}
		st := Standard{ID: def.ID, Label: def.Label, Type: string(def.Type), Unit: def.Unit, Floor: def.Fallback, IsFloor: isFloor(p, def.ID), History: points(p, &def, place),
			Smallest: prefixOf(place)}
		st.SetHere = mine && def.Type != policy.ParamDays && (actor.Level == access.Province || setByPlaces(p, &def))
		for i := range st.History {
			if h := &st.History[i]; h.From <= s.today() {
				st.Now = h
			} else if st.Next == nil {
				st.Next = h
			}
		}
		if st.Now != nil {
			yes := true
			if u, err := p.Parameter(def.ID, place, s.today(), &yes); err == nil {
				st.Now.Carried = u.Carried
			}
		}
		out = append(out, st)
	}
	return out, nil
}

// points walks the days on which the value at the place changes.
func points(p *policy.Pack, def *policy.Parameter, place int64) []StandardPoint {
	var days []calendar.Date
	for id, seen := def.ID, 0; id != "" && seen < 5; seen++ {
		d := definition(p, id)
		if d == nil {
			break
		}
		for _, v := range d.Values {
			if v.From != nil {
				days = append(days, *v.From)
			}
			if v.Until != nil {
				days = append(days, *v.Until)
			}
		}
		id = d.Fallback
	}
	slices.Sort(days)
	out := []StandardPoint{}
	for _, day := range slices.Compact(days) {
		yes, no := true, false
		a, err := p.Parameter(def.ID, place, day, &yes)
		if err != nil {
			continue
		}
		b, _ := p.Parameter(def.ID, place, day, &no)
		pt := StandardPoint{From: day, Urban: number(a.Value), Rural: number(b.Value), Split: a.Area != "", Status: a.Status, Carried: a.Carried, Source: a.Source, Note: a.Note}
		if n := len(out); n > 0 && same(out[n-1], pt) {
			continue
		}
		out = append(out, pt)
	}
	return out
}

func same(a, b StandardPoint) bool {
	return equal(a.Urban, b.Urban) && equal(a.Rural, b.Rural) && a.Status == b.Status && a.Source == b.Source
}

func equal(a, b *int64) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

func number(v any) *int64 {
	switch n := v.(type) {
	case int64:
		return &n
	case bool:
		var one int64
		if n {
			one = 1
		}
		return &one
	}
	return nil
}
