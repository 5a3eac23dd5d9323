package report

import (
	"fmt"
	"strings"

	"zhongfu/internal/casework"
)

// facts are the lines as the case takes them in: known ones with their sources, unknown ones as unknown with the reason. What
// nobody was asked about says nothing.
func (c *ReportContent) facts() []casework.ReportedFact {
	var out []casework.ReportedFact
	for i := range c.Lines {
		l := &c.Lines[i]
		if !l.wasAsked() || l.Result == Untold && l.Fixed == nil {
			continue
		}
		f := casework.ReportedFact{PersonID: l.PersonID, Key: l.Fact, Source: l.sources()}
		switch {
		case l.Fixed != nil:
			f.Value, f.Source = l.Fixed.Value, "异议复查（"+c.Day.String()+"）"
			f.Note = fmt.Sprintf("来源数据为 %s；%s", l.Fixed.Source, l.Fixed.Why)
		case l.Found.Known:
			f.Value = l.Found.Value
		default:
			f.Note = l.reasons()
		}
		out = append(out, f)
	}
	return out
}

const notAsked = "没有查询"

func (l *ReportLine) wasAsked() bool {
	if len(l.From) > 0 || l.Fixed != nil {
		return true
	}
	for _, m := range l.Missing {
		if m.Reason != notAsked {
			return true
		}
	}
	return false
}

// sources names who says it, with the day of the oldest data.
func (l *ReportLine) sources() string {
	var names []string
	for _, f := range l.From {
		names = append(names, f.Source)
	}
	if len(names) == 0 {
		for _, m := range l.Missing {
			names = append(names, m.Source)
		}
	}
	text := strings.Join(dedupe(names), "、")
	if l.Found.Known && l.Found.AsOf != 0 {
		text += "（数据截至 " + l.Found.AsOf.String() + "）"
	}
	return text
}

func (l *ReportLine) reasons() string {
	var parts []string
	for _, m := range l.Missing {
		parts = append(parts, m.Source+"："+m.Reason)
	}
	text := strings.Join(dedupe(parts), "；")
	if l.AtLeast != "" {
		text += "；已答复的合计至少 " + l.AtLeast
	}
	return text
}

// silent are the sources that were asked and left something unknown.
func (c *ReportContent) silent() []string {
	out := []string{}
	for _, u := range c.Unknown {
		if u.Reason == notAsked {
			continue
		}
		out = append(out, u.Source)
	}
	return dedupe(out)
}

func (c *ReportContent) differences() int {
	n := 0
	for i := range c.Lines {
		if c.Lines[i].differs() {
			n++
		}
	}
	return n
}
