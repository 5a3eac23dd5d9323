package money

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhongfu/internal/errs"
)

func TestYuan(t *testing.T) {
	for f, want := range map[Fen]string{
		0: "0.00", 5: "0.05", -5: "-0.05", 265800: "2,658.00", 100000000: "1,000,000.00", 99999: "999.99",
		math.MinInt64: "-92,233,720,368,547,758.08",
	} {
		if got := f.Yuan(); got != want {
			t.Errorf("%d fen = %s, want %s", int64(f), got, want)
		}
	}
	if Fen(265800).Decimal() != "2658.00" {
		t.Error("Decimal")
	}
}

func TestParse(t *testing.T) {
	for s, want := range map[string]Fen{
		"1,282.5": 128250, "1282.50": 128250, "0": 0, "-3.07": -307, "￥1,000": 100000, "１２８２．５": 128250,
		" 88 元": 8800, "¥ 5": 500, "007": 700,
	} {
		if got, err := Parse(s); err != nil || got != want {
			t.Errorf("Parse(%q) = %d, %v; want %d", s, int64(got), err, want)
		}
	}
	for _, s := range []string{"", "元", "-", ".5", "1.", "1.234", "1,28", "12,34,567", "1234,567", "1e3", "+5", "5.+1", "5.-1", "--5", "一百", "92233720368547758.08", "99999999999999999999"} {
		if got, err := Parse(s); err == nil {
			t.Errorf("Parse(%q) = %d", s, int64(got))
		}
	}
	_, err := ParseField("members[0].income", "abc")
	if e := errs.As(err); e == nil || e.Kind != errs.Invalid || e.Fields[0].Name != "members[0].income" {
		t.Errorf("%v", err)
	}
}

func TestChinese(t *testing.T) {
	for f, want := range map[Fen]string{
		0: "零元整", 265800: "贰仟陆佰伍拾捌元整", 100005: "壹仟元零伍分", 30: "叁角整", 7: "柒分", 128250: "壹仟贰佰捌拾贰元伍角整",
		1000: "壹拾元整", 10100000: "壹拾万零壹仟元整", 100010000: "壹佰万零壹佰元整", 1000500: "壹万零伍元整", 12345678912: "壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元壹角贰分",
		-5050: "负伍拾元伍角整", 10000000000: "壹亿元整", 10000000100: "壹亿零壹元整", 100000000000000: "壹万亿元整", 100010000000000: "壹万零壹亿元整",
		160752: "壹仟陆佰零柒元伍角贰分", 10700053: "壹拾万零柒仟元伍角叁分",
	} {
		if got := f.Chinese(); got != want {
			t.Errorf("%s = %s, want %s", f, got, want)
		}
	}
}

// readChinese turns 大写 back into fen; it is written apart from the writer so that the two check each other.
func readChinese(s string) int64 {
	value := map[rune]int64{}
	for i, d := range upperDigits {
		value[[]rune(d)[0]] = int64(i)
	}
	small := map[rune]int64{'拾': 10, '佰': 100, '仟': 1000}
	var total, section, digit, fen int64
	negative := strings.HasPrefix(s, "负")
	for _, r := range strings.TrimPrefix(s, "负") {
		switch {
		case small[r] > 0:
			section += digit * small[r]
			digit = 0
		case r == '万':
			total += (section + digit) * 1e4
			section, digit = 0, 0
		case r == '亿':
			total = (total + section + digit) * 1e8
			section, digit = 0, 0
		case r == '元':
			total += section + digit
			section, digit = 0, 0
		case r == '角':
			fen += digit * 10
			digit = 0
		case r == '分':
			fen += digit
			digit = 0
		case r != '整':
			digit = value[r]
		}
	}
	if negative {
		return -(total*100 + fen)
	}
	return total*100 + fen
}

func TestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := Fen(rapid.Int64().Draw(t, "f"))
		if got, err := Parse(f.Yuan()); err != nil || got != f {
			t.Fatalf("Parse(%s) = %d, %v", f.Yuan(), int64(got), err)
		}
		raw, err := json.Marshal(f)
		if err != nil || string(raw) != new(big.Int).SetInt64(int64(f)).String() {
			t.Fatalf("JSON %s, %v", raw, err)
		}
		g, n := Fen(rapid.Int64().Draw(t, "g")), rapid.Int64Range(-1e6, 1e6).Draw(t, "n")
		exact := func(name string, got Fen, err error, want *big.Int) {
			if want.IsInt64() != (err == nil) || (err == nil && int64(got) != want.Int64()) {
				t.Fatalf("%s: got %d, %v; want %s", name, int64(got), err, want)
			}
			if err != nil && !errors.Is(err, ErrOverflow) {
				t.Fatal(err)
			}
		}
		bf, bg := big.NewInt(int64(f)), big.NewInt(int64(g))
		s, err := f.Add(g)
		exact("add", s, err, new(big.Int).Add(bf, bg))
		s, err = f.Sub(g)
		exact("sub", s, err, new(big.Int).Sub(bf, bg))
		s, err = f.Mul(n)
		exact("mul", s, err, new(big.Int).Mul(bf, big.NewInt(n)))

		c := Fen(rapid.Int64Range(-1e17, 1e17).Draw(t, "c"))
		if got := readChinese(c.Chinese()); got != int64(c) {
			t.Fatalf("%s reads back as %d, not %d", c.Chinese(), got, int64(c))
		}
		if strings.Contains(c.Chinese(), "零零") {
			t.Fatal(c.Chinese())
		}
	})
}

func TestRound(t *testing.T) {
	for _, c := range []struct {
		num, den int64
		want     map[Rounding]Fen
	}{
		{1001, 10, map[Rounding]Fen{HalfUpFen: 100, FloorFen: 100, CeilJiao: 110, CeilYuan: 200}},
		{1005, 10, map[Rounding]Fen{HalfUpFen: 101, FloorFen: 100, CeilJiao: 110, CeilYuan: 200}},
		{100, 1, map[Rounding]Fen{HalfUpFen: 100, FloorFen: 100, CeilJiao: 100, CeilYuan: 100}},
		{-1005, 10, map[Rounding]Fen{HalfUpFen: -101, FloorFen: -100, CeilJiao: -110, CeilYuan: -200}},
		{0, 1, map[Rounding]Fen{HalfUpFen: 0, FloorFen: 0, CeilJiao: 0, CeilYuan: 0}},
	} {
		for r, want := range c.want {
			if got, err := r.Round(big.NewRat(c.num, c.den)); err != nil || got != want {
				t.Errorf("%s of %d/%d = %d, %v; want %d", r, c.num, c.den, int64(got), err, int64(want))
			}
		}
	}
	if _, err := ParseRounding("bankers"); err == nil {
		t.Error("an unknown rule was accepted")
	}
	if _, err := Rounding("").Round(big.NewRat(1, 1)); err == nil {
		t.Error("the empty rule was accepted")
	}
}

func TestRoundProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := Fen(rapid.Int64Range(-1e12, 1e12).Draw(t, "f"))
		ratio := big.NewRat(rapid.Int64Range(0, 3000).Draw(t, "num"), rapid.Int64Range(1, 1000).Draw(t, "den"))
		r := rapid.SampledFrom(Roundings()).Draw(t, "rule")
		unit := map[Rounding]int64{HalfUpFen: 1, FloorFen: 1, CeilJiao: 10, CeilYuan: 100}[r]
		got, err := f.Times(ratio, r)
		if err != nil {
			t.Fatal(err)
		}
		exact := new(big.Rat).Mul(new(big.Rat).SetInt64(int64(f)), ratio)
		gap := new(big.Rat).Sub(new(big.Rat).SetInt64(int64(got)), exact)
		if gap.Abs(gap).Cmp(new(big.Rat).SetInt64(unit)) >= 0 || int64(got)%unit != 0 {
			t.Fatalf("%s of %s gives %d", r, exact.FloatString(4), int64(got))
		}
		if r == HalfUpFen && gap.Cmp(big.NewRat(1, 2)) > 0 {
			t.Fatal("half up misses by more than half a fen")
		}
		mirror, err := (-f).Times(ratio, r)
		if err != nil || mirror != -got {
			t.Fatalf("a clawback of %s is %s", got, mirror)
		}
		n := rapid.IntRange(1, 40).Draw(t, "n")
		parts, err := f.Split(n)
		if err != nil || len(parts) != n {
			t.Fatal(err)
		}
		if total, err := Sum(parts...); err != nil || total != f || parts[0]-parts[n-1] > 1 || parts[0]-parts[n-1] < -1 {
			t.Fatalf("%v does not split %s", parts, f)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"1,282.5", "￥0.01", "-92233720368547758.08", "１.５元", "1..2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := Parse(s)
		if err != nil {
			return
		}
		if back, err := Parse(v.Yuan()); err != nil || back != v {
			t.Fatalf("%q read as %s, which reads as %s, %v", s, v, back, err)
		}
	})
}
