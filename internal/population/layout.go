package population

import (
	"crypto/sha256"
	"encoding/json"

	"zhongfu/internal/policy"
)

// Slot is one fact of a layout.
type Slot struct {
	Of      string          `json:"of"` // household or member
	Key     string          `json:"key"`
	Type    policy.FactType `json:"type"`
	Options []string        `json:"options,omitempty"` // codes of an enum, in the order that sheets number them
}

// Layout is the order in which a sheet holds its facts. Layouts are stored once each and never change.
type Layout struct {
	ID        int32
	Household []Slot
	Member    []Slot
}

// LayoutOf is the layout that a pack's catalogue asks for; it has no ID before it is stored. Decimal facts have no
// column and no slot.
func LayoutOf(p *policy.Pack) Layout {
	var l Layout
	for _, f := range p.Facts() {
		if f.Type == policy.Decimal {
			continue
		}
		s := Slot{Of: f.Of, Key: f.Key, Type: f.Type}
		for _, o := range f.Options {
			s.Options = append(s.Options, o.Code)
		}
		if f.Of == policy.OfMember {
			l.Member = append(l.Member, s)
		} else {
			l.Household = append(l.Household, s)
		}
	}
	return l
}

// text is what is stored of a layout; its digest tells two layouts apart.
func (l *Layout) text() (facts, digest []byte, err error) {
	facts, err = json.Marshal(append(append([]Slot{}, l.Household...), l.Member...))
	if err != nil {
		return nil, nil, err
	}
	sum := sha256.Sum256(facts)
	return facts, sum[:], nil
}

func parseLayout(id int32, facts []byte) (Layout, error) {
	l := Layout{ID: id}
	var all []Slot
	if err := json.Unmarshal(facts, &all); err != nil {
		return l, err
	}
	for _, s := range all {
		if s.Of == policy.OfMember {
			l.Member = append(l.Member, s)
		} else {
			l.Household = append(l.Household, s)
		}
	}
	return l, nil
}
