package columnar

import (
	"strings"
	"testing"

	"zhongfu/internal/policy"
)

func TestAlarms(t *testing.T) {
	result := func(rows int, row func(i int) (Outcome, uint64, uint64)) *Results {
		it := &ItemResult{Unit: policy.UnitHousehold, Rules: []string{"income", "assets"}}
		for i := range rows {
			o, failed, open := row(i)
			it.Outcome, it.Failed, it.Open = append(it.Outcome, o), append(it.Failed, failed), append(it.Open, open)
		}
		return &Results{items: map[string]*ItemResult{"dibao": it}, order: []string{"dibao"}}
	}
	even := func(i int) uint64 { return uint64(i % 2) }
	for _, c := range []struct {
		name string
		rows int
		row  func(i int) (Outcome, uint64, uint64)
		want []string
	}{
		{"both ways", 1000, func(i int) (Outcome, uint64, uint64) { return Outcome(1 - even(i)), even(i) * 3, 0 }, nil},
		{"few rows", 999, func(int) (Outcome, uint64, uint64) { return Eligible, 0, 0 }, nil},
		{"all pass one rule", 1000, func(i int) (Outcome, uint64, uint64) { return Outcome(1 - even(i)), even(i), 0 }, []string{"assets matches_all"}},
		{"none passes one rule", 1000, func(i int) (Outcome, uint64, uint64) { return Ineligible, 2 | even(i), 0 }, []string{"assets matches_none", " grants_none"}},
		{"everybody", 1000, func(int) (Outcome, uint64, uint64) { return Eligible, 0, 0 }, []string{"income matches_all", "assets matches_all", " grants_all"}},
		{"mostly open", 1500, func(i int) (Outcome, uint64, uint64) {
			if i < 600 {
				return Outcome(1 - even(i)), even(i), 0
			}
			return NeedsEvidence, 0, 3
		}, nil},
		{"faults do not count", 1500, func(i int) (Outcome, uint64, uint64) {
			if i < 600 {
				return Eligible, 0, 0
			}
			return Fault, 0, 0
		}, nil},
	} {
		var got []string
		for _, a := range Alarms(result(c.rows, c.row)) {
			got = append(got, a.Rule+" "+string(a.Kind))
			if !strings.Contains(a.Message, "请核对") || a.Rows != c.rows {
				t.Errorf("%s: %+v", c.name, a)
			}
		}
		if strings.Join(got, ", ") != strings.Join(c.want, ", ") {
			t.Errorf("%s: alarms %v, want %v", c.name, got, c.want)
		}
	}
}
