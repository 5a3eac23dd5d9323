package clause

import "strings"

const digits = "一二三四五六七八九"

// numeral reads a Chinese number from 一 to 九十九; 0 means it is none.
func numeral(s string) int {
	digit := func(s string) int {
		if i := strings.Index(digits, s); s != "" && len(s) == 3 && i >= 0 {
			return i/3 + 1
		}
		return 0
	}
	tens, ones, has := strings.Cut(s, "十")
	if !has {
		return digit(s)
	}
	n := 10
	if tens != "" {
		if n = 10 * digit(tens); n == 0 {
			return 0
		}
	}
	if ones == "" {
		return n
	}
	if digit(ones) == 0 {
		return 0
	}
	return n + digit(ones)
}

// chinese writes a number from 1 to 99 as documents do.
func chinese(n int) string {
	if n < 1 || n > 99 {
		return ""
	}
	one := func(d int) string { return digits[(d-1)*3 : d*3] }
	out := ""
	if n >= 20 {
		out = one(n / 10)
	}
	if n >= 10 {
		out += "十"
	}
	if n%10 > 0 {
		out += one(n % 10)
	}
	return out
}
