package identity

import (
	"crypto/rand"
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhongfu/internal/errs"
)

const (
	passwordMin = 10
	passwordMax = 64
	longEnough  = 20 // from here on the kinds of characters no longer matter
)

var commonWords = []string{"password", "passw0rd", "p@ssw0rd", "qwerty", "asdfgh", "admin", "letmein", "iloveyou", "woaini", "1qaz2wsx", "abc123", "zhongfu"}

// checkPassword says everything that is wrong with a new password, in the field named.
func checkPassword(field, password, login, name string) error {
	var c errs.Collector
	n := utf8.RuneCountInString(password)
	low := strings.ToLower(password)
	switch {
	case n < passwordMin:
		c.Add(field, "密码太短：至少 %d 个字符，现为 %d 个。", passwordMin, n)
	case n > passwordMax:
		c.Add(field, "密码太长：最多 %d 个字符，现为 %d 个。", passwordMax, n)
	}
	if strings.ContainsFunc(password, unicode.IsControl) {
		c.Add(field, "密码中有看不见的控制字符，请重新输入。")
	}
	if n < longEnough && kinds(password) < 3 {
		c.Add(field, "密码太简单：大写字母、小写字母、数字、符号中至少用三种，或用 %d 个字符以上的长句。", longEnough)
	}
	if len(login) >= 3 && strings.Contains(low, strings.ToLower(login)) {
		c.Add(field, "密码中不能含有登录名。")
	}
	if utf8.RuneCountInString(name) >= 2 && strings.Contains(password, name) {
		c.Add(field, "密码中不能含有本人姓名。")
	}
	for _, w := range commonWords {
		if strings.Contains(low, w) {
			c.Add(field, "密码中含有极常见的“%s”，容易被猜中，请换掉这一段。", w)
			break
		}
	}
	if run(low) {
		c.Add(field, "密码中有连续或重复的字符（如 1234、aaaa、dcba），容易被猜中，请打乱。")
	}
	return c.Err()
}

// kinds counts the kinds of characters: upper case, lower case, digits, everything else.
func kinds(s string) int {
	var upper, lower, digit, other int
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper = 1
		case unicode.IsLower(r):
			lower = 1
		case unicode.IsDigit(r):
			digit = 1
		default:
			other = 1
		}
	}
	return upper + lower + digit + other
}

// run finds four characters in a row that are equal, ascending or descending.
func run(s string) bool {
	var last, step rune
	length := 1
	for i, r := range s {
		d := r - last
		switch {
		case i > 0 && length > 1 && d == step:
			length++
		case i > 0 && d >= -1 && d <= 1:
			step, length = d, 2
		default:
			length = 1
		}
		if length >= 4 {
			return true
		}
		last = r
	}
	return false
}

// oneTimePassword makes a password to be told to a person, without characters that are easily confused. It always passes
// checkPassword but for chance matches, which are drawn again.
func oneTimePassword(login, name string) string {
	const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789"
	for {
		var b strings.Builder
		for i := range 12 {
			if i > 0 && i%4 == 0 {
				b.WriteByte('-')
			}
			k, err := rand.Int(rand.Reader, big.NewInt(int64(len(alphabet))))
			if err != nil {
				panic("identity: no randomness: " + err.Error())
			}
			b.WriteByte(alphabet[k.Int64()])
		}
		if p := b.String(); checkPassword("password", p, login, name) == nil {
			return p
		}
	}
}
