package division

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestCounts(t *testing.T) {
	got := map[int64]map[Level]int{44: {}, 37: {}}
	placeholders := 0
	for d := range Default().All() {
		got[d.Code/1e10][d.Level]++
		if d.Placeholder {
			placeholders++
		}
	}
	want := map[int64]map[Level]int{
		44: {Province: 1, City: 21, County: 124, Town: 1757, Village: 26842},
		37: {Province: 1, City: 16, County: 151, Town: 1853, Village: 62074},
	}
	if fmt.Sprint(got) != fmt.Sprint(want) || placeholders != 2 {
		t.Errorf("%v, %d placeholders", got, placeholders)
	}
}

func TestData(t *testing.T) {
	x := Default()
	for d := range x.All() {
		if d.Pinyin == "" || strings.ContainsAny(d.Name, " \t\"") || d.Parent != ParentOf(d.Code) {
			t.Errorf("%+v", d)
		}
		for _, c := range d.Pinyin {
			if (c < 'a' || c > 'z') && (c < '0' || c > '9') {
				t.Errorf("%s: initials %q", d.Name, d.Pinyin)
			}
		}
		parent, ok := x.Get(d.Parent)
		if d.Level == Province {
			continue
		}
		if !ok || parent.Level != d.Level-1 {
			t.Fatalf("%+v lies in %+v", d, parent)
		}
		lo, hi := d.Range()
		plo, phi := parent.Range()
		if lo < plo || hi > phi || d.Code < lo || d.Code > hi {
			t.Fatalf("range of %s does not lie in that of %s", d.Name, parent.Name)
		}
	}
	for code, initials := range map[int64]string{440113000000: "pyq", 440118000000: "zcq", 441900000000: "dgs", 371722000000: "sx", 370113000000: "cqq", 441422000000: "dbx"} {
		if d, _ := x.Get(code); d.Pinyin != initials {
			t.Errorf("%s: %q, want %q", d.Name, d.Pinyin, initials)
		}
	}
}

func TestCodes(t *testing.T) {
	for _, c := range []struct {
		code, parent, lo, hi int64
		level                Level
	}{
		{0, 0, 0, 999999999999, Nation},
		{440000000000, 0, 440000000000, 449999999999, Province},
		{440100000000, 440000000000, 440100000000, 440199999999, City},
		{440106000000, 440100000000, 440106000000, 440106999999, County},
		{440106012000, 440106000000, 440106012000, 440106012999, Town},
		{440106012001, 440106012000, 440106012001, 440106012001, Village},
		{441900003000, 441901000000, 441900003000, 441900003999, Town},
		{441900003001, 441900003000, 441900003001, 441900003001, Village},
		{441901000000, 441900000000, 441900000000, 441999999999, County},
	} {
		lo, hi := Range(c.code)
		if LevelOf(c.code) != c.level || ParentOf(c.code) != c.parent || lo != c.lo || hi != c.hi {
			t.Errorf("%d: level %d, parent %d, %d–%d", c.code, LevelOf(c.code), ParentOf(c.code), lo, hi)
		}
		if c.code != 0 && !Valid(c.code) {
			t.Errorf("%d is valid", c.code)
		}
	}
	for _, code := range []int64{0, -1, 44, 440000001000, 440100012001, 440006000000, 440106000001, 1e12} {
		if Valid(code) {
			t.Errorf("%d is not valid", code)
		}
	}
	if !Contains(441901000000, 441900003001) || !Contains(441900000000, 441901000000) || Contains(440106000000, 440104001000) || !Contains(0, 370102000000) {
		t.Error("Contains")
	}
	if got := fmt.Sprint(Ancestors(441900003001)); got != "[440000000000 441900000000 441901000000 441900003000]" {
		t.Error(got)
	}
	if At(440106012001, County) != 440106000000 || At(441900003001, County) != 441901000000 || At(440100000000, Town) != 0 || At(440100000000, City) != 440100000000 {
		t.Error("At")
	}
}

func TestCodeProperties(t *testing.T) {
	x := Default()
	rapid.Check(t, func(t *rapid.T) {
		a := x.rows[rapid.IntRange(0, len(x.rows)-1).Draw(t, "a")]
		b := x.rows[rapid.IntRange(0, len(x.rows)-1).Draw(t, "b")]
		alo, ahi := a.Range()
		blo, bhi := b.Range()
		apart, aInB, bInA := ahi < blo || bhi < alo, blo <= alo && ahi <= bhi, alo <= blo && bhi <= ahi
		if !apart && !aInB && !bInA {
			t.Fatalf("%s and %s overlap without nesting", a.Name, b.Name)
		}
		for _, up := range Ancestors(a.Code) {
			if !Contains(up, a.Code) {
				t.Fatalf("%d does not contain %d", up, a.Code)
			}
		}
		if path := x.Path(a.Code); len(path) == 0 || path[0].Level != Province || (!a.Placeholder && path[len(path)-1] != a) {
			t.Fatalf("path of %s: %v", a.Name, path)
		}
	})
}

func TestIndex(t *testing.T) {
	x := Default()
	if got := x.FullName(440104003000); got != "广东省广州市越秀区北京街道" {
		t.Errorf("%s (%v)", got, x.Search("北京街道", 440000000000, 449999999999, 3))
	}
	if got := x.FullName(441900003001); got != "广东省东莞市东城街道岗贝社区居民委员会" {
		t.Error(got)
	}
	if got := x.FullName(445103116201); got != "广东省潮州市潮安区文祠镇东社村民委员会" { // the source repeats 潮州市潮安区文祠镇
		t.Error(got)
	}
	if got := x.ShortName(440104003000, City); got != "越秀区北京街道" {
		t.Error(got)
	}
	if got := x.ShortName(440100000000, County); got != "广州市" {
		t.Error(got)
	}
	if x.FullName(440104003999) != "" || x.Path(123) != nil {
		t.Error("unknown codes have no name")
	}
	dongguan := x.Children(441900000000)
	if len(dongguan) != 36 || dongguan[0].Level != Town || len(x.Children(441901000000)) != 36 {
		t.Errorf("%d children of 东莞, first %+v", len(dongguan), dongguan[0])
	}
	if n := len(x.Children(440100000000)); n != 11 {
		t.Errorf("广州 has %d counties", n)
	}
	if n := len(x.Children(0)); n != 2 {
		t.Errorf("%d provinces", n)
	}
	// Going down by children reaches everything once, except the placeholders.
	reached := 0
	var walk func(int64)
	walk = func(code int64) {
		for _, d := range x.Children(code) {
			reached++
			walk(d.Code)
		}
	}
	walk(0)
	if reached != x.Len()-2 {
		t.Errorf("reached %d of %d", reached, x.Len())
	}
	if n := len(x.Villages(440000000000)); n != 26842 {
		t.Errorf("%d villages", n)
	}
	if d, _ := x.Get(440104003000); !d.UrbanHint() {
		t.Error("a 街道 hints at a town")
	}
	if d, _ := x.Get(441423110000); d.UrbanHint() {
		t.Errorf("%s", d.Name)
	}
}

func TestNewRefuses(t *testing.T) {
	for name, rows := range map[string][]Division{
		"orphan":       {{Code: 440104003000, Parent: 440104000000, Level: Town, Name: "北京街道"}},
		"out of order": {{Code: 440000000000, Name: "广东省"}, {Code: 370000000000, Name: "山东省"}},
	} {
		if _, err := New(rows); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	for _, line := range []string{"", "440104,越秀区,yxq,", "440104000000,,yxq,", "440104000000,越秀区,yxq,P", "441901000000,东莞市,dgs,", "44010400000x,越秀区,yxq,"} {
		if d, err := parseRow(line); err == nil {
			t.Errorf("%q read as %+v", line, d)
		}
	}
}
