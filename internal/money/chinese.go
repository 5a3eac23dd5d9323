package money

import "strings"

var (
	upperDigits = [10]string{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}
	upperPlaces = [4]string{"", "拾", "佰", "仟"}
	upperGroups = [5]string{"", "万", "亿", "万亿", "亿亿"}
)

// Chinese returns the amount in 大写 as 支付结算办法 (银发〔1997〕393号) annex 1 writes it: 贰仟陆佰伍拾捌元整,
// 壹仟元零伍分, 叁角整. A negative amount is preceded by 负; zero is 零元整. 整 follows an amount that ends in yuan or
// jiao, not one that ends in fen.
func (f Fen) Chinese() string {
	neg, u := f.parts()
	whole, jiao, fen := u/100, u/10%10, u%10
	var b strings.Builder
	if neg {
		b.WriteString("负")
	}
	if whole > 0 {
		b.WriteString(upperInteger(whole))
		b.WriteString("元")
	}
	switch {
	case jiao == 0 && fen == 0:
		if whole == 0 {
			b.WriteString("零元")
		}
		b.WriteString("整")
	case fen == 0:
		b.WriteString(upperDigits[jiao] + "角整")
	case jiao == 0:
		if whole > 0 {
			b.WriteString("零")
		}
		b.WriteString(upperDigits[fen] + "分")
	default:
		b.WriteString(upperDigits[jiao] + "角" + upperDigits[fen] + "分")
	}
	return b.String()
}

// upperInteger writes n > 0 in groups of four digits; a gap between digits, of any length, is one 零.
func upperInteger(n uint64) string {
	var groups [5]uint64
	top := 0
	for i := 0; n > 0; i++ {
		groups[i], n = n%10000, n/10000
		top = i
	}
	var b strings.Builder
	gap := false
	for i := top; i >= 0; i-- {
		g := groups[i]
		for p, unit := 3, uint64(1000); p >= 0; p, unit = p-1, unit/10 {
			d := g / unit % 10
			if d == 0 {
				gap = gap || b.Len() > 0
				continue
			}
			if gap {
				b.WriteString("零")
				gap = false
			}
			b.WriteString(upperDigits[d] + upperPlaces[p])
		}
		if g > 0 {
			b.WriteString(groupName(i, groups[:]))
		}
	}
	return b.String()
}

// groupName is the name of group i; 万亿 is cut to 万 where the 亿 group that follows has digits of its own.
func groupName(i int, groups []uint64) string {
	if i == 3 && groups[2] > 0 {
		return "万"
	}
	return upperGroups[i]
}
