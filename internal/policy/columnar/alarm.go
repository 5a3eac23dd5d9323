package columnar

import "fmt"

// AlarmKind says what is suspicious about a rule or an item.
type AlarmKind string

// The kinds of alarm.
const (
	MatchesAll  AlarmKind = "matches_all"  // a rule that everybody passes
	MatchesNone AlarmKind = "matches_none" // a rule that nobody passes
	GrantsAll   AlarmKind = "grants_all"   // an item that everybody gets
	GrantsNone  AlarmKind = "grants_none"  // an item that nobody gets
)

// Alarm tells of a rule or item that makes no difference in a population. That is how a rule that was dropped by accident
// shows, or a comparison of things that cannot be compared: it may be right, but somebody must look.
type Alarm struct {
	Item    string    `json:"item"`
	Rule    string    `json:"rule,omitempty"` // empty: the item as a whole
	Kind    AlarmKind `json:"kind"`
	Rows    int       `json:"rows"` // households or members that were decided
	Message string    `json:"message"`
}

// AlarmRows is the size from which a population is asked: in a few households anything may happen.
const AlarmRows = 1000

// Alarms looks at every item and rule of a run over the decided rows, those neither at fault nor waiting for evidence on
// the rule. It needs Failed and Open (no Options.Lean) and raises nothing on fewer than AlarmRows rows.
func Alarms(r *Results) []Alarm {
	var out []Alarm
	for _, id := range r.Items() {
		out = append(out, r.Item(id).alarms(id)...)
	}
	return out
}

func (it *ItemResult) alarms(id string) []Alarm {
	if it.Failed == nil {
		return nil
	}
	failed, asked := make([]int, len(it.Rules)), make([]int, len(it.Rules))
	granted, decided := 0, 0
	for i, o := range it.Outcome {
		switch o {
		case Fault:
			continue
		case Eligible:
			granted++
			decided++
		case Ineligible:
			decided++
		}
		for k := range it.Rules {
			asked[k] += int(1 - it.Open[i]>>k&1)
			failed[k] += int(it.Failed[i] >> k & 1)
		}
	}
	unit := map[string]string{"person": "人"}[it.Unit]
	if unit == "" {
		unit = "户"
	}
	var out []Alarm
	raise := func(rule string, kind AlarmKind, rows int, format string, args ...any) {
		out = append(out, Alarm{id, rule, kind, rows, fmt.Sprintf(format, args...)})
	}
	for k, rule := range it.Rules {
		switch {
		case asked[k] < AlarmRows:
		case failed[k] == 0:
			raise(rule, MatchesAll, asked[k], "项目 %s 的规则 %s 在已判定的 %d %s中全部通过，等于没有这条规则。请核对表达式和参数是否写对。", id, rule, asked[k], unit)
		case failed[k] == asked[k]:
			raise(rule, MatchesNone, asked[k], "项目 %s 的规则 %s 在已判定的 %d %s中没有一%s通过。请核对表达式、参数和数据是否写对。", id, rule, asked[k], unit, unit)
		}
	}
	switch {
	case decided < AlarmRows:
	case granted == decided:
		raise("", GrantsAll, decided, "项目 %s 在已判定的 %d %s中人人符合。请核对是否漏了条件。", id, decided, unit)
	case granted == 0:
		raise("", GrantsNone, decided, "项目 %s 在已判定的 %d %s中没有一%s符合。请核对条件是否过严或数据有误。", id, decided, unit, unit)
	}
	return out
}
