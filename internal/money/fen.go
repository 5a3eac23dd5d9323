package money

import (
	"errors"
	"fmt"
	"math"
	"math/bits"
	"strconv"
	"strings"

	"zhongfu/internal/errs"
)

// Fen is an amount in fen, 1/100 yuan. It reads and writes as a plain integer in JSON and SQL.
type Fen int64

// Units of an amount.
const (
	Jiao Fen = 10
	Yuan Fen = 100
)

// ErrOverflow is returned when an amount leaves the range of int64 fen (about 92 trillion yuan).
var ErrOverflow = errors.New("money: amount out of range")

// Yuan returns the amount in yuan with thousands separated and two decimals: 2,658.00, -0.05.
func (f Fen) Yuan() string {
	neg, u := f.parts()
	digits := strconv.FormatUint(u/100, 10)
	var b strings.Builder
	if neg {
		b.WriteByte('-')
	}
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(digits[i])
	}
	fmt.Fprintf(&b, ".%02d", u%100)
	return b.String()
}

// String is Yuan, so that a log or a letter never prints bare fen.
func (f Fen) String() string { return f.Yuan() }

// Decimal returns the amount in yuan for files that machines read: 2658.00, without separators.
func (f Fen) Decimal() string { return strings.ReplaceAll(f.Yuan(), ",", "") }

func (f Fen) parts() (negative bool, magnitude uint64) {
	if f < 0 {
		return true, -uint64(f)
	}
	return false, uint64(f)
}

// Parse reads an amount in yuan as people type it: 1282.5, 1,282.50, ￥1,282.5, 1282.50元, full-width digits. At most
// two decimals; commas only between groups of three digits. The error names no field; see ParseField.
func Parse(s string) (Fen, error) {
	t := strings.TrimSpace(halfWidth(s))
	t = strings.TrimSpace(strings.TrimSuffix(t, "元"))
	neg := strings.HasPrefix(t, "-")
	t = strings.TrimPrefix(t, "-")
	t = strings.TrimSpace(strings.TrimPrefix(t, "¥"))
	whole, frac, dot := strings.Cut(t, ".")
	whole, ok := ungroup(whole)
	if !ok || (dot && (frac == "" || len(frac) > 2)) {
		return 0, fmt.Errorf("money: %q is not an amount", s)
	}
	for len(frac) < 2 {
		frac += "0"
	}
	u, err := strconv.ParseUint(whole+frac, 10, 64)
	if err != nil {
		return 0, fmt.Errorf("money: %q is not an amount", s)
	}
	switch {
	case neg && u <= 1<<63:
		return Fen(-u), nil
	case !neg && u <= math.MaxInt64:
		return Fen(u), nil
	}
	return 0, fmt.Errorf("money: %q: %w", s, ErrOverflow)
}

// ParseField is Parse for input: the error tells the person what is wrong with which field.
func ParseField(field, s string) (Fen, error) {
	f, err := Parse(s)
	if err != nil {
		return 0, errs.Bad(field, "金额格式不正确，请填写以元为单位的数字，最多两位小数，例如 1282.50。").Because(err)
	}
	return f, nil
}

// ungroup removes thousands separators and refuses misplaced ones and anything that is no digit.
func ungroup(s string) (string, bool) {
	groups := strings.Split(s, ",")
	for i, g := range groups {
		if g == "" || (i > 0 && len(g) != 3) || (i == 0 && len(groups) > 1 && len(g) > 3) {
			return "", false
		}
		for j := range len(g) {
			if g[j] < '0' || g[j] > '9' {
				return "", false
			}
		}
	}
	return strings.Join(groups, ""), true
}

func halfWidth(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '￥':
			return '¥'
		case r == '　':
			return ' '
		case r == '−':
			return '-'
		}
		return r
	}, s)
}

// Add returns f + g, or ErrOverflow.
func (f Fen) Add(g Fen) (Fen, error) {
	s := f + g
	if (s > f) != (g > 0) && g != 0 {
		return 0, ErrOverflow
	}
	return s, nil
}

// Sub returns f − g, or ErrOverflow.
func (f Fen) Sub(g Fen) (Fen, error) {
	s := f - g
	if (s < f) != (g > 0) && g != 0 {
		return 0, ErrOverflow
	}
	return s, nil
}

// Mul returns f × n, or ErrOverflow: a monthly amount over n months, a standard over n members.
func (f Fen) Mul(n int64) (Fen, error) {
	neg, u := f.parts()
	v := uint64(n)
	if n < 0 {
		neg, v = !neg, -uint64(n)
	}
	hi, lo := bits.Mul64(u, v)
	if hi != 0 {
		return 0, ErrOverflow
	}
	return signed(neg, lo)
}

// Sum adds amounts, or returns ErrOverflow.
func Sum(amounts ...Fen) (Fen, error) {
	var total Fen
	for _, a := range amounts {
		t, err := total.Add(a)
		if err != nil {
			return 0, err
		}
		total = t
	}
	return total, nil
}

func signed(neg bool, u uint64) (Fen, error) {
	switch {
	case neg && u <= 1<<63:
		return Fen(-u), nil
	case !neg && u <= math.MaxInt64:
		return Fen(u), nil
	}
	return 0, ErrOverflow
}
