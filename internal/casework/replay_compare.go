package casework

import (
	"fmt"
	"strings"

	"zhongfu/internal/policy"
)

// compare lists what a decision's result said and what the same policy says now, part by part. Parts that only one of the two
// has show as a difference.
func compare(then, now *policy.Result) []ReplayLine {
	out := []ReplayLine{
		line("结论", outcomeText(then), outcomeText(now)),
		line("政策版本", then.Pack.Version+" "+short(then.Pack.Digest), now.Pack.Version+" "+short(now.Pack.Digest)),
	}
	out = append(out, matched("数值", then.Values, now.Values, func(v policy.ValueResult) (string, string) { return v.ID + v.Label, v.Text })...)
	out = append(out, matched("规则", then.Rules, now.Rules, func(r policy.RuleResult) (string, string) {
		return r.ID + r.Name, passed(r.Passed) + " " + r.Text + figures(r.Values) + " " + r.Clause.String()
	})...)
	out = append(out, matched("成员", then.Members, now.Members, func(m policy.MemberResult) (string, string) {
		return m.ID, passed(m.Counted) + " " + m.Exclusion + figures(m.Values)
	})...)
	out = append(out, matched("参数", then.Parameters, now.Parameters, func(u policy.ParameterUsed) (string, string) {
		return u.ID + u.Label + u.Area, fmt.Sprintf("%v %s %s", u.Value, u.Status, u.Source)
	})...)
	return append(out, matched("缺少的证据", then.Missing, now.Missing, func(m policy.Missing) (string, string) { return m.Member + m.Fact, m.Label })...)
}

func line(what, then, now string) ReplayLine {
	return ReplayLine{What: what, Then: then, Now: now, Equal: then == now}
}

func short(digest string) string { return digest[:min(12, len(digest))] }

func passed(b *bool) string {
	switch {
	case b == nil:
		return "未定"
	case *b:
		return "是"
	}
	return "否"
}

func figures(list []policy.ValueResult) string {
	var parts []string
	for _, v := range list {
		parts = append(parts, v.ID+"="+v.Text)
	}
	if len(parts) == 0 {
		return ""
	}
	return "（" + strings.Join(parts, "，") + "）"
}

// matched lays two lists beside each other by key.
func matched[T any](what string, then, now []T, read func(T) (key, text string)) []ReplayLine {
	var out []ReplayLine
	later := map[string]string{}
	for _, v := range now {
		key, text := read(v)
		later[key] = text
	}
	name := func(v T) string {
		switch v := any(v).(type) {
		case policy.ValueResult:
			return what + " " + v.Label
		case policy.RuleResult:
			return what + " " + v.Name
		case policy.ParameterUsed:
			return what + " " + v.Label
		case policy.Missing:
			return what + " " + v.Label
		}
		return what
	}
	seen := map[string]bool{}
	for _, v := range then {
		key, text := read(v)
		seen[key] = true
		other, ok := later[key]
		if !ok {
			other = "（没有）"
		}
		out = append(out, line(name(v), text, other))
	}
	for _, v := range now {
		if key, text := read(v); !seen[key] {
			out = append(out, line(name(v), "（没有）", text))
		}
	}
	return out
}
