package policy

import (
	"strings"
	"testing"
)

// What the columnar engine has no columns for keeps a pack out, with the place and the way out.
func TestLoadRefusesWhatNoPopulationCanBeAsked(t *testing.T) {
	for _, c := range []struct{ name, when, want string }{
		{"arithmetic on dates", "date - date == duration('0s')", "批量测算不支持"},
		{"a function of CEL's own", "size('ab') == 2", "不支持的函数 size"},
		{"texts joined", "'a' + 'b' == 'ab'", "对文字或日期做了加减乘除"},
		{"order of conditions", "h.non_residential < true", "比较了两个是否值的大小"},
		{"a list of figures", "v.size in [v.size, 2]", "只能写固定的值"},
		{"a day that is none", "date > timestamp('2026-01-01T08:30:00Z')", "里的日期应写作"},
		{"a decimal number", "1.5 > 1.0", "不支持的类型"},
	} {
		files := changed(t, "national/items/dibao.yaml", "when: v.income_total < v.size * p.dibao_standard", "when: \""+c.when+"\"")
		_, err := LoadUnproved(files, "national")
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "national/items/dibao.yaml:") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// Areas stand for every division of the pack's place, each once, with what Parameter says there.
func TestAreas(t *testing.T) {
	p := guangdong(t)
	ids := []string{"dibao_standard", "asset_months", "no_such_parameter"}
	day := householdOf(0).Date
	areas := p.Areas(day, ids)
	next := int64(440000000000)
	for _, a := range areas {
		if a.Lo != next || a.Hi < a.Lo {
			t.Fatalf("area %d…%d after %d", a.Lo, a.Hi, next)
		}
		next = a.Hi + 1
		for _, d := range []int64{a.Lo, (a.Lo + a.Hi) / 2, a.Hi} {
			for k, id := range ids[:2] {
				yes, no := true, false
				u, _ := p.Parameter(id, d, day, &yes)
				r, _ := p.Parameter(id, d, day, &no)
				if a.Values[k].Missing || u.Value != a.Values[k].Urban || r.Value != a.Values[k].Rural {
					t.Fatalf("%s in %d: %+v, want %v %v", id, d, a.Values[k], u.Value, r.Value)
				}
			}
		}
		if !a.Values[2].Missing {
			t.Fatal("a parameter that does not exist has a value")
		}
	}
	if next != 450000000000 || len(areas) < 8 {
		t.Errorf("%d areas up to %d", len(areas), next)
	}
}
