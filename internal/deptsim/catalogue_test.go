package deptsim

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"zhongfu/internal/calendar"
	"zhongfu/internal/exchange"
)

var yuanForm = regexp.MustCompile(`^[0-9]{1,12}\.[0-9]{2}$`)

// faultOf says what is wrong with a row by docs/exchange.md, or "".
func faultOf(c *exchange.Class, row []any) string {
	for i, f := range c.Fields {
		v := row[i]
		if v == nil {
			if f.Required {
				return f.Key + " is missing"
			}
			continue
		}
		ok := false
		text, isText := v.(string)
		switch f.Type {
		case exchange.TextField:
			ok = isText && strings.TrimSpace(text) != "" && len([]rune(text)) <= 500
		case exchange.CodeField:
			for _, o := range f.Options {
				ok = ok || text == o.Code
			}
		case exchange.MoneyField:
			ok = yuanForm.MatchString(text)
		case exchange.DateField:
			d, err := calendar.ParseDate(text)
			ok = err == nil && d >= calendar.NewDate(1900, 1, 1) && d <= calendar.NewDate(2199, 12, 31)
		case exchange.CountField:
			n, isCount := v.(int64)
			ok = isCount && n >= 0
		case exchange.FlagField:
			_, ok = v.(bool)
		}
		if !ok {
			return f.Key + " is no " + string(f.Type)
		}
	}
	return ""
}

// Every answer of every class fits its fields; every class that code knows is found by somebody; nobody's answer is refused.
func TestEveryClassOfTheCatalogueIsAnswered(t *testing.T) {
	sources, err := ReadSources(os.DirFS("../../catalogue"))
	if err != nil {
		t.Fatal(err)
	}
	people := testPeople(t)
	classes := map[string]bool{}
	for _, s := range sources {
		for i := range s.Classes {
			c := &s.Classes[i]
			classes[c.ID] = true
			count := map[exchange.Status]int{}
			for h := range 2500 {
				for m := range people.household(h).Members {
					id, _ := someone(people, h, m)
					p := people.find(id)
					a := answerTo(&p, s.ID, c, testToday.AddMonths(-24))
					count[a.status]++
					for _, r := range a.rows {
						if fault := faultOf(c, r); fault != "" {
							t.Fatalf("%s.%s of %s: %s: %v", s.ID, c.ID, id, fault, r)
						}
					}
				}
			}
			// Hong Kong and Macao know nobody of the register; everybody is registered and has a part of the family's money.
			found, hkmo := count[exchange.Found], strings.HasPrefix(c.ID, "hkmo_")
			everybody := c.ID == "household_register" || c.ID == "deposit"
			if (found == 0) != hkmo || (count[exchange.None] == 0) != everybody || count[exchange.Unknown] == 0 {
				t.Errorf("%s.%s: %v", s.ID, c.ID, count)
			}
		}
	}
	if len(sources) < 15 || len(classes) < 30 {
		t.Errorf("%d sources, %d classes", len(sources), len(classes))
	}
	for id := range knowledge() {
		if !classes[id] {
			t.Errorf("code for %s, which the catalogue does not have", id)
		}
	}
}

func TestReadSourcesSaysWhatIsWrong(t *testing.T) {
	for name, text := range map[string]string{
		"no YAML":    "id: [",
		"no way":     "id: a\nclasses: [{id: b}]",
		"no class":   "id: a\ntransport: {kind: http}",
		"no folder":  "id: a\ntransport: {kind: file, format: csv}\nclasses: [{id: b}]",
		"of no kind": "id: a\ntransport: {kind: pigeon}\nclasses: [{id: b}]",
	} {
		if _, err := ReadSources(fstest.MapFS{"a.yaml": {Data: []byte(text)}}); err == nil {
			t.Errorf("%s is read", name)
		}
	}
	if _, err := ReadSources(fstest.MapFS{}); err == nil {
		t.Error("an empty folder is read")
	}
}

func sumOf(records []record, key string) (out fen) {
	for _, r := range records {
		if v, ok := r[key].(fen); ok {
			out += v
		}
	}
	return out
}

// What departments say fits the household: deposits, wages and vehicles are those of the family but for the share of
// differences, and differences fall on one adult.
func TestAnswersFitTheHousehold(t *testing.T) {
	people, from := testPeople(t), testToday.AddMonths(-24)
	const households = 4000
	apart := map[string]int{}
	for i := range households {
		h := people.household(i)
		var assets fen
		vehicles, homes := map[any]bool{}, map[any]bool{}
		owners := 0
		var diff differences
		for k := range h.Members {
			p := people.find(h.Members[k].IDNumber)
			if p.h.Index != i || !p.known {
				t.Fatal("found in another household")
			}
			if p.apart != (differences{}) {
				owners, diff = owners+1, p.apart
			}
			assets += sumOf(deposit(&p, 0), "balance") + sumOf(paymentAccount(&p, 0), "balance")
			for _, r := range vehicle(&p, 0) {
				if r["state"] == "normal" && (r["kind"] == "car" || r["kind"] == "truck") {
					vehicles[r["plate"]] = true
				}
			}
			for _, r := range realEstate(&p, 0) {
				if r["unused_old_house"] == nil {
					homes[r["certificate"]] = true
				}
			}
			if tax := incomeTax(&p, from); !p.apart.wage {
				for _, r := range tax {
					if r["kind"] == "wage" && r["income"] != fen(p.m.Wage) {
						t.Fatalf("a wage of %v, declared %d", r["income"], p.m.Wage)
					}
				}
			}
			gone := largeOutflow(&p, from)
			if p.apart.emptied != (len(gone) > 0) || !p.apart.emptied && len(insuranceSurrender(&p, from))+len(securityTransfer(&p, from)) > 0 {
				t.Fatalf("emptied %v: %v", p.apart.emptied, gone)
			}
			for _, r := range gone {
				if on := r["left_on"].(calendar.Date); on < testToday.AddDays(-100) || on > testToday || len(largeOutflow(&p, on.AddDays(21))) > 0 {
					t.Fatalf("emptied: %v", r)
				}
			}
			if diff.sold && p.apart.sold {
				sold := realEstateTransfer(&p, from)
				if len(sold) != 1 || sold[0]["transferred_on"].(calendar.Date) < testToday.AddDays(-110) {
					t.Fatalf("sold: %v", sold)
				}
			}
		}
		if owners > 1 {
			t.Fatalf("household %d: %d members differ", i, owners)
		}
		adults := people.find(h.Members[0].IDNumber).age >= 18
		if !diff.deposit && assets != fen(h.FinancialAssets) || diff.deposit && assets <= fen(h.FinancialAssets) {
			t.Fatalf("household %d: deposits %d, declared %d, differs %v", i, assets, h.FinancialAssets, diff.deposit)
		}
		want := h.Vehicles
		if diff.vehicle {
			want++
		}
		if adults && len(vehicles) != want {
			t.Fatalf("household %d: %d vehicles, want %d", i, len(vehicles), want)
		}
		want = h.Dwellings
		if diff.dwelling {
			want++
		}
		if adults && len(homes) != want {
			t.Fatalf("household %d: %d dwellings, want %d", i, len(homes), want)
		}
		for name, hit := range map[string]bool{"vehicle": diff.vehicle, "deposit": diff.deposit, "dwelling": diff.dwelling, "sold": diff.sold, "shareholder": diff.shareholder, "wage": diff.wage, "emptied": diff.emptied} {
			if hit {
				apart[name]++
			}
		}
	}
	for name, share := range map[string]float64{"vehicle": shareVehicle, "deposit": shareDeposit, "dwelling": shareDwelling, "sold": shareSold, "shareholder": shareShareholder, "wage": shareWage, "emptied": shareEmptied} {
		if !near(apart[name], households, share/100) {
			t.Errorf("%s: %d of %d, meant %s%%", name, apart[name], households, strconv.FormatFloat(share, 'g', -1, 64))
		}
	}
}

// Strangers get the same answer each time; some have records, some have none.
func TestStrangersAreAnsweredToo(t *testing.T) {
	people := testPeople(t)
	c := strange("any")
	with, without := 0, 0
	for i := range 400 {
		id := "H" + strconv.Itoa(10_000_000+i)
		p, again := people.find(id), people.find(id)
		a, b := answerTo(&p, "s", &c, 0), answerTo(&again, "s", &c, 0)
		if p.known || a.status != b.status || len(a.rows) != len(b.rows) {
			t.Fatalf("%s: %+v, again %+v", id, a, b)
		}
		if p.h != nil {
			with++
		} else if without++; a.status == exchange.Found {
			t.Fatalf("%s has nothing and is found", id)
		}
	}
	if with < 100 || without < 100 {
		t.Errorf("%d with, %d without", with, without)
	}
}
