package division

import (
	"slices"
	"strings"
)

// Search finds divisions whose codes lie in scopeLo … scopeHi by what a person types: part of the name (北京街),
// pinyin initials (yxq), or the beginning of the code (440104). Words separated by blanks narrow down: the last names
// the division, the ones before name divisions above it (越秀 北京). Exact names come first, then names that begin with
// the word, then the others; within these, higher levels first. Placeholders are never found. At most limit results.
func (x *Index) Search(q string, scopeLo, scopeHi int64, limit int) []Division {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(q, "　", " ")))
	if len(words) == 0 || limit <= 0 {
		return nil
	}
	last, above := words[len(words)-1], words[:len(words)-1]
	if isDigits(last) {
		scopeLo, scopeHi = narrow(last, scopeLo, scopeHi)
	}
	var buckets [ranks][]Division
	for _, d := range x.within(scopeLo, scopeHi) {
		r := rank(&d, last)
		if r < 0 || d.Placeholder {
			continue
		}
		if b := r*6 + int(d.Level); len(buckets[b]) < limit && x.under(d, above) {
			buckets[b] = append(buckets[b], d)
		}
	}
	var out []Division
	for _, b := range buckets {
		if out = append(out, b...); len(out) >= limit {
			return slices.Clip(out[:limit])
		}
	}
	return out
}

const ranks = 3 * 6

// rank tells how well the word fits: 0 exact, 1 at the beginning, 2 inside, −1 not at all.
func rank(d *Division, word string) int {
	if word[0] < 128 {
		if isDigits(word) {
			return 1 // narrowed by code already
		}
		switch {
		case !strings.HasPrefix(d.Pinyin, word):
			return -1
		case len(d.Pinyin)-len(word) <= 1: // yx for 越秀区
			return 0
		}
		return 1
	}
	at := strings.Index(d.Name, word)
	switch {
	case at < 0:
		return -1
	case at > 0:
		return 2
	case bare(d.Name) == bare(word):
		return 0
	}
	return 1
}

// under tells whether every word fits a division above d.
func (x *Index) under(d Division, words []string) bool {
	for _, w := range words {
		fits := false
		for up, ok := x.Get(d.Parent); ok && !fits; up, ok = x.Get(up.Parent) {
			fits = !up.Placeholder && rank(&up, w) >= 0 && (!isDigits(w) || strings.HasPrefix(itoa(up.Code), w))
		}
		if !fits {
			return false
		}
	}
	return true
}

// narrow cuts a range down to the codes that begin with the digits of prefix.
func narrow(prefix string, lo, hi int64) (int64, int64) {
	if len(prefix) > 12 {
		return 1, 0
	}
	from := int64(0)
	for i := range 12 {
		from *= 10
		if i < len(prefix) {
			from += int64(prefix[i] - '0')
		}
	}
	width := int64(1)
	for range 12 - len(prefix) {
		width *= 10
	}
	return max(lo, from), min(hi, from+width-1)
}

// endings are what people leave out when they name a place.
var endings = []string{"社区居民委员会", "社区居委会", "村民委员会", "居民委员会", "村委会", "居委会", "街道", "省", "市", "区", "县", "镇", "乡", "村"}

func bare(name string) string {
	for _, e := range endings {
		if s, ok := strings.CutSuffix(name, e); ok && len(s) >= len("越秀") {
			return s
		}
	}
	return name
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func itoa(code int64) string {
	var b [12]byte
	for i := 11; i >= 0; i-- {
		b[i] = byte('0' + code%10)
		code /= 10
	}
	return string(b[:])
}
