package exchange

import (
	"fmt"
	"time"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
)

// PersonFacts are what mappings may know about the person beside the records.
type PersonFacts struct {
	Birth         calendar.Date
	Sex           string // GB/T 2261.1
	HongKongMacao bool   // holds a residence permit of Hong Kong or Macao residents (identity number 81…, 82…)
}

// Applies tells whether the class is asked about such a person.
func (c *Catalogue) Applies(class string, person PersonFacts, day calendar.Date) bool {
	code := c.code[class]
	if code == nil {
		return false
	}
	if code.onlyFor == nil {
		return true
	}
	in, err := input(c.classes[class].class, person, day, nil)
	if err != nil {
		return false
	}
	out, _, err := code.onlyFor.Eval(in)
	return err == nil && out == types.True
}

// Facts turns one person's answer into that person's share of the class's facts, by "of.key": the value as case files store it,
// []string for a fact that counts different things (Combine: Distinct), or nil where the answer does not tell. None counts as
// no records, which is a known zero; Unknown tells nothing.
func (c *Catalogue) Facts(class string, person PersonFacts, day calendar.Date, t Typed) (map[string]any, error) {
	parts, err := c.parts(class, person, day, t)
	if err != nil {
		return nil, err
	}
	out := make(map[string]any, len(parts))
	for key, p := range parts {
		out[key] = p.value
	}
	return out, nil
}

// part is one answer's share of one fact; why tells the reason of a missing value.
type part struct {
	value any
	why   string
}

func (c *Catalogue) parts(class string, person PersonFacts, day calendar.Date, t Typed) (map[string]part, error) {
	cl, code := c.classes[class].class, c.code[class]
	if cl == nil || code == nil {
		return nil, fmt.Errorf("exchange: no class %q", class)
	}
	out := make(map[string]part, len(cl.Facts))
	if t.Status != Found && t.Status != None {
		for _, m := range cl.Facts {
			out[m.Of+"."+m.Fact] = part{why: CannotTell}
		}
		return out, nil
	}
	in, err := input(cl, person, day, t.Records)
	if err != nil {
		return nil, err
	}
	for i, m := range cl.Facts {
		f := c.facts[m.Of+"."+m.Fact]
		out[m.Of+"."+m.Fact] = evaluate(code.facts[i], &m, &f, in)
	}
	return out, nil
}

// evaluate never guesses: an expression that fails on these records tells nothing.
func evaluate(p cel.Program, m *Mapping, f *policy.Fact, in map[string]any) part {
	out, _, err := p.Eval(in)
	switch {
	case err != nil:
		return part{why: Faulty}
	case out == types.NullValue:
		return part{why: Silent}
	case m.Combine == Distinct:
		keys, err := out.ConvertToNative(stringsType)
		if err != nil {
			return part{why: Faulty}
		}
		return part{value: keys}
	}
	v, err := factValue(f, out)
	if err != nil {
		return part{why: Faulty}
	}
	return part{value: v}
}

// factValue brings what CEL gives to what case files store.
func factValue(f *policy.Fact, out ref.Val) (any, error) {
	v := out.Value()
	if t, ok := v.(time.Time); ok {
		v = calendar.Date(t.Unix() / 86400)
	}
	return f.Value(v)
}
