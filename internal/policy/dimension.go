package policy

import "strings"

// dimension is what a whole number counts. Adding and comparing need one dimension on both sides; a count, a number of
// persons or a plain plain scales anything.
type dimension struct {
	of family
	// label tells counts apart that a form asks in different units (套, 辆); "" goes with all of them.
	label string
	// ratio is how many ratios (in ten-thousandths) are multiplied in: a * one and b * p.ratio both hold one.
	ratio int
	// percent is the same for parameters written in percent; hundred says that a factor 100 may stand for one of them.
	percent int
	hundred bool
	// free marks a product of written numbers and one (one * 50, to round): it goes with any amount of as many ratios.
	free bool
}

type family int

const (
	plain      family = iota // a number without a meaning of its own: a literal, or money divided by money
	anything                 // not known; never refused
	counted                  // 套, 辆, count
	persons                  //
	moneyMonth               // fen per month
	moneySum                 // fen: a stock, or a sum over a year or once
	moneyAny                 // money scaled by a literal: months made years or the other way
	months
	years
	days
	spanAny // a span of time scaled by a literal
	points
	kwh
	code // a division code: never a quantity
	nonsense
)

var familyNames = map[family]string{
	plain: "没有单位的数", counted: "个数", persons: "人数", moneyMonth: "每月的钱", moneySum: "一笔钱（存量或一年、一次的合计）", moneyAny: "钱",
	months: "月数", years: "年数", days: "天数", spanAny: "时间", points: "分值", kwh: "每月用电量", code: "区划代码",
}

func (d dimension) String() string {
	name := familyNames[d.of]
	if d.label != "" {
		name += "（" + d.label + "）"
	}
	if d.of == plain && d.ratio == 1 {
		return "比例（以万分之一计）"
	}
	if d.of == plain && d.percent == 1 {
		return "百分数"
	}
	if d.ratio != 0 {
		name += " × 比例" + strings.Repeat(" × 比例", max(0, d.ratio-1))
	}
	if d.percent != 0 {
		name += " × 百分数"
	}
	return name
}

// unitDimension of a declared unit; kind "" of a unit that counts nothing.
func unitDimension(unit string) dimension {
	switch unit {
	case "fen_per_month":
		return dimension{of: moneyMonth}
	case "fen", "fen_per_year", "fen_once":
		return dimension{of: moneySum}
	case "persons":
		return dimension{of: persons}
	case "count":
		return dimension{of: counted}
	case "months":
		return dimension{of: months}
	case "years":
		return dimension{of: years}
	case "days":
		return dimension{of: days}
	case "points":
		return dimension{of: points}
	case "kwh_per_month":
		return dimension{of: kwh}
	case "ratio":
		return dimension{ratio: 1}
	case "percent":
		return dimension{percent: 1}
	}
	return dimension{of: anything}
}

// dimension of a fact. Whole numbers are told apart by the unit in which a form asks them.
func (f *Fact) dimension() dimension {
	switch f.Type {
	case Money:
		return dimension{of: moneySum}
	case MoneyMonthly:
		return dimension{of: moneyMonth}
	case DivisionFact:
		return dimension{of: code}
	case Int:
		switch f.Unit {
		case "人":
			return dimension{of: persons}
		case "月", "个月":
			return dimension{of: months}
		case "年", "岁":
			return dimension{of: years}
		case "天", "日":
			return dimension{of: days}
		case "分":
			return dimension{of: points}
		case "度":
			return dimension{of: kwh}
		}
		return dimension{of: counted, label: f.Unit}
	}
	return dimension{of: anything}
}

func (d dimension) money() bool { return d.of == moneyMonth || d.of == moneySum || d.of == moneyAny }
func (d dimension) time() bool {
	return d.of == months || d.of == years || d.of == days || d.of == spanAny
}

// scales tells whether d only multiplies: it has no meaning of its own, or counts heads or things.
func (d dimension) scales() bool { return d.of == plain || d.of == counted || d.of == persons }

// times multiplies; literal tells which sides are written numbers.
func (d dimension) times(e dimension, dLiteral, eLiteral bool) dimension {
	out := dimension{ratio: d.ratio + e.ratio, percent: d.percent + e.percent, hundred: d.hundred || e.hundred}
	switch {
	case d.of == anything || e.of == anything:
		out.of = anything
	case d.of == code || e.of == code:
		out.of = nonsense
	case (dLiteral || d.free) && e.of == plain, (eLiteral || e.free) && d.of == plain:
		out.free = true
	case dLiteral:
		out.of, out.label = e.loose(), e.label
	case eLiteral:
		out.of, out.label = d.loose(), d.label
	case d.of == plain:
		out.of, out.label = e.of, e.label
	case e.of == plain:
		out.of, out.label = d.of, d.label
	case d.scales() && e.scales():
		out.of = counted
	case d.scales():
		out.of = e.of
	case e.scales():
		out.of = d.of
	case d.money() && e.time() || d.time() && e.money():
		out.of = moneySum
	default:
		out.of = nonsense
	}
	return out
}

// loose is the family after scaling by a literal: twelve months make a year.
func (d dimension) loose() family {
	switch {
	case d.money():
		return moneyAny
	case d.time():
		return spanAny
	}
	return d.of
}

// over divides.
func (d dimension) over(e dimension, eLiteral bool) dimension {
	out := dimension{ratio: d.ratio - e.ratio, percent: d.percent - e.percent, hundred: d.hundred || e.hundred}
	switch {
	case d.of == anything || e.of == anything:
		out.of = anything
	case d.of == code || e.of == code:
		out.of = nonsense
	case eLiteral:
		out.of, out.label = d.loose(), d.label
	case e.scales():
		out.of, out.label = d.of, d.label
	case d.money() && e.money(), d.time() && e.time(), d.of == e.of:
		out.of = plain
	case d.money() && e.time():
		out.of = moneyMonth
		if e.of == years {
			out.of = moneySum
		}
	default:
		out.of = nonsense
	}
	return out
}

// fits tells whether the two may be added or compared.
func (d dimension) fits(e dimension) bool {
	if d.of == anything || e.of == anything {
		return true
	}
	if d.ratio != e.ratio || d.percent != e.percent && !d.hundred && !e.hundred {
		return false
	}
	switch {
	case d.free || e.free:
		return true
	case d.of == counted && e.of == counted:
		return d.label == e.label || d.label == "" || e.label == ""
	case d.of == e.of:
		return d.of != nonsense
	case d.money() && e.money():
		return d.of == moneyAny || e.of == moneyAny
	case d.time() && e.time():
		return d.of == spanAny || e.of == spanAny
	case d.scales() && e.scales():
		return true
	}
	return false
}
