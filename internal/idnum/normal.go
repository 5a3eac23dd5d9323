package idnum

import "strings"

// normal turns full-width characters into ASCII, letters into upper case, and drops blanks, invisible characters and
// the apostrophe or tab that spreadsheets put before a number kept as text. Hyphens stay: only phones may have them.
func normal(s string) string {
	clean := true
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'A' || c > 'Z') {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			r = r - '！' + '!'
		}
		switch {
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		case r == ' ', r == '\t', r == '\n', r == '\r', r == '　', r == '\u00a0', r == '\u200b', r == '\u200c', r == '\u200d', r == '\ufeff':
			return -1
		}
		return r
	}, s)
	return strings.TrimPrefix(s, "'")
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func number(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// scientific tells whether a spreadsheet has turned the number into 4.40106E+17 and lost its end.
func scientific(s string) bool {
	mantissa, exponent, ok := strings.Cut(s, "E+")
	return ok && digits(strings.ReplaceAll(mantissa, ".", "")) && digits(exponent)
}
