package columnar

import (
	"fmt"
	"strings"

	"zhongfu/internal/policy"
)

// expr writes a random expression of the kind, at most so deep.
func (a *author) expr(k policy.Kind, depth int) string {
	a.depth = max(a.depth, depth)
	if depth == 0 || a.IntN(7) == 0 {
		return a.leaf(k)
	}
	if a.IntN(9) == 0 {
		return fmt.Sprintf("(%s ? %s : %s)", a.expr(policy.KindBool, depth-1), a.expr(k, depth-1), a.expr(k, depth-1))
	}
	sub := func(k policy.Kind) string { return a.expr(k, depth-1) }
	switch k {
	case policy.KindInt:
		return a.number(sub)
	case policy.KindBool:
		return a.condition(sub)
	}
	return a.leaf(k)
}

func (a *author) number(sub func(policy.Kind) string) string {
	x, y := sub(policy.KindInt), sub(policy.KindInt)
	switch a.IntN(14) {
	case 0, 1, 2:
		return fmt.Sprintf("(%s + %s)", x, y)
	case 3, 4:
		return fmt.Sprintf("(%s - %s)", x, y)
	case 5, 6:
		if !a.wild {
			y = []string{"2", "one", "p.p0", "h.i3"}[a.IntN(4)]
		}
		return fmt.Sprintf("(%s * %s)", x, y)
	case 7:
		return fmt.Sprintf("min(%s, %s)", x, y)
	case 8:
		return fmt.Sprintf("max(%s, %s)", x, y)
	case 9:
		return fmt.Sprintf("div_round(max(0, %s), max(1, %s))", x, y)
	case 10:
		if a.wild || a.IntN(30) == 0 {
			return fmt.Sprintf("div_round(%s, %s)", x, y)
		}
		return fmt.Sprintf("(%s == 0 ? 0 : div_round(max(0, %s), max(0, %s)))", y, x, y)
	case 11:
		k := a.IntN(4)
		if k < 2 && !a.wild && a.IntN(10) > 0 {
			k = 3
		}
		switch k {
		case 0:
			return fmt.Sprintf("(%s / %s)", x, y)
		case 1:
			return fmt.Sprintf("(%s %% %s)", x, y)
		case 2:
			return fmt.Sprintf("(%s / 7)", x)
		}
		return fmt.Sprintf("(%s != 0 ? %s %% %s : 1)", y, x, y)
	case 12:
		return fmt.Sprintf("(-(%s))", x)
	}
	return fmt.Sprintf("age(%s, %s)", a.leaf(policy.KindDate), a.leaf(policy.KindDate))
}

func (a *author) condition(sub func(policy.Kind) string) string {
	switch a.IntN(12) {
	case 0, 1, 2:
		return fmt.Sprintf("(%s && %s)", sub(policy.KindBool), sub(policy.KindBool))
	case 3, 4, 5:
		return fmt.Sprintf("(%s || %s)", sub(policy.KindBool), sub(policy.KindBool))
	case 6:
		return fmt.Sprintf("!(%s)", sub(policy.KindBool))
	case 7:
		k := policy.Kind(a.IntN(4))
		return fmt.Sprintf("(%s %s %s)", sub(k), []string{"==", "!="}[a.IntN(2)], sub(k))
	case 8:
		if a.IntN(2) == 0 {
			return fmt.Sprintf("(age(%s, date) %s %d)", a.leaf(policy.KindDate), a.compare(), a.IntN(90))
		}
		return fmt.Sprintf("(%s %s %s)", a.leaf(policy.KindDate), a.compare(), a.leaf(policy.KindDate))
	case 9:
		if a.IntN(2) == 0 {
			return fmt.Sprintf("(%s in [%s])", sub(policy.KindInt), a.list(func() string { return fmt.Sprint(a.IntN(5)) }))
		}
		return fmt.Sprintf("(%s in [%s])", sub(policy.KindText), a.list(func() string { return a.text() }))
	case 10:
		return fmt.Sprintf("(%s %s %s)", sub(policy.KindText), a.compare(), sub(policy.KindText))
	}
	return fmt.Sprintf("(%s %s %s)", sub(policy.KindInt), a.compare(), sub(policy.KindInt))
}

func (a *author) list(of func() string) string {
	var out []string
	for range 1 + a.IntN(3) {
		out = append(out, of())
	}
	return strings.Join(out, ", ")
}

func (a *author) compare() string { return []string{"<", "<=", ">", ">="}[a.IntN(4)] }
func (a *author) text() string    { return []string{`"1"`, `"2"`, `"x"`, `"none"`, `""`}[a.IntN(5)] }

func (a *author) leaf(k policy.Kind) string {
	if list := a.names[k]; len(list) > 0 && a.IntN(4) > 0 {
		return list[a.IntN(len(list))]
	}
	switch k {
	case policy.KindBool:
		return []string{"true", "false"}[a.IntN(2)]
	case policy.KindText:
		return a.text()
	case policy.KindDate:
		return []string{"date", `timestamp("2000-02-29T00:00:00Z")`, `timestamp("1969-12-31T00:00:00Z")`}[a.IntN(3)]
	}
	if a.wild && a.IntN(5) == 0 {
		return []string{"9223372036854775807", "-9223372036854775808", "4611686018427387904", "3037000500", "-9223372036854775807"}[a.IntN(5)]
	}
	return []string{"0", "1", "2", "one", "18", "-1", "100000"}[a.IntN(7)]
}
