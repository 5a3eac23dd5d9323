package casework

import (
	"context"
	"fmt"
	"strconv"

	"zhongfu/internal/access"
	"zhongfu/internal/errs"
	"zhongfu/internal/policy"
	"zhongfu/internal/policy/advise"
)

// Precheck asks the policy about an application that is not handed in yet. Nothing is stored, and whatever comes out, the
// application can be handed in: the right to apply is not the policy's to weigh (57号 art 4).
func (s *Service) Precheck(_ context.Context, actor access.Actor, in PrecheckInput) (Precheck, error) {
	if err := access.Check(actor, "case.draft", access.Listing); err != nil {
		return Precheck{}, err
	}
	place := parseCode(in.Division)
	if _, ok := s.places.Get(place); !ok {
		return Precheck{}, errs.Bad("division", "没有这个行政区划，请从列表中选择。")
	}
	pack, err := s.packFor(place)
	if err != nil {
		return Precheck{}, err
	}
	it := pack.Item(in.Item)
	if it == nil {
		return Precheck{}, errs.Bad("item", "没有这个事项，请从列表中选择。")
	}
	h, err := s.draftHousehold(pack, in, place)
	if err != nil {
		return Precheck{}, err
	}
	a, err := advise.Assess(pack, h)
	if err != nil {
		return Precheck{}, err
	}
	person := ""
	if it.Unit == policy.UnitPerson {
		person = h.Members[0].ID
	}
	res, err := a.Sitting().Evaluate(it.ID, person)
	if err != nil {
		return Precheck{}, err
	}
	out := Precheck{Result: *res, Instead: []AdviceItem{}}
	st := &state{pack: pack}
	for i := range a.Items {
		if as := &a.Items[i]; as.Standing == advise.Eligible && as.Item.ID != it.ID {
			out.Instead = append(out.Instead, adviceItem(st, as))
		}
	}
	return out, nil
}

func (s *Service) draftHousehold(pack *policy.Pack, in PrecheckInput, place int64) (advise.Household, error) {
	var c errs.Collector
	h := advise.Household{Input: policy.Input{Date: s.today(), Division: place, Household: map[string]any{}}}
	checkEntry(&c, pack, true, in.Facts, "facts")
	for k, v := range in.Facts {
		h.Household[k] = v
	}
	if pack.Fact(policy.OfHousehold, "urban") != nil {
		h.Household["urban"] = s.urban(SubmitInput{Urban: in.Urban, Facts: in.Facts}, place)
	}
	st := &state{pack: pack}
	for i, m := range in.Members {
		if m.Role == "supporter" {
			continue
		}
		checkEntry(&c, pack, false, m.Facts, fmt.Sprintf("members[%d].facts", i))
		facts := map[string]any{}
		if m.Birth != nil {
			facts = st.derived(memberRow{Relation: m.Relation, Sex: int16(m.Sex), Birth: *m.Birth})
		}
		for k, v := range m.Facts {
			facts[k] = v
		}
		name := m.Name
		if name == "" {
			name = fmt.Sprintf("第 %d 位成员", i+1)
		}
		h.Members = append(h.Members, policy.Member{ID: "m" + strconv.Itoa(i), Name: name, Facts: facts})
	}
	if len(h.Members) == 0 {
		c.Add("members", "请至少填写申请人。")
	}
	return h, c.Err()
}
