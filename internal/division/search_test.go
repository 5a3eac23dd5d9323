package division

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSearch(t *testing.T) {
	x := Default()
	const gdLo, gdHi = 440000000000, 449999999999
	for _, c := range []struct {
		q      string
		lo, hi int64
		first  string
	}{
		{"越秀", gdLo, gdHi, "广东省广州市越秀区"},
		{"北京街道", gdLo, gdHi, "广东省广州市越秀区北京街道"},
		{"越秀 北京", gdLo, gdHi, "广东省广州市越秀区北京街道"},
		{"yx bj", gdLo, gdHi, "广东省广州市越秀区北京街道"},
		{"YXQ", 440100000000, 440199999999, "广东省广州市越秀区"},
		{"gz", gdLo, gdHi, "广东省广州市"},
		{"东莞", gdLo, gdHi, "广东省东莞市"},
		{"东莞 东城", gdLo, gdHi, "广东省东莞市东城街道"},
		{"440104003", gdLo, gdHi, "广东省广州市越秀区北京街道"},
		{"440104", gdLo, gdHi, "广东省广州市越秀区"},
		{"单县", 0, 999999999999, "山东省菏泽市单县"},
	} {
		got := x.Search(c.q, c.lo, c.hi, 5)
		if len(got) == 0 || x.FullName(got[0].Code) != c.first {
			t.Errorf("%q: %v, want %s", c.q, got, c.first)
		}
	}
	for _, q := range []string{"", "  ", "火星人", "zzzzqqq", "37", "4401040030001", "东莞 越秀", "%", "'"} {
		if got := x.Search(q, gdLo, gdHi, 5); len(got) != 0 {
			t.Errorf("%q finds %v", q, got)
		}
	}
	if got := x.Search("越秀", 440300000000, 440399999999, 5); len(got) != 0 {
		t.Errorf("outside the scope: %v", got)
	}
}

func TestSearchStaysInScope(t *testing.T) {
	x := Default()
	rapid.Check(t, func(t *rapid.T) {
		d := x.rows[rapid.IntRange(0, len(x.rows)-1).Draw(t, "d")]
		scope := rapid.SampledFrom(append(Ancestors(d.Code), d.Code)).Draw(t, "scope")
		lo, hi := Range(scope)
		limit := rapid.IntRange(1, 30).Draw(t, "limit")
		q := rapid.SampledFrom([]string{d.Name, d.Pinyin, itoa(d.Code), strings.ToUpper(d.Pinyin[:1])}).Draw(t, "q")
		got := x.Search(q, lo, hi, limit)
		if len(got) > limit {
			t.Fatalf("%d results", len(got))
		}
		for _, g := range got {
			if g.Code < lo || g.Code > hi || g.Placeholder {
				t.Fatalf("%q in %d finds %+v", q, scope, g)
			}
		}
		// Its own name, in its own range and with room for all, finds it.
		dlo, dhi := Range(d.Code)
		if all := x.Search(d.Name, dlo, dhi, 1000); !d.Placeholder && (len(all) == 0 || all[0].Code != d.Code) {
			t.Fatalf("%s finds %v", d.Name, all)
		}
	})
}

func FuzzSearch(f *testing.F) {
	for _, q := range []string{"越秀 北京", "yxq", "440104", "\xff", "　"} {
		f.Add(q)
	}
	x := Default()
	f.Fuzz(func(t *testing.T, q string) {
		if got := x.Search(q, 440000000000, 449999999999, 10); len(got) > 10 {
			t.Fatal(len(got))
		}
	})
}

func BenchmarkSearchProvince(b *testing.B) {
	x := Default()
	for b.Loop() {
		x.Search("越秀 北京", 440000000000, 449999999999, 20)
	}
}

func BenchmarkSearchAllByPinyin(b *testing.B) {
	x := Default()
	for b.Loop() {
		x.Search("bjjd", 0, 999999999999, 20)
	}
}

func BenchmarkParseAndIndex(b *testing.B) {
	for b.Loop() {
		rows, err := Parse()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := New(rows); err != nil {
			b.Fatal(err)
		}
	}
}
