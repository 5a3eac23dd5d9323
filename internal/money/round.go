package money

import (
	"fmt"
	"math/big"
)

// Rounding is a rounding rule as policy packs name it.
type Rounding string

// The rounding rules. The law prescribes none; which one a benefit uses is a parameter of its pack.
const (
	HalfUpFen Rounding = "half_up_fen" // 四舍五入到分
	FloorFen  Rounding = "floor_fen"   // 舍去不足一分的部分
	CeilJiao  Rounding = "ceil_jiao"   // 见分进角
	CeilYuan  Rounding = "ceil_yuan"   // 见角分进元
)

// Roundings lists the rules by name, for the check of a pack.
func Roundings() []Rounding { return []Rounding{HalfUpFen, FloorFen, CeilJiao, CeilYuan} }

// ParseRounding reads a rule's name.
func ParseRounding(name string) (Rounding, error) {
	for _, r := range Roundings() {
		if string(r) == name {
			return r, nil
		}
	}
	return "", fmt.Errorf("money: unknown rounding rule %q", name)
}

// Chinese names the rule for letters and screens.
func (r Rounding) Chinese() string {
	switch r {
	case HalfUpFen:
		return "四舍五入到分"
	case FloorFen:
		return "不足一分的舍去"
	case CeilJiao:
		return "见分进角"
	case CeilYuan:
		return "见角分进元"
	}
	return string(r)
}

// Round turns an exact number of fen into an amount by the rule. "Up" and "ceil" mean away from zero, so that a
// clawback (negative) mirrors the payment it takes back.
func (r Rounding) Round(fen *big.Rat) (Fen, error) {
	unit := big.NewInt(1)
	switch r {
	case HalfUpFen, FloorFen:
	case CeilJiao:
		unit = big.NewInt(int64(Jiao))
	case CeilYuan:
		unit = big.NewInt(int64(Yuan))
	default:
		return 0, fmt.Errorf("money: unknown rounding rule %q", string(r))
	}
	num := new(big.Int).Abs(fen.Num())
	den := new(big.Int).Mul(fen.Denom(), unit)
	q, rest := new(big.Int).QuoRem(num, den, new(big.Int))
	up := rest.Sign() > 0
	switch r {
	case HalfUpFen:
		up = rest.Lsh(rest, 1).Cmp(den) >= 0
	case FloorFen:
		up = false
	}
	if up {
		q.Add(q, big.NewInt(1))
	}
	q.Mul(q, unit)
	if fen.Sign() < 0 {
		q.Neg(q)
	}
	if !q.IsInt64() {
		return 0, ErrOverflow
	}
	return Fen(q.Int64()), nil
}

// Times returns f multiplied by an exact ratio (a decimal such as 0.35, a share such as 1/3), rounded by the rule.
func (f Fen) Times(ratio *big.Rat, r Rounding) (Fen, error) {
	return r.Round(new(big.Rat).Mul(new(big.Rat).SetInt64(int64(f)), ratio))
}

// Div returns f divided by n (per-capita amounts), rounded by the rule. n must not be zero.
func (f Fen) Div(n int64, r Rounding) (Fen, error) {
	if n == 0 {
		return 0, fmt.Errorf("money: division by zero")
	}
	return r.Round(new(big.Rat).SetFrac(big.NewInt(int64(f)), big.NewInt(n)))
}

// Split cuts f into n parts that differ by at most one fen and add up to f; the larger parts come first.
func (f Fen) Split(n int) ([]Fen, error) {
	if n <= 0 {
		return nil, fmt.Errorf("money: cannot split into %d parts", n)
	}
	out := make([]Fen, n)
	each, rest := f/Fen(n), f%Fen(n)
	for i := range out {
		out[i] = each
		switch {
		case rest > 0:
			out[i]++
			rest--
		case rest < 0:
			out[i]--
			rest++
		}
	}
	return out, nil
}
