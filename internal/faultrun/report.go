package faultrun

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"zhongfu/internal/deptsim"
)

// Report is what a run found.
type Report struct {
	Options  Options
	Begun    time.Time
	Took     time.Duration
	Breaks   []string
	Orders   map[string]int // by state
	Items    map[string]int
	Answers  int
	Faults   map[deptsim.Fault]int // messages that met one
	AtDesks  int                   // answers of people
	Desk     string                // what they did
	Hours    string                // what waited for a source that was closed
	Sources  []Source
	Promises []Promise
}

// Source is what passed between the platform and one source.
type Source struct {
	ID, Name, Kind                                               string
	Sent, Heard                                                  int // messages on our books, messages that the source understood
	Questions, Asked, AskedMost                                  int // different questions, times asked, times of the one asked most: the source's book
	Said, Taken, Silent                                          int // answers that left the source, that stand, questions without one
	Faults                                                       int // that the source made
	Forged, Replayed, WrongShape, Stale, WrongPerson, Distrusted int // messages refused, or refused in part, by reason
}

// Promise is one promise and how often it was broken.
type Promise struct {
	What   string
	Broken int
}

func (r *Report) promise(what string, broken int) {
	r.Promises = append(r.Promises, Promise{what, broken})
}

// Kept tells whether every promise was.
func (r *Report) Kept() bool {
	return !slices.ContainsFunc(r.Promises, func(p Promise) bool { return p.Broken != 0 })
}

// Markdown is the report as docs/faults.md has it.
func (r *Report) Markdown() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("委托 %d 件，全部故障同时开启，用时 %s。委托结束状态：%s。事项：%s。采用的答复 %d 个。\n", r.Options.Orders, r.Took.Round(time.Second), states(r.Orders), states(r.Items), r.Answers)
	for _, one := range r.Breaks {
		line("- %s", one)
	}
	for _, text := range []string{r.Desk, r.Hours} {
		if text != "" {
			line("- %s", text)
		}
	}
	line("\n| 约定 | 违反次数 |\n|---|---:|")
	for _, p := range r.Promises {
		mark := ""
		if p.Broken != 0 {
			mark = " ✗"
		}
		line("| %s | %d%s |", p.What, p.Broken, mark)
	}
	line("\n| 来源 | 方式 | 发出消息 | 来源收到 | 问题 | 询问次数 | 最多次/上限 | 来源答出 | 采用 | 未答复 | 来源出错 |\n|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
	for _, s := range r.Sources {
		if s.Kind == "desk" { // people read questions and no messages
			line("| %s | %s | %d | – | %d | – | – | %d | %d | %d | – |", s.Name, s.Kind, s.Sent, s.Questions, s.Said, s.Taken, s.Silent)
			continue
		}
		line("| %s | %s | %d | %d | %d | %d | %d/%d | %d | %d | %d | %d |", s.Name, s.Kind, s.Sent, s.Heard, s.Questions, s.Asked, s.AskedMost, attempts, s.Said, s.Taken, s.Silent, s.Faults)
	}
	line("\n拒收（消息数，部分拒收也计；审计 = 未被相信而写入审计的）：\n\n| 来源 | 签名不符 | 重放 | 格式不合 | 数据过旧 | 张冠李戴 | 审计 |\n|---|---:|---:|---:|---:|---:|---:|")
	var all Source
	for _, s := range r.Sources {
		line("| %s | %d | %d | %d | %d | %d | %d |", s.Name, s.Forged, s.Replayed, s.WrongShape, s.Stale, s.WrongPerson, s.Distrusted)
		all.Forged, all.Replayed, all.WrongShape, all.Stale, all.WrongPerson, all.Distrusted = all.Forged+s.Forged, all.Replayed+s.Replayed, all.WrongShape+s.WrongShape,
			all.Stale+s.Stale, all.WrongPerson+s.WrongPerson, all.Distrusted+s.Distrusted
	}
	line("| 合计 | %d | %d | %d | %d | %d | %d |", all.Forged, all.Replayed, all.WrongShape, all.Stale, all.WrongPerson, all.Distrusted)
	var met []string
	for _, f := range deptsim.Faults {
		if n := r.Faults[f]; n > 0 {
			met = append(met, fmt.Sprintf("%s %d", f, n))
		}
	}
	line("\n来源制造的故障：%s。", strings.Join(met, "，"))
	return b.String()
}

func states(of map[string]int) string {
	words := map[string]string{"answered": "已答复", "silent": "未答复", "refused": "未获授权", "cancelled": "已取消", "waiting": "等待", "running": "进行中", "preparing": "准备中", "failed": "失败"}
	var out []string
	for _, k := range []string{"answered", "silent", "refused", "cancelled", "failed", "waiting", "running", "preparing"} {
		if n := of[k]; n > 0 {
			out = append(out, fmt.Sprintf("%s %d", words[k], n))
		}
	}
	return strings.Join(out, "、")
}
