package sheet

import (
	"strings"
	"unicode/utf8"
)

// maxCell is the longest text an Excel cell holds.
const maxCell = 32767

// Safe returns text as it may stand in a cell: without control characters that no XML may carry, cut to what a cell
// holds, and with an apostrophe before a leading sign that would make a spreadsheet (or the CSV made from it) read a
// formula.
func Safe(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case r < 0x20 || r == 0x7f || r == utf8.RuneError || r == 0xfffe || r == 0xffff:
			return -1
		}
		return r
	}, s)
	if risky(s) {
		s = "'" + s
	}
	if utf8.RuneCountInString(s) > maxCell {
		s = string([]rune(s)[:maxCell])
	}
	return s
}

// risky looks behind leading blanks: importers trim them before they look for a formula.
func risky(s string) bool {
	t := strings.TrimLeft(s, " \u00a0\u3000\u200b\ufeff")
	if t == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t)
	return strings.ContainsRune("=+-@＝＋－＠|%", r)
}
