package idnum

import "strings"

// MaskResident shows the first and last four characters: 4401**********1234.
func MaskResident(s string) string { return keep(s, 4, 4) }

// MaskPhone shows the first three and last four digits: 138****1234.
func MaskPhone(s string) string { return keep(s, 3, 4) }

// MaskAccount shows the first and last four digits: 6217***********1234.
func MaskAccount(s string) string { return keep(s, 4, 4) }

// MaskDisability shows the first four characters and the type and grade at the end.
func MaskDisability(s string) string { return keep(s, 4, 2) }

// MaskName shows the first character, and the last of a name longer than two: 张*, 欧**华. Public lists print the
// full name as the law asks; this is for screens that need none.
func MaskName(s string) string {
	if len([]rune(s)) <= 2 {
		return keep(s, 1, 0)
	}
	return keep(s, 1, 1)
}

// keep shows the first and last runes and hides the rest; what is too short to hide a third is hidden whole.
func keep(s string, first, last int) string {
	r := []rune(s)
	hidden := len(r) - first - last
	if hidden <= 0 || (len(r) > 3 && hidden < len(r)/3) {
		return strings.Repeat("*", len(r))
	}
	return string(r[:first]) + strings.Repeat("*", hidden) + string(r[len(r)-last:])
}
