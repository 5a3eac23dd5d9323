package division

import "strings"

// Level is the rank of a division.
type Level int8

// The levels. Nation is above all provinces and is no row of the data: code 0, for the platform's own staff.
const (
	Nation Level = iota
	Province
	City
	County
	Town
	Village
)

var levelNames = [...]string{"国家", "省", "市", "县", "乡镇", "村"}

// String returns 省, 市, 县, 乡镇 or 村.
func (l Level) String() string {
	if l < Nation || l > Village {
		return ""
	}
	return levelNames[l]
}

// span is how many codes a level's unit covers.
var span = [...]int64{Nation: 1e12, Province: 1e10, City: 1e8, County: 1e6, Town: 1e3, Village: 1}

// Division is one unit.
type Division struct {
	Code        int64  `json:"code"`
	Parent      int64  `json:"parent"` // 0 for a province; the placeholder for towns of a city without counties
	Level       Level  `json:"level"`
	Name        string `json:"name"`
	Pinyin      string `json:"pinyin"` // initials: yxq
	Placeholder bool   `json:"placeholder,omitempty"`
}

// Range returns the lowest and highest code inside the division, itself included.
func (d Division) Range() (lo, hi int64) { return Range(d.Code) }

// UrbanHint tells whether the name suggests a town's streets (街道) rather than the country. It is a default for a
// form, never a fact for a rule.
func (d Division) UrbanHint() bool { return d.Level == Town && strings.HasSuffix(d.Name, "街道") }

// WithoutCounties tells whether the city that code lies in has no counties.
func WithoutCounties(code int64) bool {
	switch code / 1e8 {
	case 4419, 4420, 4604, 6202:
		return true
	}
	return false
}

func placeholderOf(code int64) int64 { return code/1e8*1e8 + 1e6 }

// IsPlaceholder tells whether code is the placeholder county of a city without counties.
func IsPlaceholder(code int64) bool { return WithoutCounties(code) && code == placeholderOf(code) }

// LevelOf returns the level that the shape of a code says. Nation for 0.
func LevelOf(code int64) Level {
	for l := Nation; l < Village; l++ {
		if code%span[l] == 0 {
			return l
		}
	}
	return Village
}

// Valid tells whether code has 12 digits and no empty level above its own; it need not exist.
func Valid(code int64) bool {
	if code < 11e10 || code > 99e10-1 {
		return false
	}
	switch LevelOf(code) {
	case Town, Village:
		return code/1e8%100 != 0 && code/1e3%1e3 != 0 && (code/1e6%100 != 0 || WithoutCounties(code))
	case County:
		return code/1e8%100 != 0
	}
	return true
}

// Range returns the lowest and highest code inside the division code: scope is BETWEEN lo AND hi. A placeholder
// county has its city's range; code 0, the nation, has every code.
func Range(code int64) (lo, hi int64) {
	if IsPlaceholder(code) {
		code = code / 1e8 * 1e8
	}
	return code, code + span[LevelOf(code)] - 1
}

// Contains tells whether code lies in scope or is scope itself.
func Contains(scope, code int64) bool {
	lo, hi := Range(scope)
	return lo <= code && code <= hi
}

// ParentOf returns the code of the division directly above, the placeholder included; 0 above a province.
func ParentOf(code int64) int64 {
	switch LevelOf(code) {
	case City:
		return code / 1e10 * 1e10
	case County:
		return code / 1e8 * 1e8
	case Town:
		if code/1e6%100 == 0 && WithoutCounties(code) {
			return placeholderOf(code)
		}
		return code / 1e6 * 1e6
	case Village:
		return code / 1e3 * 1e3
	}
	return 0
}

// Ancestors returns the codes above code, the province first, the placeholder included.
func Ancestors(code int64) []int64 {
	var up []int64
	for p := ParentOf(code); p != 0; p = ParentOf(p) {
		up = append([]int64{p}, up...)
	}
	return up
}

// At returns the ancestor of code (or code itself) at a level, 0 when code is above that level.
func At(code int64, l Level) int64 {
	for code != 0 && LevelOf(code) > l {
		code = ParentOf(code)
	}
	if code == 0 || LevelOf(code) != l {
		return 0
	}
	return code
}
