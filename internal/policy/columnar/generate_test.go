package columnar

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"zhongfu/internal/calendar"
	"zhongfu/internal/policy"
	"zhongfu/policies"
)

// author writes packs that no lawyer would: deep random expressions over random facts, with divisions by zero, products
// past 64 bits, birthdays, texts, items that ask each other and statuses that other items answer.
type author struct {
	*rand.Rand
	files fstest.MapFS
	names map[policy.Kind][]string // what an expression may name now
	depth int                      // of the deepest expression
	wild  bool                     // figures near the edge of 64 bits
}

func newPack(t testing.TB, seed uint64) (*policy.Pack, *author) {
	t.Helper()
	a := &author{Rand: rand.New(rand.NewPCG(seed, 77)), files: fstest.MapFS{}}
	a.wild = a.IntN(5) == 0
	a.borrow(t)
	a.write("pack.yaml", "name: gen\ntitle: 试验\nversion: \"1\"\ndivision: \"44\"\n")
	a.facts()
	a.parameters()
	for i, unit := range []string{"household", "person", "household", "person"} {
		a.item(i, unit)
	}
	p, err := policy.LoadUnproved(a.files, "gen")
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	return p, a
}

func (a *author) write(name, text string) { a.files["gen/"+name] = &fstest.MapFile{Data: []byte(text)} }

// borrow takes the sources and a procedure with its days from the national pack.
func (a *author) borrow(t testing.TB) {
	for _, glob := range []string{"national/sources.yaml", "national/procedures/*.yaml", "national/parameters/*.yaml"} {
		list, err := fs.Glob(policies.FS, glob)
		if err != nil || len(list) == 0 {
			t.Fatal(glob, err)
		}
		for _, f := range list {
			text, err := fs.ReadFile(policies.FS, f)
			if err != nil {
				t.Fatal(err)
			}
			a.write(strings.TrimPrefix(f, "national/"), string(text))
		}
	}
}

var genFacts = []struct{ key, kind, more string }{
	{"b0", "bool", ""}, {"b1", "bool", ""}, {"b2", "bool", ""},
	{"i0", "int", ""}, {"i1", "int", "min: -1000, max: 1000,"}, {"i2", "money", ""}, {"i3", "int", "min: 0, max: 3,"},
	{"i4", "money_monthly", "min: -1000000000000,"}, {"i5", "division", ""},
	{"d0", "date", ""}, {"d1", "date", ""},
	{"e0", "enum", `options: [{code: "1", label: a}, {code: "2", label: b}, {code: "3", label: c}],`},
	{"e1", "enum", `options: [{code: "x", label: a}, {code: "2", label: b}, {code: "1", label: c}, {code: "", label: d}],`},
}

func (a *author) facts() {
	var b strings.Builder
	b.WriteString("facts:\n")
	for _, of := range []string{"household", "member"} {
		for _, f := range genFacts {
			fmt.Fprintf(&b, "  - {key: %s, label: l, of: %s, type: %s, section: s, sensitivity: public, %s asked: true}\n", f.key, of, f.kind, f.more)
		}
	}
	b.WriteString("  - {key: urban, label: l, of: household, type: bool, section: s, sensitivity: public, asked: true}\n")
	for i, of := range []string{"household", "member", "household"} {
		fmt.Fprintf(&b, "  - {key: holds_i%d, label: l, of: %s, type: bool, section: s, sensitivity: public, outcome_of: i%d}\n", i, of, i)
	}
	a.write("facts/facts.yaml", b.String())
}

func (a *author) parameters() {
	var b strings.Builder
	b.WriteString("parameters:\n")
	for i := range 5 {
		kind := []string{"money", "int", "ratio", "bool", "int"}[i]
		fmt.Fprintf(&b, "  - id: p%d\n    label: l\n    type: %s\n    unit: count\n    values:\n", i, kind)
		value := func() string {
			if kind == "bool" {
				return []string{"true", "false"}[a.IntN(2)]
			}
			return fmt.Sprint(a.IntN([]int{3, 100, 2000}[a.IntN(3)]))
		}
		places := []string{"44"}
		if a.IntN(16) == 0 {
			places = nil // some places have none
		}
		for _, d := range append(places, "4401", "440106", "440106012", "440703", "440781", "440305001000", "441322") {
			if d != "44" && a.IntN(2) == 0 {
				continue
			}
			if a.IntN(2) == 0 {
				fmt.Fprintf(&b, "      - {divisions: \"%s\", from: 2020-01-01, urban: \"%s\", rural: \"%s\", status: sample, source: SAMPLE}\n", d, value(), value())
			} else {
				fmt.Fprintf(&b, "      - {divisions: \"%s\", from: 2020-01-01, value: \"%s\", status: sample, source: SAMPLE}\n", d, value())
			}
		}
		fmt.Fprintf(&b, "      - {divisions: \"4404\", from: 2020-01-01, value: \"%s\", status: sample, source: SAMPLE}\n", value())
	}
	a.write("parameters/gen.yaml", b.String())
}

// shared names the facts under a prefix, the statuses of items before i, and the parameters.
func (a *author) scope(i int, prefixes ...string) {
	a.names = map[policy.Kind][]string{
		policy.KindInt: {"p.p0", "p.p1", "p.p2", "p.p4"}, policy.KindBool: {"p.p3"}, policy.KindDate: {"date"},
	}
	kinds := map[byte]policy.Kind{'b': policy.KindBool, 'i': policy.KindInt, 'd': policy.KindDate, 'e': policy.KindText}
	for _, prefix := range prefixes {
		for _, f := range genFacts {
			a.name(kinds[f.key[0]], prefix+f.key)
		}
		for k, of := range []string{"h.", "m.", "h."} {
			if k < i && (prefix == of || prefix == "a." && of == "m.") {
				a.name(policy.KindBool, fmt.Sprintf("%sholds_i%d", prefix, k))
				a.name(policy.KindBool, fmt.Sprintf("%sholds_i%d", prefix, k))
			}
		}
	}
}

func (a *author) name(k policy.Kind, name string) { a.names[k] = append(a.names[k], name) }

func (a *author) item(i int, unit string) {
	var b strings.Builder
	fmt.Fprintf(&b, "id: i%d\nname: n\nsummary: 一句话。\nkind: other\ntheme: other\ndepartment: d\nintake: desk\nunit: %s\nfrom: 2020-01-01\nclause: SAMPLE 示例\nprocedure: department\napply: {who: w, where: register_town, text: t, clause: SAMPLE 示例}\n", i, unit)
	a.scope(i, "h.", "m.")
	var members []string
	var kinds []policy.Kind
	b.WriteString("member_values:\n")
	for k := range 1 + a.IntN(4) {
		kind := []policy.Kind{policy.KindInt, policy.KindInt, policy.KindBool, policy.KindText}[a.IntN(4)]
		fmt.Fprintf(&b, "  - {id: y%d, label: l, unit: %s, expr: %q}\n", k, units[kind], a.expr(kind, 3))
		a.name(kind, fmt.Sprintf("m.y%d", k))
		members, kinds = append(members, fmt.Sprintf("y%d", k)), append(kinds, kind)
	}
	b.WriteString("exclusions:\n")
	for k := range 1 + a.IntN(3) {
		fmt.Fprintf(&b, "  - {id: x%d, name: n, reason: r, clause: SAMPLE 示例, when: %q}\n", k, a.rare(a.expr(policy.KindBool, 3)))
	}
	inner := a.names
	prefixes := []string{"h."}
	if unit == "person" {
		prefixes = append(prefixes, "a.")
	}
	a.scope(i, prefixes...)
	if unit == "person" {
		for k, m := range members {
			a.name(kinds[k], "a."+m)
		}
	}
	house := a.names
	b.WriteString("values:\n")
	for k := range 3 + a.IntN(6) {
		over := []string{"", "over: all, "}[a.IntN(2)]
		id := fmt.Sprintf("v.w%d", k)
		a.names = inner
		switch a.IntN(5) {
		case 0:
			fmt.Fprintf(&b, "  - {id: w%d, label: l, unit: fen, %ssum: %q}\n", k, over, a.expr(policy.KindInt, 3))
			a.names = house
			a.name(policy.KindInt, id)
		case 1:
			fmt.Fprintf(&b, "  - {id: w%d, label: l, unit: persons, %scount: %q}\n", k, over, []string{"true", a.expr(policy.KindBool, 3)}[a.IntN(2)])
			a.names = house
			a.name(policy.KindInt, id)
			a.name(policy.KindInt, id)
		case 2:
			fmt.Fprintf(&b, "  - {id: w%d, label: l, unit: bool, %sany: %q}\n", k, over, a.expr(policy.KindBool, 3))
			a.names = house
			a.name(policy.KindBool, id)
		default:
			a.names = house
			kind := []policy.Kind{policy.KindInt, policy.KindInt, policy.KindBool, policy.KindText}[a.IntN(4)]
			fmt.Fprintf(&b, "  - {id: w%d, label: l, unit: %s, expr: %q}\n", k, units[kind], a.expr(kind, 4))
			a.name(kind, id)
			a.name(kind, id)
		}
		house = a.names
	}
	a.names = house
	b.WriteString("rules:\n")
	for k := range 1 + a.IntN(3) {
		until := []string{"", "", "", "until: 2021-01-01, ", "from: 2022-01-01, "}[a.IntN(5)]
		fmt.Fprintf(&b, "  - {id: r%d, name: n, text: t, reason: r, clause: SAMPLE 示例, %swhen: %q}\n", k, until, a.likely(a.expr(policy.KindBool, 5)))
	}
	for k := range i {
		if a.IntN(2) == 0 || unit == "household" && k == 1 {
			continue
		}
		unless := ""
		if a.IntN(3) > 0 {
			unless = fmt.Sprintf("unless: %q, ", a.expr(policy.KindBool, 3))
		}
		fmt.Fprintf(&b, "  - {id: asks%d, name: n, text: t, reason: r, clause: SAMPLE 示例, %sitem: i%d}\n", k, unless, k)
	}
	if a.IntN(3) > 0 {
		fmt.Fprintf(&b, "amount: {label: l, unit: fen_once, clause: SAMPLE 示例, expr: %q, rounding: {rule: %s, status: sample}}\n", a.expr(policy.KindInt, 4),
			[]string{"fen", "jiao_up", "jiao_half_up", "yuan_up", "yuan_half_up", "yuan_down"}[a.IntN(6)])
	}
	a.write(fmt.Sprintf("items/i%d.yaml", i), b.String())
}

var units = map[policy.Kind]string{policy.KindInt: "fen", policy.KindBool: "bool", policy.KindText: "text"}

// likely and rare lean a rule towards passing and an exclusion towards not holding, so that both ways occur.
func (a *author) likely(x string) string {
	if a.IntN(2) == 0 {
		return x
	}
	return "(" + x + ") || h.i3 < 3 || h.b0"
}

func (a *author) rare(x string) string {
	if a.IntN(2) == 0 {
		return x
	}
	return "(" + x + ") && m.b0"
}

// Days on which generated packs are asked.
var genDays = []calendar.Date{calendar.NewDate(2020, 2, 29), calendar.NewDate(2023, 3, 1), calendar.NewDate(2024, 2, 29), calendar.NewDate(2025, 2, 28)}
