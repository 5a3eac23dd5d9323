package policy

import (
	"testing"

	"pgregory.net/rapid"
)

// Help that may not meet never comes out together on the same facts (特困 and the disability subsidies, 孤儿 and
// 事实无人抚养儿童, 刚性支出困难家庭 and 低保 or 低保边缘).
func TestHelpThatMayNotMeet(t *testing.T) {
	p := guangdong(t)
	apart := [][2]string{{"tekun", "disability_living"}, {"tekun", "disability_nursing"}, {"orphan", "unsupported_child"},
		{"expenditure_hardship", "dibao"}, {"expenditure_hardship", "dibao_marginal"}}
	seen := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		in := drawFor(t, p, "expenditure_hardship")
		for _, two := range apart {
			a, b := evaluate(t, p, two[0], in), evaluate(t, p, two[1], in)
			if a.Outcome == Eligible && b.Outcome == Eligible {
				t.Fatalf("%s and %s together", two[0], two[1])
			}
			for _, r := range []*Result{a, b} {
				if r.Outcome == Eligible {
					seen[r.Item]++
				}
			}
		}
	})
	for _, item := range []string{"tekun", "disability_nursing", "dibao_marginal"} {
		if seen[item] == 0 {
			t.Errorf("nobody was ever eligible for %s; the test shows nothing", item)
		}
	}
}

// The tekun standard in Guangdong is never below 1.6 times the dibao standard of the place, and is a whole number of yuan.
func TestTekunKeepsItsDistance(t *testing.T) {
	p := guangdong(t)
	paid := 0
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t, p)
		in.Members[0].Facts["birth"] = "1945-03-01"
		r := evaluate(t, p, "tekun", in)
		if r.Outcome != Eligible {
			return
		}
		paid++
		standard, _ := r.used("dibao_standard").Value.(int64)
		if got := amount(r); got*10 < standard*16 || got%100 != 0 {
			t.Fatalf("%d fen at a dibao standard of %d", got, standard)
		}
	})
	if paid == 0 {
		t.Error("nobody was ever tekun; the test shows nothing")
	}
}

// The price subsidy is nothing below both triggers, and never falls when a price rises more.
func TestPriceSubsidyGrowsWithPrices(t *testing.T) {
	base := guangdong(t)
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t, base)
		in.Household["holds_dibao"] = true
		cpi, food := rapid.Int64Range(-300, 900).Draw(t, "cpi"), rapid.Int64Range(-300, 1500).Draw(t, "food")
		pay := func(cpi, food int64) int64 {
			r, err := base.evaluateWith("price_linkage", in, map[string]int64{"cpi_rise": cpi, "food_cpi_rise": food})
			if err != nil {
				t.Fatal(err)
			}
			return amount(r)
		}
		now := pay(cpi, food)
		if cpi < 350 && food < 600 && now != 0 {
			t.Fatalf("%d fen at rises of %d and %d ten-thousandths", now, cpi, food)
		}
		if more := pay(cpi+rapid.Int64Range(0, 300).Draw(t, "more"), food); more < now {
			t.Fatalf("with more inflation %d fen became %d", now, more)
		}
	})
}
