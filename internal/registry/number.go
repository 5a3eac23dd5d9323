package registry

import (
	"fmt"
	"strconv"
)

// PersonNumber is the readable number of a person (人员编号): R0000000123.
func PersonNumber(n int64) string { return fmt.Sprintf("R%010d", n) }

// HouseholdNumber is the readable number of a household (家庭编号): H0000000123.
func HouseholdNumber(n int64) string { return fmt.Sprintf("H%010d", n) }

// parseNumber reads a readable number; kind is 'R' or 'H'. Leading zeros may be left out.
func parseNumber(s string) (kind byte, n int64, ok bool) {
	if len(s) < 2 || len(s) > 11 || (s[0] != 'R' && s[0] != 'H') {
		return 0, 0, false
	}
	n, err := strconv.ParseInt(s[1:], 10, 64)
	return s[0], n, err == nil && n > 0 && s[1] != '+'
}
