package policy

import "testing"

func TestTexts(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{yuan(0), "0.00 元"}, {yuan(5), "0.05 元"}, {yuan(128200), "1,282.00 元"}, {yuan(123456789012), "1,234,567,890.12 元"}, {yuan(-100), "-1.00 元"},
		{unitText("ratio", int64(15000)), "1.5"}, {unitText("ratio", int64(3000)), "30%"}, {unitText("ratio", int64(10000)), "1"},
		{unitText("ratio", int64(350)), "3.5%"}, {unitText("ratio", int64(9_999)), "99.99%"}, {unitText("ratio", int64(12_345)), "1.2345"},
		{unitText("ratio", int64(0)), "0"}, {unitText("ratio", int64(-20)), "-0.2%"},
		{unitText("months", int64(24)), "24 个月"}, {unitText("bool", true), "是"}, {unitText("fen", nil), "未知"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestFixed(t *testing.T) {
	for _, c := range []struct {
		in     string
		places int
		out    int64
		ok     bool
	}{
		{"1282", 2, 128200, true}, {"1282.5", 2, 128250, true}, {"0.05", 2, 5, true}, {"1.5", 4, 15000, true}, {"-3", 0, -3, true},
		{"1.234", 2, 0, false}, {"", 2, 0, false}, {"1e3", 2, 0, false}, {"1,282", 2, 0, false}, {"99999999999999", 2, 0, false}, {".5", 2, 0, false},
	} {
		got, err := fixed(c.in, c.places)
		if (err == nil) != c.ok || got != c.out {
			t.Errorf("fixed(%q, %d) = %d, %v", c.in, c.places, got, err)
		}
	}
}

func TestSuggestion(t *testing.T) {
	if got := suggestion("incom_wage", []string{"income_wage", "income_other"}); got != "，是否想写 income_wage" {
		t.Errorf("got %q", got)
	}
	if got := suggestion("zzzzz", []string{"income_wage"}); got != "" {
		t.Errorf("got %q", got)
	}
}
