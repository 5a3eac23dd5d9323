package report

import "github.com/google/uuid"

// correct puts what the town corrected beside what the sources say; both stay.
func (c *ReportContent) correct() {
	for i := range c.Corrections {
		k := &c.Corrections[i]
		for j := range c.Lines {
			l := &c.Lines[j]
			if l.Fact == k.Fact && samePerson(l.PersonID, k.PersonID) {
				fixed := *k
				l.Fixed = &fixed
			}
		}
	}
}

func samePerson(a, b *uuid.UUID) bool { return a == b || a != nil && b != nil && *a == *b }

// text is what a line says holds.
func (l *ReportLine) text() string {
	if l.Fixed != nil {
		return l.Fixed.Text
	}
	return l.Found.Text
}

// changes tells what is another than in the version before.
func changes(before, after *ReportContent) []ReportChange {
	type key struct {
		person uuid.UUID
		fact   string
	}
	of := func(l *ReportLine) key {
		k := key{fact: l.Fact}
		if l.PersonID != nil {
			k.person = *l.PersonID
		}
		return k
	}
	was := map[key]*ReportLine{}
	for i := range before.Lines {
		was[of(&before.Lines[i])] = &before.Lines[i]
	}
	var out []ReportChange
	for i := range after.Lines {
		l := &after.Lines[i]
		b := was[of(l)]
		delete(was, of(l))
		change := ReportChange{Person: l.Person, Label: l.Label, Before: "没有这一项", After: l.text(), Why: "有了新的答复"}
		if b != nil {
			change.Before = b.text()
		}
		if l.Fixed != nil && (b == nil || b.Fixed == nil) {
			change.Why = "异议复查：" + l.Fixed.Why
		}
		if change.Before != change.After {
			out = append(out, change)
		}
	}
	for i := range before.Lines {
		if l := &before.Lines[i]; was[of(l)] != nil {
			out = append(out, ReportChange{Person: l.Person, Label: l.Label, Before: l.text(), After: "没有这一项", Why: "不再核对这一项"})
		}
	}
	if before.Conclusion != after.Conclusion {
		out = append(out, ReportChange{Label: "核对结论", Before: before.ConclusionName, After: after.ConclusionName, Why: "随明细变化"})
	}
	return out
}
