package policy

import (
	"strings"
	"testing"

	"zhongfu/internal/calendar"
)

func TestWithParametersChangesOnlyTheCopy(t *testing.T) {
	p, yes := guangdong(t), true
	from := calendar.NewDate(2027, 1, 1)
	changed, err := p.WithParameters([]ParameterChange{{Parameter: "dibao_standard", Divisions: []string{"4401"}, From: from, Value: "1350",
		Status: Official, Document: "穗民〔2026〕1号", Title: "关于调整低保标准的通知", Article: "第一条"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		pack *Pack
		day  calendar.Date
		want int64
	}{{p, from, 128200}, {changed, from, 135000}, {changed, from.AddDays(-1), 128200}} {
		u, err := c.pack.Parameter("dibao_standard", 440106012000, c.day, &yes)
		if err != nil || u.Value != c.want {
			t.Errorf("%s: %v %v, want %d", c.day, u.Value, err, c.want)
		}
	}
	if u, _ := changed.Parameter("dibao_standard", 440106012000, from, &yes); u.Source.String() != "穗民〔2026〕1号第一条" {
		t.Errorf("source %q", u.Source)
	}
	if u, _ := changed.Parameter("dibao_standard", 440305001000, from, &yes); u.Value != int64(148300) {
		t.Errorf("the change reached another city: %v", u.Value)
	}
	if changed.Digest == p.Digest {
		t.Error("a changed pack has the digest of the unchanged one")
	}
}

func TestBadChangesAreNamed(t *testing.T) {
	p := guangdong(t)
	for want, c := range map[string]ParameterChange{
		"是否想写 dibao_standard": {Parameter: "dibao_standart"},
		"时限":                  {Parameter: "total_days", Divisions: []string{"44"}, Value: "31", Status: Official},
		"不是最多 2 位小数":          {Parameter: "dibao_standard", Divisions: []string{"44"}, Value: "a lot", Status: Sample},
		"代码前缀":                {Parameter: "dibao_standard", Divisions: []string{"4x"}, Value: "1300", Status: Sample},
	} {
		if _, err := p.WithParameters([]ParameterChange{c}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}
