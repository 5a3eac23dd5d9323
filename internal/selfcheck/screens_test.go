package selfcheck

import (
	"fmt"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"zhongfu/internal/access"
	"zhongfu/internal/clock"
	"zhongfu/internal/division"
	"zhongfu/internal/policy"
	"zhongfu/policies"
)

// The most screens that a family is shown for everything and for one theme, on each province's pack. "A few questions":
// who needs more gives up.
const (
	mostForAll   = 10
	mostForTheme = 7
)

// kin is a family that answers truthfully; a fact that is not written has the plain value: no, nothing, the first choice.
type kin struct {
	name    string
	people  []Person
	house   map[string]any
	members []map[string]any
}

var families = []kin{
	{
		name:   "困难夫妻和一个小学生",
		people: []Person{{Relation: "02", Age: 40, Sex: "1"}, {Relation: "12", Age: 38, Sex: "2"}, {Relation: "20", Age: 9, Sex: "1"}},
		house:  map[string]any{"dwellings": 1, "spend_living": 2_400_000, "spend_education": 200_000, "financial_assets": 500_000},
		members: []map[string]any{
			{"income_wage": 200_000, "employed": true, "employment_cost": 20_000},
			{"work_ability": "full"},
			{"student_stage": "primary", "supporters": 2},
		},
	},
	{
		name:   "单身残疾人",
		people: []Person{{Relation: "02", Age: 45, Sex: "1"}},
		house:  map[string]any{"dwellings": 1, "spend_living": 1_200_000},
		members: []map[string]any{
			{"disability_type": "4", "disability_grade": "2", "work_ability": "none", "rigid_spending": 10_000, "supporters": 1, "supporters_elder": 1},
		},
	},
	{
		name:    "独居老人",
		people:  []Person{{Relation: "02", Age: 72, Sex: "2"}},
		house:   map[string]any{"dwellings": 1, "spend_living": 900_000, "spend_medical": 300_000},
		members: []map[string]any{{"income_transfer": 20_000, "transfer_insurance": 20_000, "inpatient_cost": 300_000, "designated_provider": true, "resident_insurance": true, "work_ability": "none"}},
	},
	{
		name:   "普通人家",
		people: []Person{{Relation: "02", Age: 35, Sex: "1"}, {Relation: "12", Age: 34, Sex: "2"}, {Relation: "30", Age: 7, Sex: "2"}, {Relation: "52", Age: 63, Sex: "2"}},
		house:  map[string]any{"dwellings": 1, "vehicles": 1, "financial_assets": 10_000_000, "spend_living": 7_200_000, "spend_education": 500_000, "housing_area": 90},
		members: []map[string]any{
			{"income_wage": 1_200_000, "employed": true},
			{"income_wage": 800_000, "employed": true},
			{"student_stage": "primary", "supporters": 2},
			{"income_transfer": 300_000, "lives_together": true, "supporters": 1},
		},
	},
}

// provinces are the packs with a place in each.
var provinces = map[string]string{"guangdong": street, "shandong": "370102001000"}

var checked = sync.OnceValues(func() (*Service, error) {
	var shelf policy.Shelf
	for pack := range provinces {
		p, err := policy.Load(policies.FS, pack)
		if err != nil {
			return nil, err
		}
		shelf = append(shelf, p)
	}
	rows, err := division.Parse()
	if err != nil {
		return nil, err
	}
	places, err := division.New(rows)
	return New(clock.NewFake(time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)), places, shelf), err
})

func TestFamiliesAreShownFewScreens(t *testing.T) {
	s, err := checked()
	if err != nil {
		t.Fatal(err)
	}
	for pack, place := range provinces {
		for _, k := range families {
			t.Run(pack+"/"+k.name, func(t *testing.T) {
				all := k.lead(t, s, place, "")
				t.Logf("everything: %d screens, %d fields", len(all.screens), all.fields)
				if len(all.screens) > mostForAll {
					t.Errorf("%d screens for everything, want at most %d: %v", len(all.screens), mostForAll, all.screens)
				}
				for _, theme := range themeOrder {
					got := k.lead(t, s, place, theme)
					t.Logf("%s: %d screens, %d fields: %v", theme, len(got.screens), got.fields, got.screens)
					if len(got.screens) > mostForTheme {
						t.Errorf("%d screens for %s, want at most %d: %v", len(got.screens), theme, mostForTheme, got.screens)
					}
					for item, standing := range got.standing {
						if all.standing[item] != standing {
							t.Errorf("%s is %s when asked alone and %s among all", item, standing, all.standing[item])
						}
					}
				}
			})
		}
	}
}

type led struct {
	screens  []string
	fields   int
	standing map[string]string
}

// lead takes the family through the self-check to its end.
func (k kin) lead(t *testing.T, s *Service, place, theme string) (out led) {
	t.Helper()
	in := Answers{Division: place, Household: map[string]any{}}
	if theme != "" {
		in.Themes = []string{theme}
	}
	for _, p := range k.people {
		p.Facts = map[string]any{}
		in.Members = append(in.Members, p)
	}
	for {
		r, err := s.Check(t.Context(), visitor(), in)
		if err != nil {
			t.Fatal(err)
		}
		if r.Screen == nil {
			out.standing = map[string]string{}
			for _, f := range r.Results {
				out.standing[f.Item+" "+f.For] = f.Standing
			}
			return out
		}
		if len(out.screens) > 60 || r.Left < 1 {
			t.Fatalf("asked without end (left %d): %v", r.Left, out.screens)
		}
		out.screens = append(out.screens, fmt.Sprintf("%s(%d)", r.Screen.Topic, len(r.Screen.Questions)))
		for _, q := range r.Screen.Questions {
			if q.Of == policy.OfHousehold {
				out.fields++
				in.Household[q.Fact] = k.answer(t, s, place, q, -1)
				continue
			}
			for _, who := range q.People {
				out.fields++
				in.Members[who.Index].Facts[q.Fact] = k.answer(t, s, place, q, who.Index)
			}
		}
	}
}

// answer is what the family says; to an opening question, whether any fact behind it is more than nothing.
func (k kin) answer(t *testing.T, s *Service, place string, q Question, member int) any {
	t.Helper()
	pack, err := s.packs.At(number(place), clock.Today(s.clock))
	if err != nil {
		t.Fatal(err)
	}
	if g := pack.Gate(q.Fact); g != nil {
		return slices.ContainsFunc(pack.Facts(), func(f policy.Fact) bool {
			if !slices.Contains(f.Behind, g.Key) {
				return false
			}
			who := []map[string]any{k.house}
			if f.Of == policy.OfMember {
				who = k.members
				if member >= 0 {
					who = k.members[member : member+1]
				}
			} else if member >= 0 && q.Of == policy.OfMember {
				return false // of the household: somebody else's answer tells
			}
			return slices.ContainsFunc(who, func(said map[string]any) bool {
				v, ok := said[f.Key]
				return ok && v != f.Without() && v != 0
			})
		})
	}
	said := k.house
	if member >= 0 {
		said = k.members[member]
	}
	v, ok := said[q.Fact]
	if n, isInt := v.(int); isInt {
		v = float64(n)
	}
	switch {
	case ok:
		return v
	case q.Type == policy.Bool:
		return false
	case q.Type == policy.Enum:
		return q.Options[0].Code
	case q.Type == policy.DateFact:
		return nil
	}
	return float64(q.Min)
}

var visitors atomic.Int64

// visitor asks from an address of its own each time: how often one may ask is not what these tests are about.
func visitor() access.Actor {
	n := visitors.Add(1)
	return access.Public(fmt.Sprintf("10.%d.%d.1", n>>8&255, n&255))
}

func number(place string) int64 {
	n, _ := strconv.ParseInt(place, 10, 64)
	return n
}
