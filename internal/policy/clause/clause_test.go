package clause

import (
	"io/fs"
	"strings"
	"testing"

	"zhongfu/policies"
)

func load(t testing.TB, id string) *Document {
	t.Helper()
	d, err := Load(policies.FS, "documents", id)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDocumentsHaveTheirShape(t *testing.T) {
	for _, c := range []struct {
		id             string
		parts, clauses int // parts 一、; all clauses, 一是 included
		tail           int // lines after the last clause
	}{
		{"GD2018", 3, 3 + 3 + 4 + 4 + 6, 4}, {"GD2019", 5, 5 + 15, 3}, {"GD2020", 4, 4 + 5 + 4 + 3 + 4 + 4 + 3 + 3 + 4, 3},
		{"GD2024", 6, 6 + 26 + 5, 0}, {"SD2019", 3, 3 + 5 + 2 + 3 + 2 + 2 + 3 + 3, 21},
	} {
		d := load(t, c.id)
		if len(d.Clauses) != c.parts || len(d.All()) != c.clauses || len(d.Tail) != c.tail || len(d.Head) == 0 {
			var got []string
			for _, x := range d.All() {
				got = append(got, x.Cite)
			}
			t.Errorf("%s: %d parts, %d clauses, %d lines after, %d before: %s", c.id, len(d.Clauses), len(got), len(d.Tail), len(d.Head), strings.Join(got, " "))
		}
	}
}

func TestResolve(t *testing.T) {
	for _, c := range []struct{ id, article, anchors, says string }{
		{"GD2024", "（十六）1", "c4-16-1", "医疗救助"},
		{"GD2024", "四(十六)1", "c4-16-1", "医疗救助"},
		{"GD2024", "（十六）1、2", "c4-16-1 c4-16-2", ""},
		{"GD2024", "（一）、（三）", "c2-1 c2-3", ""},
		{"GD2024", "（十八）至（二十）", "c4-18 c4-19 c4-20", ""},
		{"GD2024", "(十九)", "c4-19", "减免电费"},
		{"GD2024", "一", "c1", "总体要求"},
		{"GD2018", "二（三）4", "c2-3-4", "每半年至少进行一次家庭经济状况信息化核对"},
		{"GD2018", "（三）４", "c2-3-4", ""},
		{"GD2018", "二、（三）4", "c2-3-4", ""},
		{"GD2018", "一 省司法厅", "c1", "法律援助"},
		{"GD2018", "一 发展改革", "c1", "物价上涨挂钩"},
		{"GD2019", "（六）", "c2-6", "一证一书"},
		{"GD2020", "二（二）三", "c2-2-3", "单人户"},
		{"GD2020", "(二) 三是", "c2-2-3", "单人户"},
		{"GD2020", "（四）", "c2-4", "临时救助制度"},
		{"SD2019", "二（一）1", "c2-1-1", "唇腭裂和脑瘫儿童"},
		{"SD2019", "二(五)3", "c2-5-3", "守信承诺"},
	} {
		places, err := load(t, c.id).Resolve(c.article)
		if err != nil {
			t.Errorf("%s %s: %v", c.id, c.article, err)
			continue
		}
		var got []string
		for _, p := range places {
			got = append(got, p.Anchor)
		}
		text := load(t, c.id).Clause(places[0].Anchor).Text()
		if strings.Join(got, " ") != c.anchors || !strings.Contains(text, c.says) {
			t.Errorf("%s %s leads to %v, want %s; it says %.60s", c.id, c.article, got, c.anchors, text)
		}
	}
}

func TestResolveSaysWhatElseItCouldMean(t *testing.T) {
	places, err := load(t, "GD2020").Resolve("（四）")
	if err != nil || places[0].Cite != "二（四）" || places[0].Others != "三（四）" {
		t.Errorf("got %+v, %v", places, err)
	}
	if places, _ := load(t, "GD2020").Resolve("二（四）"); len(places) != 1 || places[0].Others != "" {
		t.Errorf("got %+v", places)
	}
}

func TestResolveNeverGuesses(t *testing.T) {
	for _, c := range []struct{ id, article string }{
		{"GD2024", "（二十七）"}, {"GD2024", "（十六）6"}, {"GD2018", "二（四）"}, {"GD2018", "四"}, {"GD2019", "第六条"}, {"GD2019", ""},
		{"GD2018", "一 省民航局"}, {"GD2020", "二（二）五是"}, {"SD2019", "（一）9"}, {"GD2024", "（三）、"}, {"GD2024", "（零）"},
	} {
		places, err := load(t, c.id).Resolve(c.article)
		if c.article == "（三）、" {
			if err != nil || len(places) != 1 {
				t.Errorf("a trailing mark: %v, %v", places, err)
			}
			continue
		}
		if err == nil {
			t.Errorf("%s %q leads to %+v", c.id, c.article, places)
		}
	}
}

// Every clause is found by its own way of citing, whatever the width of the brackets.
func TestEveryClauseIsFoundByItsCite(t *testing.T) {
	for _, id := range []string{"GD2018", "GD2019", "GD2020", "GD2024", "SD2019"} {
		d := load(t, id)
		for _, c := range d.All() {
			for _, cite := range []string{c.Cite, strings.NewReplacer("（", "(", "）", ")").Replace(c.Cite)} {
				places, err := d.Resolve(cite)
				if err != nil || len(places) != 1 || places[0].Anchor != c.Anchor || places[0].Others != "" {
					t.Errorf("%s %s: %+v, %v", id, cite, places, err)
				}
			}
		}
	}
}

func TestLoadKnowsOnlyItsFolder(t *testing.T) {
	for _, id := range []string{"MZF57", "../national/pack", "", "README", "a/b"} {
		if _, err := Load(policies.FS, "documents", id); err == nil {
			t.Errorf("%q was read", id)
		}
	}
	found, _ := fs.Glob(policies.FS, "documents/*.txt")
	if len(found) != 5 {
		t.Errorf("documents: %v", found)
	}
}

func TestNumerals(t *testing.T) {
	for n := 1; n <= 99; n++ {
		if got := numeral(chinese(n)); got != n {
			t.Errorf("%d is written %s and read %d", n, chinese(n), got)
		}
	}
	for _, s := range []string{"", "十十", "一二", "零", "百"} {
		if numeral(s) != 0 {
			t.Errorf("%q is read %d", s, numeral(s))
		}
	}
}
