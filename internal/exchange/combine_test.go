package exchange_test

import (
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"zhongfu/internal/calendar"
	"zhongfu/internal/exchange"
)

func typed(t testing.TB, a exchange.Answer) *exchange.Typed {
	t.Helper()
	out, err := load(t).CheckAnswer(a.Class, a)
	if err != nil {
		t.Fatal(err)
	}
	return &out
}

// What one answer says, class by class.
func TestFactsOfAnAnswer(t *testing.T) {
	c := load(t)
	month := func(n int) string { return today.MonthStart().AddMonths(-n).String() }
	wage := func(n int, yuan string) map[string]any {
		return map[string]any{"kind": "wage", "month": month(n), "income": yuan, "tax": "0"}
	}
	for _, x := range []struct {
		class, fact string
		want        any
		records     []map[string]any
	}{
		{"income_tax", "member.income_wage", int64(100000), []map[string]any{wage(1, "3000"), wage(6, "3000"), wage(7, "9999"), wage(0, "9999")}},
		{"income_tax", "member.income_wage", int64(0), nil},
		{"vehicle", "household.vehicles", []string{"A1", "A4"}, []map[string]any{
			{"plate": "A1", "kind": "car", "state": "normal", "registered_on": "2019-03-02"}, {"plate": "A2", "kind": "motorcycle", "state": "normal", "registered_on": "2019-03-02"},
			{"plate": "A3", "kind": "car", "state": "scrapped", "registered_on": "2019-03-02"}, {"plate": "A4", "kind": "truck", "state": "normal", "registered_on": "2019-03-02"}}},
		{"vehicle", "household.vehicles", []string{}, nil},
		{"disability_certificate", "member.disability_grade", "2", []map[string]any{{"type": "6", "grade": "2", "issued_on": "2020-01-01", "state": "valid", "valid_until": "2030-01-01"}}},
		{"disability_certificate", "member.disability_grade", "0", []map[string]any{{"type": "6", "grade": "2", "issued_on": "2010-01-01", "state": "valid", "valid_until": "2020-01-01"}}},
		{"disability_certificate", "member.disability_type", "0", nil},
		{"school_roll", "member.student_stage", "junior", []map[string]any{{"school": "一中", "stage": "junior", "full_time": true, "boarding": true, "enrolled_on": "2025-09-01", "state": "enrolled"}}},
		{"school_roll", "member.student_stage", "none", nil},
		{"imprisonment", "member.imprisoned", true, []map[string]any{{"kind": "prison", "from_on": "2025-01-01", "released": false}}},
		{"imprisonment", "member.imprisoned", false, []map[string]any{{"kind": "prison", "from_on": "2025-01-01", "until_on": "2026-01-01", "released": true}}},
		{"funeral", "member.deceased", false, nil},
		{"household_register", "member.deceased", true, []map[string]any{{"register_no": "1", "register_division": "440104001000", "state": "cancelled_death"}}},
		{"household_register", "member.household_register", int64(440104001000), []map[string]any{{"register_no": "1", "register_division": "440104001000", "state": "normal"}}},
		{"household_register", "member.household_register", nil, []map[string]any{{"register_no": "1", "register_division": "越秀", "state": "normal"}}},
		{"household_register", "member.household_register", nil, nil},
		{"pension", "member.income_transfer", int64(5000), []map[string]any{{"kind": "resident", "monthly": "250", "basic": "200", "from_on": "2020-01-01", "state": "paying"}}},
		{"pension", "member.uncounted_basic_pension", int64(20000), []map[string]any{{"kind": "resident", "monthly": "250", "basic": "200", "from_on": "2020-01-01", "state": "paying"}}},
		{"unemployment", "member.unemployment_benefit", true, []map[string]any{{"monthly": "1800", "from_on": "2026-09-01", "until_on": "2027-03-01"}}},
		{"real_estate", "household.dwellings", []string{"u1"}, []map[string]any{{"certificate": "u1", "use": "residence", "area": 80, "registered_on": "2010-01-01"},
			{"certificate": "u2", "use": "residence", "area": 60, "registered_on": "1990-01-01", "unused_old_house": true}, {"certificate": "u3", "use": "parking", "area": 12, "registered_on": "2010-01-01"}}},
		{"self_employed", "household.business_registration", false, []map[string]any{{"credit_code": "x", "name": "店", "registered_on": "2020-01-01", "state": "cancelled"}}},
		{"company", "household.business_registration", true, []map[string]any{{"credit_code": "x", "name": "店", "role": "shareholder", "registered_on": "2020-01-01", "state": "active"}}},
		{"assistance", "household.holds_dibao", true, []map[string]any{{"item": "dibao", "state": "receiving", "from_on": "2026-01-01", "monthly": "500"}}},
		{"assistance", "household.holds_dibao", nil, nil}, // nothing granted yet does not say that nothing will be
		{"social_insurance", "member.employed", nil, nil},
		{"medical_settlement", "member.inpatient_cost", int64(120000), []map[string]any{{"kind": "inpatient", "settled_on": "2026-03-01", "total": "5000", "personal": "1200", "aid": "0"},
			{"kind": "inpatient", "settled_on": "2025-12-01", "total": "5000", "personal": "1200", "aid": "0"}}},
		{"medical_settlement", "member.rigid_spending", int64(20000), []map[string]any{{"kind": "inpatient", "settled_on": "2026-03-01", "total": "5000", "personal": "1200", "aid": "0"},
			{"kind": "special", "settled_on": "2025-12-01", "total": "5000", "personal": "1200", "aid": "0"}}},
	} {
		facts, err := c.Facts(x.class, exchange.PersonFacts{Birth: calendar.NewDate(1970, 1, 1)}, today, *typed(t, answer(x.class, x.records...)))
		got, ok := facts[x.fact]
		if err != nil || !ok || !reflect.DeepEqual(got, x.want) {
			t.Errorf("%s → %s: got %v (%T), %v, want %v", x.class, x.fact, got, got, err, x.want)
		}
	}
	facts, err := c.Facts("vehicle", exchange.PersonFacts{}, today, exchange.Typed{Status: exchange.Unknown})
	if err != nil || facts["household.vehicles"] != nil {
		t.Errorf("a source that cannot tell gives %v, %v", facts, err)
	}
}

func TestHongKongMacaoOnlyForThem(t *testing.T) {
	c := load(t)
	if c.Applies("hkmo_asset", exchange.PersonFacts{}, today) || !c.Applies("hkmo_asset", exchange.PersonFacts{HongKongMacao: true}, today) || !c.Applies("deposit", exchange.PersonFacts{}, today) {
		t.Error("the desk for Hong Kong and Macao is asked about the wrong people")
	}
}

// assets are the classes behind financial_assets and the answer that puts n yuan into each.
var assets = map[string]func(yuan int) map[string]any{
	"deposit": func(n int) map[string]any {
		return map[string]any{"bank": "甲", "account": "1", "kind": "current", "balance": fmt.Sprint(n)}
	},
	"payment_account": func(n int) map[string]any {
		return map[string]any{"platform": "乙", "kind": "balance", "balance": fmt.Sprint(n)}
	},
	"commercial_insurance": func(n int) map[string]any {
		return map[string]any{"insurer": "丙", "policy_no": "1", "kind": "life", "cash_value": fmt.Sprint(n), "from_on": "2020-01-01"}
	},
	"security_holding": func(n int) map[string]any {
		return map[string]any{"broker": "丁", "account": "1", "market_value": fmt.Sprint(n), "cash": "0"}
	},
	"fund_holding": func(n int) map[string]any {
		return map[string]any{"seller": "戊", "fund": "f", "market_value": fmt.Sprint(n)}
	},
	"hkmo_asset": func(n int) map[string]any {
		return map[string]any{"kind": "deposit", "reference": "1", "value": fmt.Sprint(n), "document": "d"}
	},
}

// The value is the sum over all members and classes when all have answered, in whatever order; unknown as soon as one is missing,
// which is then named; none is a known zero; legal supporters do not count.
func TestHouseholdSumNeedsEveryAnswer(t *testing.T) {
	c := load(t)
	classes := []string{"deposit", "payment_account", "commercial_insurance", "security_holding", "fund_holding", "hkmo_asset"}
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 5).Draw(rt, "people")
		var people []exchange.Person
		var given []exchange.Given
		total, missing := int64(0), map[string]bool{}
		for i := range n {
			p := exchange.Person{Key: fmt.Sprint("p", i), Household: i == 0 || rapid.Bool().Draw(rt, "household")}
			p.HongKongMacao = rapid.Bool().Draw(rt, "hkmo")
			people = append(people, p)
			for _, class := range classes {
				if class == "hkmo_asset" && !p.HongKongMacao {
					continue
				}
				g := exchange.Given{Person: p.Key, Class: class}
				how := rapid.SampledFrom([]string{"found", "found", "found", "none", "none", "none", "none", "down", "unknown", "not asked"}).Draw(rt, "how")
				switch how {
				case "found":
					yuan := rapid.IntRange(0, 1_000_000).Draw(rt, "yuan")
					g.Answer = typed(t, answer(class, assets[class](yuan)))
					if p.Household {
						total += int64(yuan) * 100
					}
				case "none":
					g.Answer = typed(t, answer(class))
				case "unknown":
					g.Answer = &exchange.Typed{Status: exchange.Unknown}
				case "down":
					g.Why = "down"
				}
				if how == "down" || how == "unknown" || how == "not asked" {
					if p.Household {
						missing[p.Key+" "+class] = true
					}
				}
				if how != "not asked" {
					given = append(given, g)
				}
			}
		}
		if len(given) == 0 {
			return
		}
		first, err := c.Combine(today, people, given)
		if err != nil {
			rt.Fatal(err)
		}
		again, err := c.Combine(today, rapid.Permutation(people).Draw(rt, "order of people"), rapid.Permutation(given).Draw(rt, "order of answers"))
		if err != nil || !reflect.DeepEqual(first, again) {
			rt.Fatalf("another order, another result: %v\n%+v\n%+v", err, first, again)
		}
		v := first.Household["financial_assets"]
		named := map[string]bool{}
		for _, o := range v.Missing {
			named[o.Person+" "+o.Class] = true
			if o.Why == "" || o.Source == "" {
				rt.Fatalf("missing without a reason: %+v", o)
			}
		}
		switch {
		case !reflect.DeepEqual(named, missing):
			rt.Fatalf("missing %v, named %v", missing, named)
		case len(missing) > 0 && (v.Known || v.Value != nil):
			rt.Fatalf("known as %v while %v are missing", v.Value, missing)
		case len(missing) > 0 && v.AtLeast != nil && v.AtLeast != total:
			rt.Fatalf("at least %v, want %d", v.AtLeast, total)
		case len(missing) == 0 && (!v.Known || v.Value != total):
			rt.Fatalf("got %v, want %d", v.Value, total)
		}
	})
}

// What two own together is one thing.
func TestSharedDwellingCountsOnce(t *testing.T) {
	c := load(t)
	flat := func(unit string) *exchange.Typed {
		return typed(t, answer("real_estate", map[string]any{"certificate": unit, "use": "residence", "area": 80, "registered_on": "2010-01-01"}))
	}
	none := typed(t, answer("housing_contract"))
	people := []exchange.Person{{Key: "a", Household: true}, {Key: "b", Household: true}, {Key: "c"}}
	got, err := c.Combine(today, people, []exchange.Given{{Person: "a", Class: "real_estate", Answer: flat("u1")}, {Person: "b", Class: "real_estate", Answer: flat("u1")},
		{Person: "c", Class: "real_estate", Answer: flat("u2")}, {Person: "a", Class: "housing_contract", Answer: none}, {Person: "b", Class: "housing_contract", Answer: none}})
	if v := got.Household["dwellings"]; err != nil || v.Value != int64(1) || v.AsOf != today {
		t.Errorf("dwellings %+v, %v", v, err)
	}
}

// One business is enough, whatever else is missing; without one, all must have answered.
func TestAnyIsTrueAtOnceAndFalseOnlyWithAll(t *testing.T) {
	c := load(t)
	people := []exchange.Person{{Key: "a", Household: true}}
	shop := typed(t, answer("self_employed", map[string]any{"credit_code": "x", "name": "店", "registered_on": "2020-01-01", "state": "active"}))
	none := func(class string) *exchange.Typed { return typed(t, answer(class)) }
	for name, x := range map[string]struct {
		given []exchange.Given
		known bool
		value any
	}{
		"one is true":     {[]exchange.Given{{Person: "a", Class: "self_employed", Answer: shop}, {Person: "a", Class: "company", Why: "down"}}, true, true},
		"none and down":   {[]exchange.Given{{Person: "a", Class: "self_employed", Answer: none("self_employed")}, {Person: "a", Class: "company", Why: "down"}}, false, nil},
		"none, not asked": {[]exchange.Given{{Person: "a", Class: "self_employed", Answer: none("self_employed")}}, false, nil},
		"both none":       {[]exchange.Given{{Person: "a", Class: "self_employed", Answer: none("self_employed")}, {Person: "a", Class: "company", Answer: none("company")}}, true, false},
	} {
		got, err := c.Combine(today, people, x.given)
		if v := got.Household["business_registration"]; err != nil || v.Known != x.known || v.Value != x.value {
			t.Errorf("%s: %+v, %v", name, v, err)
		}
	}
}

func TestCombineRefusesMixUps(t *testing.T) {
	c := load(t)
	people := []exchange.Person{{Key: "a", Household: true}}
	for name, given := range map[string][]exchange.Given{
		"another person": {{Person: "b", Class: "vehicle"}},
		"another class":  {{Person: "a", Class: "vehicles"}},
		"answered twice": {{Person: "a", Class: "vehicle"}, {Person: "a", Class: "vehicle"}},
	} {
		if _, err := c.Combine(today, people, given); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	if _, err := c.Combine(today, append(people, people[0]), nil); err == nil {
		t.Error("a person that stands twice is taken")
	}
}
